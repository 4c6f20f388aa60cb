import { routes as licences } from '../features/licences/routes.js';
import { routes as lineage } from '../features/lineage/routes.js';
import { routes as commons } from '../features/commons/routes.js';
import { routes as agreements } from '../features/agreements/routes.js';
import { routes as components } from '../features/components/routes.js';
import { routes as grants } from '../features/grants/routes.js';
import { routes as ideas } from '../features/ideas/routes.js';
import { routes as mandates } from '../features/mandates/routes.js';
import { routes as measurement } from '../features/measurement/routes.js';
import { routes as notifications } from '../features/notifications/routes.js';
import { routes as organisations } from '../features/organisations/routes.js';
import { routes as people } from '../features/people/routes.js';
import { routes as pledges } from '../features/pledges/routes.js';
import { routes as rounds } from '../features/rounds/routes.js';
import { routes as support } from '../features/support/routes.js';
import { routes as exchange } from '../features/exchange/routes.js';
import { routes as stewardship } from '../features/stewardship/routes.js';
import { routes as tranches } from '../features/tranches/routes.js';
import { routes as ventures } from '../features/ventures/routes.js';
import { routes as webhooks } from '../features/webhooks/routes.js';
import type { PageRoute } from '../lib/page.js';

/**
 * Every address that answers. A feature exports its own from `features/<feature>/routes.tsx`; pages that
 * show several features stand in `app/pages` and are listed here.
 */
export const routes: readonly PageRoute[] = [
  { path: '', id: 'app/pages/home-page', load: () => import('./pages/home-page.js') },
  { path: 'sign-in', id: 'app/pages/sign-in-page', load: () => import('./pages/sign-in-page.js') },
  { path: 'sign-in/link', id: 'app/pages/one-time-link-page', load: () => import('./pages/one-time-link-page.js') },
  {
    path: 'sign-in/new-password',
    id: 'app/pages/new-password-page',
    load: () => import('./pages/new-password-page.js'),
  },
  { path: 'sign-up', id: 'app/pages/sign-up-page', load: () => import('./pages/sign-up-page.js') },
  { path: 'desk', id: 'app/pages/desk-page', load: () => import('./pages/desk-page.js') },
  ...agreements,
  {
    path: 'ventures/:slug/money',
    id: 'app/pages/venture-money-page',
    load: () => import('./pages/venture-money-page.js'),
  },
  ...measurement,
  ...commons,
  ...licences,
  ...lineage,
  ...ideas,
  { path: 'ideas/:slug', id: 'app/pages/idea-page', load: () => import('./pages/idea-page.js') },
  { path: 'ideas/:slug/shape', id: 'app/pages/shape-page', load: () => import('./pages/shape-page.js') },
  ...people,
  ...notifications,
  ...webhooks,
  ...organisations,
  ...grants,
  {
    path: 'organisations/:slug/portfolio',
    id: 'app/pages/portfolio-page',
    load: () => import('./pages/portfolio-page.js'),
  },
  ...components,
  ...mandates,
  { path: 'mandates/:slug', id: 'app/pages/mandate-page', load: () => import('./pages/mandate-page.js') },
  ...rounds,
  ...pledges,
  ...support,
  ...tranches,
  ...ventures,
  ...exchange,
  ...stewardship,
  {
    path: 'ventures/:slug/returns',
    id: 'app/pages/venture-returns-page',
    load: () => import('./pages/venture-returns-page.js'),
  },
  {
    path: 'ventures/:slug/report',
    id: 'app/pages/venture-report-page',
    load: () => import('./pages/venture-report-page.js'),
  },
  {
    path: 'ventures/:slug/progress',
    id: 'app/pages/venture-progress-page',
    load: () => import('./pages/venture-progress-page.js'),
  },
  { path: 'offline', id: 'app/pages/offline-page', load: () => import('./pages/offline-page.js') },
  { path: 'data', id: 'app/pages/data-page', load: () => import('./pages/data-page.js') },
  { path: 'terms', id: 'app/pages/terms-page', load: () => import('./pages/terms-page.js') },
  { path: 'privacy', id: 'app/pages/privacy-page', load: () => import('./pages/privacy-page.js') },
  { path: 'accessibility', id: 'app/pages/accessibility-page', load: () => import('./pages/accessibility-page.js') },
  // Written out, so that the bundler sees that it is never so in what is built.
  ...(process.env.NODE_ENV === 'development'
    ? [{ path: 'gallery', id: 'app/pages/gallery-page', load: () => import('./pages/gallery-page.js') }]
    : []),
];
