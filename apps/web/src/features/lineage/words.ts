import catalogue from '../../messages/en/lineage.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useLineageWords = words('lineage', catalogue);
