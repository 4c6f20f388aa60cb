import type { SecondPersonRefusalReason } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';

export function wordSecondPerson(reason: SecondPersonRefusalReason): Worded {
  switch (reason.code) {
    case 'SECOND_PERSON_IS_THE_FIRST':
      return { message: 'You proposed this yourself. Somebody else has to confirm it.' };
    case 'SECOND_PERSON_IS_THE_CANDIDATE':
      return { message: 'This is about you. Somebody else has to confirm it.' };
    case 'NEEDS_AN_APPROVER_OR_STEWARD':
      return {
        message:
          'An approver of the organisation confirms this; where there is no other, somebody of the site team who is not in it.',
      };
    default:
      return reason satisfies never;
  }
}
