import catalogue from '../../messages/en/people.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const usePeopleWords = words('people', catalogue);
