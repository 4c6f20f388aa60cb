import catalogue from '../../messages/en/ventures.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useVentureWords = words('ventures', catalogue);
