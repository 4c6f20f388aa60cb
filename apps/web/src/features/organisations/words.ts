import catalogue from '../../messages/en/organisations.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useOrganisationWords = words('organisations', catalogue);
