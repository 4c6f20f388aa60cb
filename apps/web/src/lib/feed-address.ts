import type { I18n } from '@lingui/core';

/** A feed of a page, in the language the page was read in. */
export function feedAddress(address: string, i18n: I18n): string {
  if (i18n.locale.startsWith('en')) return address;
  return `${address}${address.includes('?') ? '&' : '?'}language=${i18n.locale.split('-')[0]}`;
}
