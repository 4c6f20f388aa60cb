import catalogue from '../../messages/en/agreements.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useAgreementWords = words('agreements', catalogue);
