import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from '../lib/router.js';
import { addressOf } from './resolve.js';

/**
 * After going to another page: the keyboard and the screen reader begin at its heading, and the view at
 * its top, at the part the address names, or, going back, where the reader left it.
 */
export function useArrival(address: string): void {
  const location = useLocation();
  const { hash, key } = location;
  const arrived = addressOf(location) === address;
  const type = useNavigationType();
  const shown = useRef({ address, key });
  const positions = useRef(new Map<string, number>());

  useEffect(() => {
    history.scrollRestoration = 'manual';
    // A reload is the browser's business: it knows where the reader was.
    const leave = () => (history.scrollRestoration = 'auto');
    const remember = () => positions.current.set(shown.current.key, window.scrollY);
    window.addEventListener('pagehide', leave);
    window.addEventListener('scroll', remember, { passive: true });
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('scroll', remember);
    };
  }, []);

  useEffect(() => {
    // The page one comes from is still there while the next is being read.
    if (!arrived) return;
    if (shown.current.address === address) {
      shown.current = { address, key };
      if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
      return;
    }
    const samePage = shown.current.address.split('?')[0] === address.split('?')[0];
    shown.current = { address, key };
    if (type === 'POP') window.scrollTo(0, positions.current.get(key) ?? 0);
    else if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView();
    // A filter changes the list below it and must not take the reader away from the filter.
    else if (!samePage) window.scrollTo(0, 0);
    if (samePage) return;
    const target = document.querySelector<HTMLElement>('main h1') ?? document.getElementById('main');
    if (target !== null && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  }, [address, arrived, hash, key, type]);
}
