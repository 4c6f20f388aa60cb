import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'notifications',
    id: 'features/notifications/notifications-page',
    load: () => import('./notifications-page.js'),
  },
  {
    path: 'notifications/settings',
    id: 'features/notifications/settings-page',
    load: () => import('./settings-page.js'),
  },
  {
    path: 'unsubscribe/:token',
    id: 'features/notifications/unsubscribe-page',
    load: () => import('./unsubscribe-page.js'),
  },
];
