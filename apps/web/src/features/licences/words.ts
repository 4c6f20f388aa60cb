import catalogue from '../../messages/en/licences.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useLicenceWords = words('licences', catalogue);
