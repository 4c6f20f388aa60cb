const KEY = 'openimpact.live';
const listeners = new Set<() => void>();

/** Whether the reader wants pages to hold still. Chosen once for all pages, and kept in this browser. */
export function isPaused(): boolean {
  try {
    return localStorage.getItem(KEY) === 'paused';
  } catch {
    return false;
  }
}

export function pause(held: boolean): void {
  try {
    if (held) localStorage.setItem(KEY, 'paused');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser without storage cannot be told.
  }
  for (const listener of listeners) listener();
}

export function subscribeToPause(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
