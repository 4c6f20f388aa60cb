import catalogue from '../../messages/en/components.json';
import { words } from '../../lib/words.js';

export const useComponentWords = words('components', catalogue);
