import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'commons', id: 'features/commons/library-page', load: () => import('./library-page.js') },
  { path: 'commons/new', id: 'features/commons/share-page', load: () => import('./share-page.js') },
  { path: 'commons/:slug', id: 'features/commons/entry-page', load: () => import('./entry-page.js') },
  { path: 'commons/:slug/edit', id: 'features/commons/revise-page', load: () => import('./revise-page.js') },
];
