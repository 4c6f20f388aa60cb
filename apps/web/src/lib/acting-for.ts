import { useSyncExternalStore } from 'react';

const KEY = 'openimpact.acting-for';
const listeners = new Set<() => void>();

/**
 * The organisation a person chose to act for in this browser, or null for themself. Forms take it as their
 * first choice; nothing is done for an organisation without the form saying so.
 *
 * @param memberships ids of the organisations they belong to now: a choice that is no longer among them is none
 */
export function useActingFor(memberships: readonly string[]): readonly [string | null, (id: string | null) => void] {
  const chosen = useSyncExternalStore(subscribe, read, () => null);
  return [chosen !== null && memberships.includes(chosen) ? chosen : null, choose];
}

function choose(id: string | null): void {
  if (id === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, id);
  for (const listener of listeners) listener();
}

function read(): string | null {
  return localStorage.getItem(KEY);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
