import catalogue from '../../messages/en/pipeline.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const usePipelineWords = words('pipeline', catalogue);
