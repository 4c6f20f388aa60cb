import catalogue from '../messages/en/preview.json' with { type: 'json' };
import { words } from '../lib/words.js';

/** Words on the picture that stands beside a shared link. */
export const usePreviewWords = words('preview', catalogue);
