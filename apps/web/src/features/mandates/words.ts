import catalogue from '../../messages/en/mandates.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useMandateWords = words('mandates', catalogue);
