import {
  accept,
  mayBecome,
  refuse,
  verifierReasons,
  type Decision,
  type ObligationRecord,
  type SubmitReturnRefusal,
  type VerifyReturnRefusal,
  type WaiveRefusal,
} from '@openimpact/domain';

import type { Ties } from './facts.js';

/** What the view knows about whoever looks at a promise. */
export interface ObligationPermissionFacts {
  readonly record: ObligationRecord;
  readonly today: string;
  readonly ties: Ties;
  /** The day of the return that waits; null when none does. */
  readonly submittedOn: string | null;
  /** Funders of this promise for which the viewer may still answer a waiver. */
  readonly answersFor: readonly string[];
}

/** Whether the viewer could submit something for this promise. */
export function canSubmit({ record, ties }: ObligationPermissionFacts): Decision<null, SubmitReturnRefusal> {
  const reasons: SubmitReturnRefusal[] = [];
  if (!ties.worksForVenture) reasons.push({ code: 'NOT_IN_THE_VENTURE' });
  if (!mayBecome(record, 'SUBMITTED')) reasons.push({ code: 'PROMISE_NOT_OPEN', record });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

/** Whether the viewer could verify what waits, or ask for changes, as far as can be known before the licence. */
export function canVerify(facts: ObligationPermissionFacts): Decision<null, VerifyReturnRefusal> {
  const { record, ties, submittedOn, today } = facts;
  const reasons: VerifyReturnRefusal[] = [...verifierReasons(ties, submittedOn ?? today, today)];
  if (record !== 'SUBMITTED') reasons.push({ code: 'NOT_WAITING_FOR_VERIFICATION', record });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

/** Whether the viewer could answer for a funder that this promise need not be kept. */
export function canWaive({ record, answersFor }: ObligationPermissionFacts): Decision<null, WaiveRefusal> {
  const reasons: WaiveRefusal[] = [];
  if (!mayBecome(record, 'WAIVED')) reasons.push({ code: 'PROMISE_SETTLED', record });
  if (answersFor.length === 0) reasons.push({ code: 'MAY_NOT_ANSWER_FOR_IT' });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}
