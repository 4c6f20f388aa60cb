import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'ideas/:slug/agreement',
    id: 'features/agreements/agreement-page',
    load: () => import('./agreement-page.js'),
  },
];
