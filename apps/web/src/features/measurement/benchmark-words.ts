import catalogue from '../../messages/en/benchmarks.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useBenchmarkWords = words('benchmarks', catalogue);
