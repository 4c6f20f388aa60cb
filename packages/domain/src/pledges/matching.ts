import { Money } from '../shared/index.js';

import type { Matching } from './pledge.js';

/** A pledge as matching sees it: worth an amount of its own, or what others make it. */
export interface MatchablePledge {
  readonly id: string;
  readonly amount: Money;
  readonly matching?: Matching | null;
}

/**
 * What every match is worth, from scratch, given the pledges of a round in the order in which they were made.
 *
 * Each adds its percentage of what others pledged with an amount of their own, in whole minor units, up to its most. A
 * match never matches a match. Together they never pass the target: whoever offered first is served first.
 */
export function matchedAmounts(pledges: readonly MatchablePledge[], target: Money): ReadonlyMap<string, Money> {
  const base = pledges.reduce((sum, { matching, amount }) => (matching ? sum : sum + amount.minorUnits), 0n);
  let room = target.minorUnits > base ? target.minorUnits - base : 0n;
  const amounts = new Map<string, Money>();
  for (const { id, matching } of pledges) {
    if (!matching) continue;
    const share = (base * BigInt(matching.percent)) / 100n;
    const amount = [share, matching.most.minorUnits, room].reduce((least, one) => (one < least ? one : least));
    amounts.set(id, Money.of(amount, target.currency));
    room -= amount;
  }
  return amounts;
}

/** The same pledges, each match worth what it is worth among them. */
export function withMatches<P extends MatchablePledge>(pledges: readonly P[], target: Money): readonly P[] {
  const amounts = matchedAmounts(pledges, target);
  return pledges.map((pledge) => ({ ...pledge, amount: amounts.get(pledge.id) ?? pledge.amount }));
}
