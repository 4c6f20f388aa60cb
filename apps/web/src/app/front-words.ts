import catalogue from '../messages/en/front.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words of the front page. */
export const useFrontWords = words('front', catalogue);
