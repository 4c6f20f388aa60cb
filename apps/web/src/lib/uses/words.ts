import catalogue from '../../messages/en/uses.json' with { type: 'json' };
import { words } from '../words.js';

export const useUsesWords = words('uses', catalogue);
