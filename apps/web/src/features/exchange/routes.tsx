import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'desk/site-team/import', id: 'features/exchange/import-page', load: () => import('./import-page.js') },
];
