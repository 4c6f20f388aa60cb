import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'licences', id: 'features/licences/licence-page', load: () => import('./licence-page.js') },
];
