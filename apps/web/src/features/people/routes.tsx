import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'settings', id: 'features/people/settings-page', load: () => import('./settings-page.js') },
  { path: 'people/:handle', id: 'features/people/person-page', load: () => import('./person-page.js') },
];
