import { trancheCalled, type LedgerTransaction } from '../ledger/index.js';
import type { RoundStatus, TrancheShare } from '../rounds/index.js';
import { accept, refuse, sumOf, type Decision, type Money } from '../shared/index.js';

import { amountsOfTranches, partsOfCall, type CallPart, type Commitment } from './instalments.js';

/** How long a funder has to pay, unless the request says longer. */
export const PAYMENT_TERM_DAYS = 30;

/** A promise that stands in the way of the next instalment. */
export interface OverduePromise {
  readonly title: string;
  readonly dueOn: string;
  readonly tranchePosition: number;
}

/** What the rule asks about the round whose instalment is called. */
export interface CallFacts {
  readonly callId: string;
  readonly roundStatus: RoundStatus;
  readonly ventureStopped: boolean;
  /** The agreed money of the round at its close: instalments are shares of it. */
  readonly agreed: Money;
  readonly tranches: readonly TrancheShare[];
  readonly calledPositions: readonly number[];
  readonly commitments: readonly Commitment[];
  /** Promises overdue now and not waived. What was submitted is not overdue: its clock stands still. */
  readonly overdue: readonly OverduePromise[];
}

export type CallTrancheReason =
  | { readonly code: 'ROUND_NOT_SUCCEEDED'; readonly status: RoundStatus }
  | { readonly code: 'VENTURE_STOPPED' }
  | { readonly code: 'TRANCHE_NOT_FOUND'; readonly position: number }
  | { readonly code: 'TRANCHE_ALREADY_CALLED'; readonly position: number }
  | { readonly code: 'EARLIER_TRANCHE_NOT_CALLED'; readonly position: number }
  | { readonly code: 'OBLIGATION_OVERDUE'; readonly title: string; readonly dueOn: string }
  | { readonly code: 'NOTHING_LEFT_TO_CALL' };

export interface CalledTranche {
  readonly amount: Money;
  readonly parts: readonly CallPart[];
  readonly ledger: LedgerTransaction;
}

/**
 * Decides whether an instalment may be asked for, and what each funder's part is.
 *
 * A promise tied to an earlier instalment that is overdue blocks every later one: it is what the earlier money was
 * for. What funders released in the meantime is missing from the last instalments, never asked of the others.
 *
 * The caller must hold the lock on the round.
 */
export function callTranche(position: number, facts: CallFacts): Decision<CalledTranche, CallTrancheReason> {
  const reasons: CallTrancheReason[] = [];
  if (facts.roundStatus !== 'SUCCEEDED') reasons.push({ code: 'ROUND_NOT_SUCCEEDED', status: facts.roundStatus });
  if (facts.ventureStopped) reasons.push({ code: 'VENTURE_STOPPED' });
  reasons.push(...orderReasons(position, facts));
  reasons.push(
    ...facts.overdue
      .filter((promise) => promise.tranchePosition < position)
      .map(({ title, dueOn }) => ({ code: 'OBLIGATION_OVERDUE', title, dueOn }) as const),
  );
  if (reasons.length > 0) return refuse(reasons);

  const amount = amountToCall(position, facts);
  if (!amount.isPositive) return refuse([{ code: 'NOTHING_LEFT_TO_CALL' }]);
  const parts = partsOfCall(amount, facts.commitments);
  return accept({ amount, parts, ledger: trancheCalled(facts.callId, parts) });
}

function orderReasons(position: number, facts: CallFacts): readonly CallTrancheReason[] {
  if (!facts.tranches.some((tranche) => tranche.position === position)) {
    return [{ code: 'TRANCHE_NOT_FOUND', position }];
  }
  if (facts.calledPositions.includes(position)) return [{ code: 'TRANCHE_ALREADY_CALLED', position }];
  const earlier = facts.tranches.find(
    (tranche) => tranche.position < position && !facts.calledPositions.includes(tranche.position),
  );
  return earlier ? [{ code: 'EARLIER_TRANCHE_NOT_CALLED', position: earlier.position }] : [];
}

function amountToCall(position: number, facts: CallFacts): Money {
  const planned = amountsOfTranches(facts.agreed, facts.tranches).get(position) ?? facts.agreed.minus(facts.agreed);
  const left = sumOf(
    facts.commitments.map((commitment) => commitment.uncalled),
    facts.agreed.currency,
  );
  return planned.isMoreThan(left) ? left : planned;
}
