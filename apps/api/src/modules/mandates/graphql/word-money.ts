import type { Money } from '@openimpact/domain';

/** An amount as a person writes it: £3,000 or £3,000.50. Made from digits, so that no amount passes through a float. */
export function wordMoney(money: Money): string {
  const { minorUnits, currency, decimals } = money;
  const sign = minorUnits < 0n ? '-' : '';
  const digits = (minorUnits < 0n ? -minorUnits : minorUnits).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = `${sign}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`;
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' }).format(
    text as `${number}`,
  );
}
