import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'ventures/:slug/money',
    id: 'features/tranches/venture-money-page',
    load: () => import('./venture-money-page.js'),
  },
];
