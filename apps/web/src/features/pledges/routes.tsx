import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'pledge/:round', id: 'features/pledges/pledge-page', load: () => import('./pledge-page.js') },
];
