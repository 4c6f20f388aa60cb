import catalogue from '../../messages/en/grants.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useGrantWords = words('grants', catalogue);
