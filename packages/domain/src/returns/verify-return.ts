import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

import { licenceReasons, type LicenceFacts, type LicenceRefusal } from './licence-judgement.js';
import { dueAfterChanges, mayBecome, type ObligationRecord } from './obligation.js';
import { RETURN_LIMITS } from './return-content.js';
import { verifierReasons, type VerifierFacts, type VerifierRefusal } from './verifier.js';

export interface VerifyFacts {
  readonly record: ObligationRecord;
  readonly submittedOn: string;
  readonly today: string;
  readonly verifier: VerifierFacts;
  /** Whether the return somebody looked at is the one that waits now. */
  readonly isLatest: boolean;
}

type NotWaiting =
  | { readonly code: 'NOT_WAITING_FOR_VERIFICATION'; readonly record: ObligationRecord }
  | { readonly code: 'RETURN_REPLACED' };

export type VerifyReturnRefusal =
  | TextFault
  | VerifierRefusal
  | LicenceRefusal
  | NotWaiting
  | { readonly code: 'LICENCE_NEEDS_A_REASON'; readonly path: readonly string[]; readonly why: string };

/**
 * Decides whether a person without a conflict verifies what was submitted.
 *
 * The licence is judged again at this moment: a component's licence may have changed since. Where the answer is "ask a
 * person", this person is the one, and says publicly why it may stand.
 */
export function verifyReturn(
  reason: string | null,
  /** `licence` is null when nothing waits to be judged. */
  facts: VerifyFacts & { readonly licence: LicenceFacts | null },
): Decision<{ readonly record: 'VERIFIED'; readonly reason: string }, VerifyReturnRefusal> {
  const reasons: VerifyReturnRefusal[] = [
    ...verifierReasons(facts.verifier, facts.submittedOn, facts.today),
    ...waitingReasons(facts, 'VERIFIED'),
    ...(facts.licence ? licenceReasons(facts.licence) : []),
  ];
  const checked = checkText(reason, ['input', 'reason'], { most: RETURN_LIMITS.reason, least: 0, lines: 'many' });
  reasons.push(...checked.faults);
  if (facts.licence && 'verdict' in facts.licence && facts.licence.verdict === 'ASK_A_PERSON' && checked.text === '') {
    reasons.push({ code: 'LICENCE_NEEDS_A_REASON', path: ['input', 'reason'], why: facts.licence.reason });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ record: 'VERIFIED', reason: checked.text });
}

export type RequestChangesRefusal = TextFault | VerifierRefusal | NotWaiting;

/** Decides a verifier's request for changes, with words for those who do the work and a later date for the wait. */
export function requestReturnChanges(
  reason: string | null,
  facts: VerifyFacts & { readonly dueOn: string },
): Decision<
  { readonly record: 'CHANGES_REQUESTED'; readonly reason: string; readonly dueOn: string },
  RequestChangesRefusal
> {
  const checked = checkText(reason, ['input', 'reason'], { most: RETURN_LIMITS.reason, lines: 'many' });
  const reasons: RequestChangesRefusal[] = [
    ...verifierReasons(facts.verifier, facts.submittedOn, facts.today),
    ...waitingReasons(facts, 'CHANGES_REQUESTED'),
    ...checked.faults,
  ];
  if (reasons.length > 0) return refuse(reasons);
  const dueOn = dueAfterChanges(facts.dueOn, facts.submittedOn, facts.today);
  return accept({ record: 'CHANGES_REQUESTED', reason: checked.text, dueOn });
}

function waitingReasons(facts: VerifyFacts, to: ObligationRecord): readonly NotWaiting[] {
  if (facts.record !== 'SUBMITTED' || !mayBecome(facts.record, to)) {
    return [{ code: 'NOT_WAITING_FOR_VERIFICATION', record: facts.record }];
  }
  return facts.isLatest ? [] : [{ code: 'RETURN_REPLACED' }];
}
