import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'components/:slug/where-it-went',
    id: 'features/lineage/component-lineage-page',
    load: () => import('./component-lineage-page.js'),
  },
  {
    path: 'ventures/:slug/where-it-went',
    id: 'features/lineage/venture-lineage-page',
    load: () => import('./venture-lineage-page.js'),
  },
  {
    path: 'commons/:slug/where-it-went',
    id: 'features/lineage/entry-lineage-page',
    load: () => import('./entry-lineage-page.js'),
  },
];
