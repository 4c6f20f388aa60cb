import { findPersonalData, type PersonalDataKind } from '../ideas/index.js';
import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';
import type { IdeaStage } from '../shared/vocabulary.js';
import { ballotFaults, type BallotFault, type BallotWithoutAccount } from './group-session.js';
import { VOTE_LIMITS } from './vote.js';

export type KeepBallotRefusal =
  | BallotFault
  | TextFault
  | { readonly code: 'WHY_NOT_ASKED'; readonly path: readonly string[] }
  | {
      readonly code: 'WHY_LOOKS_LIKE_PERSONAL_DATA';
      readonly path: readonly string[];
      readonly kind: PersonalDataKind;
      readonly found: string;
    };

/**
 * Decides whether the choice of somebody who has no account yet is kept until they do.
 *
 * Why it would not help, or do harm, may be written at once. Whether something in it is somebody's secret is a decision
 * that is kept with whoever made it, so it waits until there is somebody: until then such words are not taken.
 */
export function keepBallot(
  ask: BallotWithoutAccount & { readonly why: string | null },
  stage: IdeaStage,
): Decision<{ readonly why: string }, KeepBallotRefusal> {
  const path = ['input', 'why'];
  const why = checkText(ask.why, path, { most: VOTE_LIMITS.why, least: 0, lines: 'many' });
  const reasons: KeepBallotRefusal[] = [...ballotFaults(ask, stage), ...why.faults];
  if (ask.answer === 'SUPPORT' && why.text !== '') reasons.push({ code: 'WHY_NOT_ASKED', path });
  for (const { kind, found } of findPersonalData(why.text)) {
    reasons.push({ code: 'WHY_LOOKS_LIKE_PERSONAL_DATA', path, kind, found });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ why: why.text });
}
