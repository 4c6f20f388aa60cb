/**
 * Decimal places of the currencies accepted here (ISO 4217 list one, 2024). A currency that is not
 * listed is refused rather than guessed: a wrong number of decimals is a wrong amount of money.
 */
export const CURRENCY_DECIMALS = {
  AED: 2,
  AUD: 2,
  BGN: 2,
  BHD: 3,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CLP: 0,
  CNY: 2,
  COP: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  GHS: 2,
  HKD: 2,
  HUF: 2,
  IDR: 2,
  ILS: 2,
  INR: 2,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KES: 2,
  KRW: 0,
  KWD: 3,
  MXN: 2,
  MYR: 2,
  NGN: 2,
  NOK: 2,
  NZD: 2,
  OMR: 3,
  PHP: 2,
  PLN: 2,
  RON: 2,
  RWF: 0,
  SAR: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TND: 3,
  TRY: 2,
  TWD: 2,
  TZS: 2,
  UAH: 2,
  UGX: 0,
  USD: 2,
  VND: 0,
  XAF: 0,
  XOF: 0,
  ZAR: 2,
} as const;

/** An ISO 4217 code this product knows. */
export type Currency = keyof typeof CURRENCY_DECIMALS;

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCY_DECIMALS, code);
}

/** The largest amount a `bigint` column holds; the database refuses more, so do we, with a reason. */
export const MAX_MINOR_UNITS = 9_223_372_036_854_775_807n;

/**
 * An amount of money: a whole number of minor units (pence, cents) of one currency.
 *
 * Adding or comparing two currencies throws: there is no right answer, so reaching it is a fault of the caller.
 */
export class Money {
  private constructor(
    readonly minorUnits: bigint,
    readonly currency: Currency,
  ) {}

  static of(minorUnits: bigint, currency: Currency): Money {
    return new Money(minorUnits, currency);
  }

  static zero(currency: Currency): Money {
    return new Money(0n, currency);
  }

  get decimals(): number {
    return CURRENCY_DECIMALS[this.currency];
  }

  plus(other: Money): Money {
    return new Money(this.minorUnits + this.sameCurrency(other), this.currency);
  }

  minus(other: Money): Money {
    return new Money(this.minorUnits - this.sameCurrency(other), this.currency);
  }

  negated(): Money {
    return new Money(-this.minorUnits, this.currency);
  }

  isMoreThan(other: Money): boolean {
    return this.minorUnits > this.sameCurrency(other);
  }

  isLessThan(other: Money): boolean {
    return this.minorUnits < this.sameCurrency(other);
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.minorUnits === other.minorUnits;
  }

  get isZero(): boolean {
    return this.minorUnits === 0n;
  }

  get isPositive(): boolean {
    return this.minorUnits > 0n;
  }

  private sameCurrency(other: Money): bigint {
    if (other.currency !== this.currency) {
      throw new Error(`Money of two currencies does not mix: ${this.currency} and ${other.currency}.`);
    }
    return other.minorUnits;
  }
}

/** Sums amounts of one currency. The currency is asked for because an empty list has none. */
export function sumOf(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce((sum, amount) => sum.plus(amount), Money.zero(currency));
}

/** Minor units as a decimal number in text, for files that programs read: 125050 pence are `1250.50`, in every language. */
export function decimalText(minorUnits: bigint, currency: Currency): string {
  const decimals = CURRENCY_DECIMALS[currency];
  const digits = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${minorUnits < 0n ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}
