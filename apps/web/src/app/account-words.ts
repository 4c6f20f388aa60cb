import catalogue from '../messages/en/account.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words of signing in and up. */
export const useAccountWords = words('account', catalogue);
