import { createContext, useContext } from 'react';

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
  /** Id of the organisation they chose to act for in this browser; forms take it as first choice. */
  readonly actingFor: string | null;
}

export const ANONYMOUS: Reader = { person: null, memberships: [], actingFor: null };

export const ViewerContext = createContext<Reader>(ANONYMOUS);

export function useViewer(): Reader {
  return useContext(ViewerContext);
}
