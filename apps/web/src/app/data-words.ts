import catalogue from '../messages/en/data.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words of the page of open data. */
export const useDataWords = words('data', catalogue);
