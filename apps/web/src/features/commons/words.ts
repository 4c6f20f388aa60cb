import catalogue from '../../messages/en/commons.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useCommonsWords = words('commons', catalogue);
