/**
 * The places the header leads to, in order. A place that does not exist yet is not listed: nothing on a
 * page leads nowhere.
 */
export const PLACES = [] as const satisfies readonly Place[];

export interface Place {
  readonly to: string;
  readonly word: 'nav.ideas' | 'nav.components' | 'nav.mandates' | 'nav.ventures' | 'nav.commons' | 'nav.data';
}
