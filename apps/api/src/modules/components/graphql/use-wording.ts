import type { ContestUseRefusal, DeclareUseRefusal, ReconfirmUseRefusal } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';

export function wordDeclareUse(reason: DeclareUseRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'Choose an organisation you belong to: nobody says it for others.', path: reason.path };
    case 'DATE_NOT_A_DAY':
      return { message: 'Write a day that there is.', needed: '2026-03-31', path: reason.path };
    case 'DATE_IN_THE_FUTURE':
      return { message: 'Say it once you use it.', needed: `${reason.today} or earlier`, path: reason.path };
    case 'USE_ALREADY_DECLARED':
      return { message: 'Your organisation says so already. Confirm it there.' };
    default:
      return wordTextFault(reason);
  }
}

export function wordReconfirmUse(reason: ReconfirmUseRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_USE':
      return { message: 'Only the organisation that uses it says so.' };
    case 'USE_HAS_ENDED':
      return { message: 'It was said that this is no longer used. Declare it again.' };
    default:
      return wordTextFault(reason);
  }
}

export function wordContestUse(reason: ContestUseRefusal): Worded {
  switch (reason.code) {
    case 'OWN_USE':
      return { message: 'It is your own organisation’s word. Say there that it is no longer used.' };
    case 'USE_HAS_ENDED':
      return { message: 'It is no longer said that this is used.' };
    case 'ALREADY_CONTESTED':
      return { message: 'You have said so already, and it waits for an answer.' };
    default:
      return wordTextFault(reason);
  }
}
