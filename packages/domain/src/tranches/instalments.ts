import { splitByLargestRemainder } from '../ledger/index.js';
import { ALL_BASIS_POINTS, type TrancheShare } from '../rounds/index.js';
import { Money } from '../shared/index.js';

/**
 * Splits the agreed money of a round over its instalments by their shares: the parts add up exactly, and equal
 * remainders go to the earlier instalment.
 */
export function amountsOfTranches(agreed: Money, tranches: readonly TrancheShare[]): ReadonlyMap<number, Money> {
  const shares = tranches.map(({ position, basisPoints }) => ({
    id: String(position).padStart(4, '0'),
    weight: BigInt(basisPoints),
    cap: agreed.minorUnits,
  }));
  const total = shares.reduce((sum, share) => sum + share.weight, 0n);
  if (total !== BigInt(ALL_BASIS_POINTS)) throw new Error('The shares of a round add up to the whole.');
  const parts = splitByLargestRemainder(agreed.minorUnits, shares);
  return new Map([...parts].map(([id, part]) => [Number(id), Money.of(part, agreed.currency)]));
}

/** What a funder agreed to and how much of it was not asked for yet. */
export interface Commitment {
  readonly pledgeId: string;
  readonly agreed: Money;
  readonly uncalled: Money;
}

/** One funder's part of a payment request. */
export interface CallPart {
  readonly pledgeId: string;
  readonly amount: Money;
}

/**
 * Splits a payment request between funders by what each agreed to, never beyond what is left of it. Parts of nothing
 * are left out.
 *
 * @throws {SplitExceedsCapsError} when more is asked for than is left of all commitments together.
 */
export function partsOfCall(amount: Money, commitments: readonly Commitment[]): readonly CallPart[] {
  const parts = splitByLargestRemainder(
    amount.minorUnits,
    commitments.map(({ pledgeId, agreed, uncalled }) => ({
      id: pledgeId,
      weight: agreed.minorUnits,
      cap: uncalled.minorUnits,
    })),
  );
  return [...parts]
    .filter(([, part]) => part > 0n)
    .map(([pledgeId, part]) => ({ pledgeId, amount: Money.of(part, amount.currency) }));
}
