import catalogue from '../../messages/en/discussion.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useDiscussionWords = words('discussion', catalogue);
