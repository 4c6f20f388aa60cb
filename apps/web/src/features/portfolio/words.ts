import catalogue from '../../messages/en/portfolio.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const usePortfolioWords = words('portfolio', catalogue);
