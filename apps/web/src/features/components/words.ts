import catalogue from '../../messages/en/components.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useComponentWords = words('components', catalogue);
