import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'report', id: 'features/stewardship/report-page', load: () => import('./report-page.js') },
  { path: 'transparency', id: 'features/stewardship/transparency-page', load: () => import('./transparency-page.js') },
  { path: 'desk/site-team', id: 'features/stewardship/queue-page', load: () => import('./queue-page.js') },
  { path: 'decisions', id: 'features/stewardship/decisions-page', load: () => import('./decisions-page.js') },
];
