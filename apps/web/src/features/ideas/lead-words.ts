import catalogue from '../../messages/en/leads.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useLeadWords = words('leads', catalogue);
