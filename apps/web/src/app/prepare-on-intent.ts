import { useEffect } from 'react';
import { prepare, type Surroundings } from './resolve.js';

/** How long a pointer rests on a link before it counts as meant. */
const RESTING_MS = 80;

/** Gets the next page ready while a pointer rests on its link or the keyboard has reached it. */
export function usePrepareOnIntent(surroundings: Surroundings): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const consider = (event: Event) => {
      clearTimeout(timer);
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (link === null || link.origin !== location.origin || link.pathname === location.pathname) return;
      const { pathname, search } = link;
      timer = setTimeout(() => void prepare(pathname, search, surroundings).catch(() => undefined), RESTING_MS);
    };
    document.addEventListener('pointerover', consider, { passive: true });
    document.addEventListener('focusin', consider);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', consider);
      document.removeEventListener('focusin', consider);
    };
  }, [surroundings]);
}
