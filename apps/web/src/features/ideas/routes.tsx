import type { PageRoute } from '../../lib/page.js';

export const routes: readonly PageRoute[] = [
  { path: 'ideas', id: 'features/ideas/ideas-page', load: () => import('./ideas-page.js') },
  { path: 'ideas/board', id: 'features/ideas/board-page', load: () => import('./board-page.js') },
  { path: 'ideas/new', id: 'features/ideas/new-idea-page', load: () => import('./new-idea-page.js') },
  { path: 'ideas/:slug/revise', id: 'features/ideas/revise-idea-page', load: () => import('./revise-idea-page.js') },
];
