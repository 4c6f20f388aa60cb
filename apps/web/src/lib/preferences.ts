export type ColourScheme = 'light' | 'dark';

const YEAR = 31_536_000;

/** Names of the cookies that hold a reader's own choices. They say nothing about who the reader is. */
export const THEME_COOKIE = 'openimpact-theme';
export const LANGUAGE_COOKIE = 'openimpact-language';

/** Applies a choice of light or dark now and to every later page; null follows the device again. */
export function rememberColourScheme(scheme: ColourScheme | null): void {
  if (scheme === null) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = scheme;
  document.cookie = `${THEME_COOKIE}=${scheme ?? ''}; path=/; max-age=${scheme === null ? 0 : YEAR}; samesite=lax`;
}

/** Reads every later page in this language, beginning with this one. */
export function rememberLanguage(locale: string): void {
  document.cookie = `${LANGUAGE_COOKIE}=${locale}; path=/; max-age=${YEAR}; samesite=lax`;
  location.reload();
}

/** One cookie out of a request's header. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)?.[1];
}
