/** The places the header leads to, in the order of the chain. What is left is in the footer and in the palette. */
export const PLACES = [
  { to: '/ideas', word: 'nav.ideas' },
  { to: '/components', word: 'nav.components' },
  { to: '/mandates', word: 'nav.mandates' },
  { to: '/ventures', word: 'nav.ventures' },
  { to: '/commons', word: 'nav.commons' },
] as const;
