/** Why somebody follows something. `CHOSEN` is a press of a button; the others happen by themselves. */
export const FOLLOW_REASONS = ['AUTHOR', 'VOTED', 'COMMENTED', 'CHOSEN'] as const;
export type FollowReason = (typeof FOLLOW_REASONS)[number];

/** Why somebody hears of something: they follow it, or it was told to them by name. */
export const HEARD_REASONS = [...FOLLOW_REASONS, 'TOLD'] as const;
export type HeardReason = (typeof HEARD_REASONS)[number];

/** What can be followed. An idea brings what was merged into it, a project the ideas it serves. */
export const FOLLOWED_TYPES = ['Idea', 'Venture', 'Organisation'] as const;
export type FollowedType = (typeof FOLLOWED_TYPES)[number];

/**
 * Who hears of a kind of activity. `EVERYBODY`: all who follow, voters among them: the stages to the very end and what
 * changed because of what they said. `CLOSE`: authors, and those who asked to follow: what happens in between.
 *
 * One act is often several entries of the log (a round that succeeds, a project that begins, an idea that moves on).
 * Only the one that says most to a reader is here: three messages about one thing are why people turn all of them off.
 */
const AUDIENCE: Readonly<Record<string, 'EVERYBODY' | 'CLOSE'>> = {
  'idea.supported': 'EVERYBODY',
  'idea.shaped': 'EVERYBODY',
  'idea.funding': 'EVERYBODY',
  'idea.delivery': 'EVERYBODY',
  'idea.commons': 'EVERYBODY',
  'idea.stopped': 'EVERYBODY',
  'idea.declined': 'EVERYBODY',
  'idea.withdrawn': 'EVERYBODY',
  'idea.restored': 'EVERYBODY',
  // Of both ideas: one message, to those who follow either.
  'merge.made': 'EVERYBODY',
  'merge.undone': 'EVERYBODY',
  'funding_round.failed': 'EVERYBODY',
  'venture.phase_advanced': 'EVERYBODY',
  'venture.handed_over': 'EVERYBODY',
  'update.posted': 'EVERYBODY',
  'users_said.recorded': 'EVERYBODY',
  'entry.published': 'EVERYBODY',
  'entry.withdrawn': 'CLOSE',
  'return.verified': 'EVERYBODY',
  // That it is in use at all; each further organisation is news to a few.
  'entry.in_use': 'EVERYBODY',
  'entry.use_declared': 'CLOSE',
  'idea.lead_offered': 'CLOSE',
  'adoption_interest.declared': 'CLOSE',
  'comment.added': 'CLOSE',
  'decision.recorded': 'CLOSE',
  'funding_round.closing': 'CLOSE',
  'hearing.recorded': 'CLOSE',
  'idea.revised': 'CLOSE',
  'mandate.published': 'CLOSE',
  'milestone.completed': 'CLOSE',
  'organisation.verified': 'CLOSE',
  'research.linked': 'CLOSE',
  'reuse_offer.accepted': 'CLOSE',
  'reuse_offer.proposed': 'CLOSE',
  'tranche.called': 'CLOSE',
};

/** Which followers hear of it; none when it is no news by itself (somebody may still be told by name). */
export function audienceOf(kind: string): readonly FollowReason[] {
  const audience = AUDIENCE[kind];
  if (audience === undefined) return [];
  return audience === 'EVERYBODY' ? FOLLOW_REASONS : ['AUTHOR', 'CHOSEN'];
}

/**
 * What waits for the very person it is told to, until a date. It is mailed at once however rarely somebody wants news:
 * an approval that is read on Monday is a pledge that lapsed on Friday.
 */
const WAITS_FOR_YOU: ReadonlySet<string> = new Set([
  'obligation.due_soon',
  'obligation.overdue',
  'pledge.approval_requested',
  'return.submitted',
  'second.requested',
  'waiver.proposed',
  'waiver.reminded',
  'webhook.stopped',
]);

export function waitsForYou(kind: string): boolean {
  return WAITS_FOR_YOU.has(kind);
}
