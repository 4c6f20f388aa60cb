import type { I18n } from '@lingui/core';

/** The picture that other sites show beside a link to a page: what is at the page, in the language it was read in. */
export function previewOf(page: string, i18n: I18n): string {
  return `${page}/preview.png${i18n.locale.startsWith('en') ? '' : `?language=${i18n.locale.split('-')[0]}`}`;
}
