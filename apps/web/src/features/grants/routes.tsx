import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'organisations/:slug/earlier-grants',
    id: 'features/grants/earlier-grants-page',
    load: () => import('./earlier-grants-page.js'),
  },
];
