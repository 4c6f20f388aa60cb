import { Gallery } from '../../gallery/gallery.js';
import { definePage } from '../../lib/page.js';

/** Every component in its states, for those who build pages. Part of the development server only. */
export const page = definePage({
  head: () => ({ title: 'Gallery', noIndex: true }),
  Component: Gallery,
});
