import catalogue from '../messages/en/desk.json' with { type: 'json' };
import { words } from '../lib/words.js';

export const useDeskWords = words('desk', catalogue);
