import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  {
    path: 'organisations',
    id: 'features/organisations/organisations-page',
    load: () => import('./organisations-page.js'),
  },
  {
    path: 'organisations/new',
    id: 'features/organisations/new-organisation-page',
    load: () => import('./new-organisation-page.js'),
  },
  {
    path: 'organisations/:slug',
    id: 'features/organisations/organisation-page',
    load: () => import('./organisation-page.js'),
  },
  {
    path: 'invitations/:token',
    id: 'features/organisations/invitation-page',
    load: () => import('./invitation-page.js'),
  },
];
