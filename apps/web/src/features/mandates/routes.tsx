import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'mandates', id: 'features/mandates/mandates-page', load: () => import('./mandates-page.js') },
  { path: 'mandates/new', id: 'features/mandates/new-mandate-page', load: () => import('./new-mandate-page.js') },
  {
    path: 'mandates/:slug/revise',
    id: 'features/mandates/revise-mandate-page',
    load: () => import('./revise-mandate-page.js'),
  },
];
