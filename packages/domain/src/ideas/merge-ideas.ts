import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { isAuthor, type Idea } from './idea.js';

export const MERGE_LIMITS = { reason: 1_000 } as const;

/** An idea can go up in another while nobody has promised it money. */
export const MERGEABLE_STAGES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED'];
/** An idea can take others up while votes on it can still change. */
export const MERGE_TARGET_STAGES: readonly IdeaStage[] = ['LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING'];

export type MergeStatus = 'PROPOSED' | 'MERGED' | 'DECLINED' | 'UNDONE';

/** What every step of a merge asks about the two ideas. */
export interface MergePair {
  readonly from: Idea;
  readonly into: Idea;
  /** Whether money is being asked for the first one, in a round that looks into the need. */
  readonly roundOpen: boolean;
}

export type MergePairFault =
  | { readonly code: 'SAME_IDEA' }
  | { readonly code: 'IDEA_NOT_MERGEABLE'; readonly path: readonly string[]; readonly stage: IdeaStage }
  | { readonly code: 'ROUND_OPEN' };

function pairFaults({ from, into, roundOpen }: MergePair): MergePairFault[] {
  if (from.id === into.id) return [{ code: 'SAME_IDEA' }];
  const faults: MergePairFault[] = [];
  if (!MERGEABLE_STAGES.includes(from.stage)) {
    faults.push({ code: 'IDEA_NOT_MERGEABLE', path: ['input', 'ideaId'], stage: from.stage });
  }
  if (!MERGE_TARGET_STAGES.includes(into.stage)) {
    faults.push({ code: 'IDEA_NOT_MERGEABLE', path: ['input', 'intoId'], stage: into.stage });
  }
  if (roundOpen) faults.push({ code: 'ROUND_OPEN' });
  return faults;
}

export type ProposeMergeRefusal = TextFault | MergePairFault | { readonly code: 'MERGE_ALREADY_OPEN' };

export interface ProposedMerge {
  readonly reason: string;
  /** Whoever proposes what they wrote agrees to it. */
  readonly fromAuthorAgrees: boolean;
  readonly intoAuthorAgrees: boolean;
}

/** Decides a proposal that one idea goes up in another. Anybody may make one. */
export function proposeMerge(
  ask: { readonly reason: string | null },
  facts: MergePair & { readonly personId: string; readonly openAlready: boolean },
): Decision<ProposedMerge, ProposeMergeRefusal> {
  const reason = checkText(ask.reason, ['input', 'reason'], { most: MERGE_LIMITS.reason, lines: 'many' });
  const reasons: ProposeMergeRefusal[] = [...pairFaults(facts), ...reason.faults];
  if (facts.openAlready) reasons.push({ code: 'MERGE_ALREADY_OPEN' });
  if (reasons.length > 0) return refuse(reasons);
  return accept({
    reason: reason.text,
    fromAuthorAgrees: isAuthor(facts.from, facts.personId),
    intoAuthorAgrees: isAuthor(facts.into, facts.personId),
  });
}

/** A steward, and whether the matter is one of their own: their idea, or their organisation's. */
export interface StewardFacts {
  readonly isSteward: boolean;
  readonly isInvolved: boolean;
}

export type DecideMergeRefusal =
  | TextFault
  | MergePairFault
  | { readonly code: 'MERGE_NOT_OPEN' }
  | { readonly code: 'NOT_YOURS_TO_DECIDE' }
  | { readonly code: 'OWN_MATTER' }
  | { readonly code: 'AGREED_ALREADY' };

export interface DecidedMerge {
  readonly status: 'PROPOSED' | 'MERGED' | 'DECLINED';
  readonly fromAuthorAgrees: boolean;
  readonly intoAuthorAgrees: boolean;
  readonly reason: string;
}

/**
 * Decides one person's answer to a proposal: an author of either idea speaks for theirs, and it is made once both said
 * yes; a steward decides alone, with a reason, never about their own matter nor their own proposal.
 *
 * The caller holds the locks of both ideas: a vote cast meanwhile would be carried, or not, by chance.
 */
export function decideMerge(
  ask: { readonly accept: boolean; readonly reason: string | null },
  facts: MergePair &
    StewardFacts & {
      readonly personId: string;
      readonly status: MergeStatus;
      readonly proposedById: string | null;
      readonly fromAuthorAgreed: boolean;
      readonly intoAuthorAgreed: boolean;
    },
): Decision<DecidedMerge, DecideMergeRefusal> {
  const { personId } = facts;
  const ofFrom = isAuthor(facts.from, personId);
  const ofInto = isAuthor(facts.into, personId);
  const asAuthor = ofFrom || ofInto;
  const least = ask.accept && asAuthor ? 0 : 1;
  const reason = checkText(ask.reason, ['input', 'reason'], { most: MERGE_LIMITS.reason, least, lines: 'many' });
  const reasons: DecideMergeRefusal[] = [...(ask.accept ? pairFaults(facts) : []), ...reason.faults];
  if (facts.status !== 'PROPOSED') reasons.push({ code: 'MERGE_NOT_OPEN' });
  if (!asAuthor && !facts.isSteward) reasons.push({ code: 'NOT_YOURS_TO_DECIDE' });
  if (!asAuthor && facts.isSteward && (facts.isInvolved || facts.proposedById === personId))
    reasons.push({ code: 'OWN_MATTER' });
  const fromAuthorAgrees = facts.fromAuthorAgreed || (ask.accept && ofFrom);
  const intoAuthorAgrees = facts.intoAuthorAgreed || (ask.accept && ofInto);
  const nothingNew = fromAuthorAgrees === facts.fromAuthorAgreed && intoAuthorAgrees === facts.intoAuthorAgreed;
  if (ask.accept && asAuthor && nothingNew) reasons.push({ code: 'AGREED_ALREADY' });
  if (reasons.length > 0) return refuse(reasons);
  const made = asAuthor ? fromAuthorAgrees && intoAuthorAgrees : true;
  const status = ask.accept ? (made ? 'MERGED' : 'PROPOSED') : 'DECLINED';
  return accept({ status, fromAuthorAgrees, intoAuthorAgrees, reason: reason.text });
}

export type UndoMergeRefusal =
  | TextFault
  | { readonly code: 'NOT_MERGED' }
  | { readonly code: 'NOT_YOURS_TO_DECIDE' }
  | { readonly code: 'OWN_MATTER' }
  | { readonly code: 'UNDO_THE_LATER_MERGE_FIRST' }
  | { readonly code: 'VOTES_FINAL'; readonly stage: IdeaStage };

/** Decides that a merge is undone: by an author of either idea, or by a steward; with a reason that supporters are told. */
export function undoMerge(
  ask: { readonly reason: string | null },
  facts: Omit<MergePair, 'roundOpen'> & StewardFacts & { readonly personId: string; readonly status: MergeStatus },
): Decision<{ readonly reason: string }, UndoMergeRefusal> {
  const reason = checkText(ask.reason, ['input', 'reason'], { most: MERGE_LIMITS.reason, lines: 'many' });
  const reasons: UndoMergeRefusal[] = [...reason.faults];
  const asAuthor = isAuthor(facts.from, facts.personId) || isAuthor(facts.into, facts.personId);
  if (facts.status !== 'MERGED') reasons.push({ code: 'NOT_MERGED' });
  if (!asAuthor && !facts.isSteward) reasons.push({ code: 'NOT_YOURS_TO_DECIDE' });
  if (!asAuthor && facts.isSteward && facts.isInvolved) reasons.push({ code: 'OWN_MATTER' });
  if (facts.into.stage === 'MERGED') reasons.push({ code: 'UNDO_THE_LATER_MERGE_FIRST' });
  else if (!MERGE_TARGET_STAGES.includes(facts.into.stage))
    reasons.push({ code: 'VOTES_FINAL', stage: facts.into.stage });
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: reason.text });
}

export type ObjectToMergeRefusal =
  | TextFault
  | { readonly code: 'MERGE_NOT_OPEN' }
  | { readonly code: 'NOT_A_SUPPORTER' }
  | { readonly code: 'OBJECTED_ALREADY' }
  | { readonly code: 'NO_VOTE_TO_MOVE_BACK' }
  | { readonly code: 'VOTES_FINAL'; readonly stage: IdeaStage };

/** Decides an objection of somebody who stands behind one of the ideas; they may also take their vote out of the merged one. */
export function objectToMerge(
  ask: { readonly reason: string | null; readonly moveBack: boolean },
  facts: {
    readonly status: MergeStatus;
    readonly isSupporter: boolean;
    readonly objected: boolean;
    readonly hasCarriedVote: boolean;
    readonly intoStage: IdeaStage;
  },
): Decision<{ readonly reason: string; readonly moveBack: boolean }, ObjectToMergeRefusal> {
  const least = ask.moveBack ? 0 : 1;
  const reason = checkText(ask.reason, ['input', 'reason'], { most: MERGE_LIMITS.reason, least, lines: 'many' });
  const reasons: ObjectToMergeRefusal[] = [...reason.faults];
  if (facts.status !== 'PROPOSED' && facts.status !== 'MERGED') reasons.push({ code: 'MERGE_NOT_OPEN' });
  if (!facts.isSupporter) reasons.push({ code: 'NOT_A_SUPPORTER' });
  if (facts.objected) reasons.push({ code: 'OBJECTED_ALREADY' });
  if (ask.moveBack && !facts.hasCarriedVote) reasons.push({ code: 'NO_VOTE_TO_MOVE_BACK' });
  if (ask.moveBack && !MERGE_TARGET_STAGES.includes(facts.intoStage)) {
    reasons.push({ code: 'VOTES_FINAL', stage: facts.intoStage });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ reason: reason.text, moveBack: ask.moveBack });
}
