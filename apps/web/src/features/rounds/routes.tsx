import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'ideas/:slug/funding',
    id: 'features/rounds/idea-funding-page',
    load: () => import('./idea-funding-page.js'),
  },
];
