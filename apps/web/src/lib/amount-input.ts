import { parseMoney } from './money.js';
import type { Requirement } from '../ui/requirement-list.js';

/** Currencies that are offered for a choice; the API accepts more. */
export const CURRENCIES = ['GBP', 'EUR', 'USD', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CAD', 'AUD', 'JPY'] as const;

/** Decimal places of a currency. */
export function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** What was typed into money fields that is no amount, as a refusal the form shows beside them. */
export interface AmountRefusal {
  readonly __typename: 'Refusal';
  readonly requirements: readonly Requirement[];
}

/**
 * Reads money fields: their minor units by name, or what is wrong with those that are no amount. Empty fields are left
 * out: whether they are needed is the form's business.
 */
export function readAmounts<Name extends string>(
  typed: Readonly<Record<Name, string>>,
  currency: string,
  problem: string,
): { readonly amounts: Partial<Record<Name, string>> } | { readonly refusal: AmountRefusal } {
  const entries = (Object.entries(typed) as [Name, string][]).filter(([, text]) => text.trim() !== '');
  const read = entries.map(([name, text]) => [name, parseMoney(text, decimalsOf(currency))] as const);
  const wrong = read.filter(([, amount]) => amount === null);
  if (wrong.length > 0) {
    return {
      refusal: {
        __typename: 'Refusal',
        requirements: wrong.map(([name]) => ({
          code: 'AMOUNT_NOT_A_NUMBER',
          message: problem,
          met: false,
          path: ['input', name],
        })),
      },
    };
  }
  return { amounts: Object.fromEntries(read) as Partial<Record<Name, string>> };
}
