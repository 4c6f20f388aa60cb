import { type ComponentType, createContext, useContext } from 'react';

import type { Requirement } from './requirement-list.js';

export interface RemedyProps {
  readonly problem: Requirement;
  /** The problem is out of the way: what was typed can be sent again. */
  readonly onSettled: () => void;
}

/** What a person can do about a problem right where it is told, by its code. The application says which there are. */
export const RemediesContext = createContext<Readonly<Record<string, ComponentType<RemedyProps>>>>({});

export function useRemedies(): Readonly<Record<string, ComponentType<RemedyProps>>> {
  return useContext(RemediesContext);
}
