import catalogue from '../../messages/en/measurement.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useMeasurementWords = words('measurement', catalogue);
