import catalogue from '../../messages/en/exchange.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useExchangeWords = words('exchange', catalogue);
