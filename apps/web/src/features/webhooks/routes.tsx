import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'settings/webhooks', id: 'features/webhooks/webhooks-page', load: () => import('./webhooks-page.js') },
];
