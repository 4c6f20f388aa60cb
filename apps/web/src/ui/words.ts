import catalogue from '../messages/en/ui.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words of the design system itself. */
export const useUiWords = words('ui', catalogue);
