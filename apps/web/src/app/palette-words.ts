import catalogue from '../messages/en/palette.json' with { type: 'json' };
import { words } from '../lib/words.js';

export const usePaletteWords = words('palette', catalogue);
