import type { VerifyOrganisationRefusalReason } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';

export function wordVerifyOrganisation(reason: VerifyOrganisationRefusalReason): Worded {
  switch (reason.code) {
    case 'NOT_A_STEWARD':
      return { message: 'The site team verifies organisations.' };
    case 'OWN_ORGANISATION':
      return {
        message:
          'You belong to this organisation, or did within the last year. Somebody else of the site team has to decide.',
      };
    case 'VERIFICATION_NOT_REQUESTED':
      return {
        message:
          reason.state === 'VERIFIED'
            ? 'This organisation is verified already.'
            : 'An admin of the organisation has to ask for it first.',
      };
    case 'REASON_MISSING':
      return { message: 'Say why, so that they know what to mend.', path: ['input', 'reason'] };
    case 'SECOND_STEWARD_OR_NOTICE':
      return {
        message:
          'You looked at it first. Somebody else of the site team confirms it, or you can when the notice has passed.',
        needed: `after ${reason.noticeEnds.slice(0, 10)}`,
      };
    default:
      return reason satisfies never;
  }
}
