import { matchAddress } from './resolve.js';

export interface Place {
  readonly to: string;
  readonly word: 'nav.ideas' | 'nav.components' | 'nav.mandates' | 'nav.ventures' | 'nav.commons' | 'nav.data';
}

const ALL: readonly Place[] = [
  { to: '/ideas', word: 'nav.ideas' },
  { to: '/components', word: 'nav.components' },
  { to: '/mandates', word: 'nav.mandates' },
  { to: '/ventures', word: 'nav.ventures' },
  { to: '/commons', word: 'nav.commons' },
  { to: '/data', word: 'nav.data' },
];

/** Whether a page answers at an address. Nothing on a page leads nowhere, also while the site grows. */
export function exists(address: string): boolean {
  return matchAddress(address, '') !== null;
}

/** The places the header leads to, in order. */
export function places(): readonly Place[] {
  return ALL.filter(({ to }) => exists(to));
}
