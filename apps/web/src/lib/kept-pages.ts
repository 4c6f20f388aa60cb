/** The name under which the service worker keeps what was read; the same as in public/service-worker.mjs. */
const PAGES = 'openimpact-pages-1';

/** A page that was read and can be read again without a connection. */
export interface KeptPage {
  readonly address: string;
  readonly title: string;
}

/** Forgets what was read: it may hold what only the person who just left could see. */
export async function forgetKeptPages(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(PAGES).catch(() => false);
}

/** The pages that were read, last read first. */
export async function keptPages(): Promise<readonly KeptPage[]> {
  if (!('caches' in globalThis)) return [];
  const cache = await caches.open(PAGES);
  const pages = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const answer = await cache.match(request, { ignoreVary: true });
      if (!answer?.headers.get('content-type')?.startsWith('text/html')) return [];
      const title = new DOMParser().parseFromString(await answer.text(), 'text/html').title;
      const { pathname, search } = new URL(request.url);
      return [{ address: pathname + search, title: title.replace(/ · [^·]*$/, '') }];
    }),
  );
  return pages.flat().reverse();
}

/** Begins to keep what is read. It waits until the page has everything it needs itself. */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  const begin = () => void navigator.serviceWorker.register('/service-worker.mjs').catch(() => undefined);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}
