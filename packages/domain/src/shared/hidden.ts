/** The site team hid it because somebody may be at risk, or removed it: nobody writes over it until it is back. */
export interface HiddenWhileLookedAt {
  readonly code: 'HIDDEN_WHILE_LOOKED_AT';
}
