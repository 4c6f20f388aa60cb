import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'commons/:slug/indicators',
    id: 'features/measurement/standard-page',
    load: () => import('./standard-page.js'),
  },
  {
    path: 'commons/:slug/benchmarks',
    id: 'features/measurement/benchmarks-page',
    load: () => import('./benchmarks-page.js'),
  },
  {
    path: 'commons/:slug/report',
    id: 'features/measurement/report-page',
    load: () => import('./report-page.js'),
  },
];
