import catalogue from '../../messages/en/rounds.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useRoundWords = words('rounds', catalogue);
