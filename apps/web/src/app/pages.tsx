import { startTransition, useCallback, useEffect, useState } from 'react';
import { useLocation, useNavigate } from '../lib/router.js';
import { forgetEarlyInput } from '../lib/early-input.js';
import { pagesAreAlive } from '../lib/later.js';
import { PageBoundary } from './page-boundary.js';
import { PageView } from './page-view.js';
import { addressOf, resolve, type Surroundings, type View } from './resolve.js';
import { Shell } from './shell.js';
import { usePrepareOnIntent } from './prepare-on-intent.js';
import { useArrival } from './arrival.js';

interface PagesProps {
  /** What the address showed when the page was rendered on the server. */
  readonly first: View;
  readonly surroundings: Surroundings;
}

/** The page at the present address. While the next one is being read, the one before stays and a sign says so. */
export function Pages({ first, surroundings }: PagesProps) {
  const location = useLocation();
  const navigate = useNavigate();
  const [view, setView] = useState(first);
  const address = addressOf(location);
  const pending = view.address !== address;

  const go = useCallback(
    (to: string, isCurrent: () => boolean) => {
      void resolve(new URL(to, window.location.origin), surroundings).then((next) => {
        if (!isCurrent()) return;
        if (next.kind === 'failure' && isReadOffline()) window.location.assign(to);
        else if (next.kind === 'redirect') void navigate(next.to, { replace: true });
        else {
          // Before its parts are drawn: they then know that this browser began them, and a link to one of them finds it.
          pagesAreAlive();
          startTransition(() => setView(next));
        }
      });
    },
    [navigate, surroundings],
  );

  useEffect(() => {
    if (!pending) return undefined;
    let current = true;
    go(address, () => current);
    return () => {
      current = false;
    };
  }, [address, pending, go]);
  useEffect(() => {
    if (view !== first) forgetEarlyInput();
  }, [view, first]);
  usePrepareOnIntent(surroundings);
  useArrival(view.address);

  return (
    <Shell pending={pending}>
      <PageBoundary key={view.address}>
        <PageView view={view} onRetry={() => go(address, () => true)} />
      </PageBoundary>
    </Shell>
  );
}

/** Without a connection only the service worker knows what was read: it answers a page asked for from the beginning. */
function isReadOffline(): boolean {
  return !navigator.onLine && 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
}
