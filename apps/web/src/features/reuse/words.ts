import catalogue from '../../messages/en/reuse.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useReuseWords = words('reuse', catalogue);
