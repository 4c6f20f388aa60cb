/** An amount as the API gives it: whole minor units as a string of digits, exact at any size. */
export interface MoneyValue {
  readonly minorUnits: string;
  readonly currency: string;
  readonly decimals: number;
}

/**
 * An amount as a person reads it: £20,000 or £19,999.50. Whole amounts lose their empty decimals; no
 * floating point is involved, so the last penny of any amount is right.
 */
export function formatMoney({ minorUnits, currency, decimals }: MoneyValue, locale: string): string {
  const amount = decimalText(minorUnits, decimals);
  const whole = BigInt(minorUnits) % 10n ** BigInt(decimals) === 0n;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: whole ? 0 : decimals,
    maximumFractionDigits: whole ? 0 : decimals,
  });
  // Given a string, the formatter works on its digits and not on a rounded number.
  return format.format(amount);
}

/** "1999950" with two decimals is "19999.50". */
export function decimalText(minorUnits: string, decimals: number): Intl.StringNumericLiteral {
  const negative = minorUnits.startsWith('-');
  const digits = minorUnits.replace('-', '').padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return `${negative ? '-' : ''}${text}` as Intl.StringNumericLiteral;
}

/**
 * Reads an amount as somebody typed it: "20,000", "£20 000.50", "20000.5". Null when it is not an amount
 * of this currency: more decimals than it has, or anything but digits, separators and a currency's sign.
 */
export function parseMoney(typed: string, decimals: number): string | null {
  const cleaned = typed
    .trim()
    .replace(/^[\p{Sc}A-Z]{1,3}\s*/u, '')
    .replace(/[\s\u00a0_]/g, '');
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(cleaned);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > decimals) return null;
  const digits = whole.replaceAll(',', '') + fraction.padEnd(decimals, '0');
  return BigInt(digits).toString();
}

/** Part of a whole from 0 to 100, for drawing only. */
export function percentOf(part: string, whole: string): number {
  const all = BigInt(whole);
  return all === 0n ? 0 : Math.min(100, Number((BigInt(part) * 10_000n) / all) / 100);
}
