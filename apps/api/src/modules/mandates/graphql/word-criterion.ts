import type { CriterionVerdict, MatchCriterion } from '@openimpact/domain';

import { said } from '../../../platform/graphql/index.js';

const CRITERIA: Record<MatchCriterion, readonly [fits: string, differs: string]> = {
  THEME: ['The idea and the offer share a theme.', 'The idea and the offer share no theme.'],
  PLACE: ['The place fits, or one of them names none.', 'The idea is in another place than the offer names.'],
  PERIOD: ['The offer is open now.', 'The offer is not open now.'],
  BUDGET: ['There is budget left.', 'Less is left than the smallest pledge.'],
  PURPOSE: ['The offer pledges to rounds of this purpose.', 'The offer does not pledge to rounds of this purpose.'],
  CURRENCY: ['The currency is the same.', 'The round is in another currency.'],
  ROOM: ['The round has room for the smallest pledge.', 'The round has no room for the smallest pledge.'],
};

/** One criterion with its sentence. */
export function criterionVerdict({ criterion, met }: CriterionVerdict) {
  return { criterion, met, message: said(CRITERIA[criterion][met ? 0 : 1]) };
}
