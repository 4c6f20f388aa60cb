import catalogue from '../../messages/en/reuse.json';
import { words } from '../../lib/words.js';

export const useReuseWords = words('reuse', catalogue);
