import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'ventures', id: 'features/ventures/ventures-page', load: () => import('./ventures-page.js') },
  { path: 'ventures/:slug', id: 'features/ventures/venture-page', load: () => import('./venture-page.js') },
  { path: 'ventures/:slug/agenda', id: 'features/ventures/agenda-page', load: () => import('./agenda-page.js') },
  { path: 'ventures/:slug/team', id: 'features/ventures/team-page', load: () => import('./team-page.js') },
  {
    path: 'seats/:token',
    id: 'features/ventures/seat-invitation-page',
    load: () => import('./seat-invitation-page.js'),
  },
  { path: 'ventures/:slug/plan', id: 'features/ventures/plan-page', load: () => import('./plan-page.js') },
  { path: 'ventures/:slug/updates', id: 'features/ventures/updates-page', load: () => import('./updates-page.js') },
  {
    path: 'ventures/:slug/updates/:update',
    id: 'features/ventures/update-page',
    load: () => import('./update-page.js'),
  },
  { path: 'ideas/:slug/convene', id: 'features/ventures/convene-page', load: () => import('./convene-page.js') },
];
