import { DEVELOPMENT } from '../lib/development.js';
import type { PageRoute } from '../lib/page.js';

/**
 * Every address that answers. A feature exports its own from `features/<feature>/routes.tsx`; pages that
 * show several features stand in `app/pages` and are listed here.
 */
export const routes: readonly PageRoute[] = [
  { path: '', id: 'app/pages/home-page', load: () => import('./pages/home-page.js') },
  ...(DEVELOPMENT
    ? [{ path: 'gallery', id: 'app/pages/gallery-page', load: () => import('./pages/gallery-page.js') }]
    : []),
];
