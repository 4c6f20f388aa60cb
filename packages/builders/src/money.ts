import { Money } from '@openimpact/domain';

/** Pounds sterling in pence: `gbp(20_000n)` is two hundred pounds. */
export function gbp(pence: bigint): Money {
  return Money.of(pence, 'GBP');
}

/** Whole pounds, where pence would only be noughts to miscount: `pounds(25_000)` is twenty-five thousand. */
export function pounds(whole: number): Money {
  return gbp(BigInt(whole) * 100n);
}

/** Euro in cents, for tests that need a second currency. */
export function eur(cents: bigint): Money {
  return Money.of(cents, 'EUR');
}
