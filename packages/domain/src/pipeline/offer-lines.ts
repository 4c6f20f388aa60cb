import type { OfferPrice } from '../reuse/index.js';
import { Money } from '../shared/money.js';
import { BRIEF_LIMITS, type BudgetLine } from './brief.js';

/**
 * The budget lines that an accepted offer adds: what its owner is paid for adapting it, and what looking after it costs
 * after the hand-over. Funders say what they pay of each kind, so neither hides in a sum.
 */
export function linesOfOffer(
  { currency, adaptationFee, maintenance }: OfferPrice,
  component: string,
): readonly BudgetLine[] {
  const note = [...component].slice(0, BRIEF_LIMITS.budgetNote).join('');
  const line = (kind: BudgetLine['kind'], amount: bigint | null): BudgetLine[] =>
    amount === null ? [] : [{ kind, note, amount: Money.of(amount, currency) }];
  return [...line('COMPONENT_ADAPTATION', adaptationFee), ...line('MAINTENANCE', maintenance)];
}
