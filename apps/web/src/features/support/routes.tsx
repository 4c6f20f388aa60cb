import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'session/:code', id: 'features/support/session-page', load: () => import('./session-page.js') },
];
