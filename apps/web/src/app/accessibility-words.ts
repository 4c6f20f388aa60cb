import catalogue from '../messages/en/accessibility.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words of the accessibility statement. */
export const useAccessibilityWords = words('accessibility', catalogue);
