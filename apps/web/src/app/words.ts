import catalogue from '../messages/en/app.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words of what stands around every page. */
export const useAppWords = words('app', catalogue);
