import catalogue from '../../messages/en/tranches.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useTrancheWords = words('tranches', catalogue);
