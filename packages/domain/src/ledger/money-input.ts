import {
  accept,
  CURRENCY_DECIMALS,
  MAX_MINOR_UNITS,
  Money,
  refuse,
  type Currency,
  type Decision,
} from '../shared/index.js';

/** Why what a person typed is not an amount of money. */
export type MoneyInputReason =
  | { readonly code: 'AMOUNT_MISSING' }
  | { readonly code: 'AMOUNT_NOT_A_NUMBER'; readonly typed: string }
  | { readonly code: 'AMOUNT_HAS_TOO_MANY_DECIMALS'; readonly decimals: number; readonly currency: Currency }
  | { readonly code: 'AMOUNT_TOO_LARGE' }
  | { readonly code: 'AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'AMOUNT_IN_ANOTHER_CURRENCY'; readonly typed: string; readonly currency: Currency };

/** Signs that people write before or after an amount. Several currencies share some of them. */
const SIGNS: Readonly<Record<string, readonly Currency[]>> = {
  '£': ['GBP'],
  '€': ['EUR'],
  $: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'MXN', 'CLP', 'COP', 'TWD'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₦': ['NGN'],
  '₩': ['KRW'],
};

// Digits are the ten of ASCII (`\d` without the `u` class of other scripts), a comma stands between thousands, a
// point before decimals. "1e3", "NaN" and "0x10" fit nothing here, and "1.000" is a thousandth, never a thousand.
const AMOUNT = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/;

/**
 * Reads an amount as a person types it: "£20,000.50", "20000", "20 000 GBP".
 *
 * Nothing is rounded and nothing is guessed: an amount that is not exactly a number of minor units of the currency is
 * refused with what is wrong, because a guess here is somebody's money.
 */
export function parseMoney(typed: string, currency: Currency): Decision<Money, MoneyInputReason> {
  const text = typed.trim();
  if (text === '') return refuse([{ code: 'AMOUNT_MISSING' }]);

  const bare = withoutCurrency(text, currency);
  if (bare.other) return refuse([{ code: 'AMOUNT_IN_ANOTHER_CURRENCY', typed: bare.other, currency }]);

  const match = AMOUNT.exec(withoutSpacesBetweenThousands(bare.amount));
  if (!match) return refuse([{ code: 'AMOUNT_NOT_A_NUMBER', typed: text }]);

  const [, minus, whole = '', fraction = ''] = match;
  const decimals = CURRENCY_DECIMALS[currency];
  if (fraction.length > decimals) return refuse([{ code: 'AMOUNT_HAS_TOO_MANY_DECIMALS', decimals, currency }]);

  const digits = `${whole.replaceAll(',', '')}${fraction.padEnd(decimals, '0')}`;
  // Twenty digits and more are not read at all: no budget is that large, and a long number is a slow one.
  if (digits.replace(/^0+/, '').length > 19 || BigInt(digits) > MAX_MINOR_UNITS) {
    return refuse([{ code: 'AMOUNT_TOO_LARGE' }]);
  }
  if (minus || BigInt(digits) === 0n) return refuse([{ code: 'AMOUNT_NOT_POSITIVE' }]);
  return accept(Money.of(BigInt(digits), currency));
}

function withoutCurrency(text: string, currency: Currency): { amount: string; other?: string } {
  const match = /^(?:(?<before>[A-Z]{3}(?= ?-?\d)|\p{Sc}) ?)?(?<amount>.*?)(?: ?(?<after>[A-Z]{3}|\p{Sc}))?$/u.exec(
    text,
  );
  const { before, amount = text, after } = match?.groups ?? {};
  for (const sign of [before, after]) {
    if (sign && sign !== currency && !SIGNS[sign]?.includes(currency)) {
      // "NaN" and the like end in no currency: only three capitals that are one are.
      return Object.hasOwn(CURRENCY_DECIMALS, sign) || /\p{Sc}/u.test(sign)
        ? { amount, other: sign }
        : { amount: text };
    }
  }
  return { amount };
}

function withoutSpacesBetweenThousands(text: string): string {
  // Space, no-break space, thin and narrow no-break space: what people and spreadsheets put between thousands.
  return /^-?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:\.\d+)?$/.test(text)
    ? text.replace(/[ \u00a0\u2009\u202f]/g, '')
    : text;
}
