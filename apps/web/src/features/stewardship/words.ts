import catalogue from '../../messages/en/stewardship.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useStewardshipWords = words('stewardship', catalogue);
