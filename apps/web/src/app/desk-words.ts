import catalogue from '../messages/en/desk.json';
import { words } from '../lib/words.js';

export const useDeskWords = words('desk', catalogue);
