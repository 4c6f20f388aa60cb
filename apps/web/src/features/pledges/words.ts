import catalogue from '../../messages/en/pledges.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const usePledgeWords = words('pledges', catalogue);
