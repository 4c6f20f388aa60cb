import { later } from '../lib/later.js';

/**
 * Somebody's text in Markdown. The server has drawn it; in the browser its reader arrives behind the page,
 * and until then what the server drew stays.
 */
export const Markdown = later(() => import('./markdown-text.js').then(({ MarkdownText }) => MarkdownText));
