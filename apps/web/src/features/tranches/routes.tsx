import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'organisations/:slug/bank-statement',
    id: 'features/tranches/bank-statement-page',
    load: () => import('./bank-statement-page.js'),
  },
];
