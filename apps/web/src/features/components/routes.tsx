import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'components', id: 'features/components/components-page', load: () => import('./components-page.js') },
  {
    path: 'components/new',
    id: 'features/components/new-component-page',
    load: () => import('./new-component-page.js'),
  },
  {
    path: 'components/new/:way',
    id: 'features/components/new-component-page',
    load: () => import('./new-component-page.js'),
  },
  {
    path: 'components/:slug/file',
    id: 'features/components/renew-component-page',
    load: () => import('./renew-component-page.js'),
  },
  { path: 'components/:slug', id: 'features/components/component-page', load: () => import('./component-page.js') },
];
