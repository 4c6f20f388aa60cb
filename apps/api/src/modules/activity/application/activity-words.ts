/** What an activity's content may say beside its kind; only ids, names of states and numbers. */
export type ActivityFacts = Readonly<Record<string, unknown>>;

/**
 * What happened, in a sentence without a subject, by kind. A kind that is missing here fails a test: feeds, digests and
 * pages must never show a code.
 */
export const ACTIVITY_WORDS: Readonly<Record<string, string>> = {
  'adoption_interest.declared': 'An organisation said it would use this',
  'adoption_interest.withdrawn': 'An organisation withdrew its interest',
  'agenda.revised': 'The common agenda was revised',
  'agenda.signed': 'A member organisation signed the common agenda',
  'agreement.drafted': 'What will be shared back was drafted',
  'agreement.signed': 'The promise of what will be shared back was signed',
  'brief.saved': 'The brief was revised',
  'comment.added': 'Somebody joined the discussion',
  'comment.edited': 'A comment was reworded',
  'comment.removed': 'A comment was removed by its author',
  'concern.answered': 'The authors answered what somebody said could go wrong',
  'hearing.recorded': 'A session with people whose life it is about was recorded',
  'idea.commons': 'What was promised is in the shared library',
  'idea.declined': 'The site team declined the idea',
  'idea.delivery': 'The money came together, and the work begins',
  'idea.funding': 'Funders can pledge now',
  'idea.logged': 'A need was logged',
  'idea.merged': 'The idea was merged into another one',
  'idea.revised': 'The idea was revised',
  'idea.shaped': 'The idea is ready to fund',
  'idea.stopped': 'The work stopped early',
  'idea.supported': 'The idea has backing',
  'idea.withdrawn': 'The author withdrew the idea',
  'mandate.closed': 'An open offer to fund was closed',
  'mandate.published': 'An open offer to fund was published',
  'mandate.revised': 'An open offer to fund was revised',
  'organisation.created': 'An organisation joined',
  'organisation.verified': 'An organisation was verified',
  'venture.convened': 'A project was convened',
  'venture.funded': 'A project was funded',
  'vote.cast': 'Somebody voted for it',
  'vote.confirmed': 'Somebody stood by their vote',
  'vote.imported': 'A vote came in from a file',
  'vote.withdrawn': 'Somebody took their vote back',
};

export function wordActivity(kind: string): string {
  return ACTIVITY_WORDS[kind] ?? 'Something changed';
}
