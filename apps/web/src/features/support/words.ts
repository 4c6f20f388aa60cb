import catalogue from '../../messages/en/support.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useSupportWords = words('support', catalogue);
