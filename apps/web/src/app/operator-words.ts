import catalogue from '../messages/en/operator.json' with { type: 'json' };
import { words } from '../lib/words.js';

export const useOperatorWords = words('operator', catalogue);
