import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'commons/:slug/indicators',
    id: 'features/measurement/standard-page',
    load: () => import('./standard-page.js'),
  },
];
