import { moneyOf, storedConditionObject, wordMoney } from '../../mandates/index.js';
import { requirement, type RequirementObject } from '../../../platform/graphql/index.js';
import type { StoredMissing } from '../application/what-was-missing.js';

/** What a round lacked when it failed, each thing once however many funders asked for it. */
export function whatWasMissing(stored: StoredMissing | null, currency: string): readonly RequirementObject[] {
  if (stored === null) return [];
  const money = (minor: string, code = currency) => wordMoney(moneyOf(BigInt(minor), code));
  const words = (value: StoredMissing['conditions'][number]['current']) =>
    value === null ? undefined : typeof value === 'number' ? String(value) : money(value.minorUnits, value.currency);
  const conditions = stored.conditions.map(({ condition, current, needed }) =>
    requirement(condition.code, {
      message: storedConditionObject(condition).sentence,
      current: words(current),
      needed: words(needed),
    }),
  );
  const once = new Map(conditions.map((one) => [`${one.code} ${one.message}`, one]));
  const sum = requirement('MINIMUM_NOT_REACHED', {
    message: 'The pledges that counted did not reach the minimum.',
    current: money(stored.counting),
    needed: money(stored.minimum),
  });
  return [sum, ...once.values()];
}
