import { isCurrency, Money, type PledgeCondition, type ReturnConditionTerm } from '@openimpact/domain';

/** Money as it lies in JSON: minor units as text, because JSON's numbers end at 2^53. */
interface StoredMoney {
  readonly minorUnits: string;
  readonly currency: string;
}

type Stored<T> = T extends Money ? StoredMoney : T extends object ? { readonly [K in keyof T]: Stored<T[K]> } : T;

export type StoredCondition = Stored<PledgeCondition>;
export type StoredReturnCondition = Stored<ReturnConditionTerm>;

/** A condition as it is stored, and the way back. Only amounts need translating. */
export function storeCondition(condition: PledgeCondition): StoredCondition {
  return condition.code === 'MIN_ROUND_TOTAL' ? { ...condition, total: storeMoney(condition.total) } : condition;
}

export function readCondition(stored: StoredCondition): PledgeCondition {
  return stored.code === 'MIN_ROUND_TOTAL' ? { ...stored, total: readMoney(stored.total) } : stored;
}

export function storeMoney(money: Money): StoredMoney {
  return { minorUnits: money.minorUnits.toString(), currency: money.currency };
}

function readMoney({ minorUnits, currency }: StoredMoney): Money {
  return moneyOf(BigInt(minorUnits), currency);
}

/** Stored money of a currency that is not known would be a fault of ours: the rules let none in. */
export function moneyOf(minorUnits: bigint, currency: string): Money {
  if (!isCurrency(currency)) throw new Error(`Stored money has a currency that is not known: ${currency}.`);
  return Money.of(minorUnits, currency);
}
