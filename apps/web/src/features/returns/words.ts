import catalogue from '../../messages/en/returns.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useReturnWords = words('returns', catalogue);
