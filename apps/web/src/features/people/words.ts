import catalogue from '../../messages/en/people.json';
import { words } from '../../lib/words.js';

export const usePeopleWords = words('people', catalogue);
