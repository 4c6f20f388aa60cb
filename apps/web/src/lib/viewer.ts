import { createContext, useContext } from 'react';
import { useActingFor } from './acting-for.js';

/** Who is reading, as every page may know it. */
export interface Reader {
  readonly person: {
    readonly id: string;
    readonly handle: string;
    readonly name: string;
    readonly steward: boolean;
  } | null;
  readonly memberships: readonly {
    readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
    readonly roles: readonly string[];
  }[];
}

export const ANONYMOUS: Reader = { person: null, memberships: [] };

export const ViewerContext = createContext<Reader>(ANONYMOUS);

/**
 * Who is reading, and the organisation they chose to act for in this browser: forms take it as first choice. The choice
 * is read where it is needed, because a context that changed would draw parts anew that are not alive yet.
 */
export function useViewer(): Reader & { readonly actingFor: string | null } {
  const reader = useContext(ViewerContext);
  const [actingFor] = useActingFor(reader.memberships.map(({ organisation }) => organisation.id));
  return { ...reader, actingFor };
}
