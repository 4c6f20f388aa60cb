import { createContext, useContext } from 'react';

/** Facts about this installation and this visit that the server knows when it renders. */
export interface Site {
  /** Where the source of exactly this installation is, as its licence asks; null while the operator has not said. */
  readonly sourceUrl: string | null;
  /** Filled with invented data, where one may sign in as an invented person. */
  readonly demonstration: boolean;
  /** Where somebody who needs help now finds it, in Markdown; empty while the site team named none. */
  readonly helpContacts: string;
  /** When the page was rendered, in ISO 8601: relative times are counted from here until the page is alive. */
  readonly renderedAt: string;
  /** The reader's own choice of light or dark, or none to follow the device. */
  readonly colourScheme: 'light' | 'dark' | null;
}

export const SiteContext = createContext<Site>({
  sourceUrl: null,
  demonstration: false,
  helpContacts: '',
  renderedAt: '1970-01-01T00:00:00.000Z',
  colourScheme: null,
});

export function useSite(): Site {
  return useContext(SiteContext);
}
