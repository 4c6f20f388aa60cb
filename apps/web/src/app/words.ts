import catalogue from '../messages/en/app.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words of the pages and parts that belong to no feature. */
export const useAppWords = words('app', catalogue);
