// Keeps what was read, so that it can be read again without a connection. It changes nothing on its way: what the
// network answers is what the reader gets, and only where it does not answer is what was kept shown.

const FILES = 'openimpact-files-1';
/** What was read. The page empties it when somebody signs in or out: see lib/kept-pages.ts. */
const PAGES = 'openimpact-pages-1';
const MOST = { [FILES]: 150, [PAGES]: 80 };

/** Where somebody works rather than reads, or types a secret: never kept. */
const NOT_KEPT = /^\/(api|desk|settings|notifications|sign-in|sign-up|pledge|health|metrics)(\/|$)/;
const OFFLINE = '/offline';

self.addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => !(name in MOST)).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || NOT_KEPT.test(url.pathname)) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(file(event));
  else if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (url.pathname === '/graphql') event.respondWith(networkFirst(event));
});

/** Files have their content in their name: one that was kept is the one that is asked for. */
async function file(event) {
  const kept = await caches.match(event.request, { cacheName: FILES });
  if (kept !== undefined) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(keep(FILES, event.request, answer.clone()));
  return answer;
}

async function page(event, url) {
  try {
    return await networkFirst(event);
  } catch {
    const offline = await caches.match(OFFLINE, { cacheName: FILES, ignoreSearch: true, ignoreVary: true });
    if (offline === undefined) return Response.error();
    if (url.pathname === OFFLINE) return offline;
    return Response.redirect(`${OFFLINE}?to=${encodeURIComponent(url.pathname + url.search)}`, 302);
  }
}

async function networkFirst(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.status === 200) event.waitUntil(keep(PAGES, event.request, answer.clone()));
    return answer;
  } catch (error) {
    const kept = await caches.match(event.request, { cacheName: PAGES, ignoreVary: true });
    if (kept !== undefined) return kept;
    throw error;
  }
}

async function keep(name, request, answer) {
  const cache = await caches.open(name);
  await cache.put(request, answer);
  const keys = await cache.keys();
  // Those that were kept first leave first; the page that is shown when nothing else can be stays.
  const oldest = keys.filter((key) => new URL(key.url).pathname !== OFFLINE).slice(0, keys.length - MOST[name]);
  await Promise.all(oldest.map((key) => cache.delete(key)));
}

/** The page that says so, with every file it needs. Nobody is signed in on it. */
async function keepOfflinePage() {
  const answer = await fetch(OFFLINE, { credentials: 'omit' });
  if (!answer.ok) return;
  const cache = await caches.open(FILES);
  const files = new Set((await answer.clone().text()).match(/\/assets\/[^"]+/g) ?? []);
  await Promise.all([cache.put(OFFLINE, answer), ...[...files].map((address) => cache.add(address))]);
}
