import catalogue from '../../messages/en/ideas.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useIdeaWords = words('ideas', catalogue);
