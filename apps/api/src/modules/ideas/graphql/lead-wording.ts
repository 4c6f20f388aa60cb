import type { AnswerWhoWouldLeadRefusal, AskWhoWouldLeadRefusal, IdeaStage } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { stageInWords, wordTextFault } from './wording.js';

function settled(stage: IdeaStage): Worded {
  return { message: 'Who leads is settled: money is asked for, or it has ended.', current: stageInWords(stage) };
}

export function wordAskWhoWouldLead(reason: AskWhoWouldLeadRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'Only the authors ask who would lead their idea.' };
    case 'LEAD_IS_SETTLED':
      return settled(reason.stage);
    case 'NOBODY_TO_ASK':
      return { message: 'Choose an organisation that was not asked yet.', path: reason.path };
    case 'ORGANISATION_UNKNOWN':
      return { message: 'That organisation is not here.', path: reason.path };
    case 'TOO_MANY_ASKED':
      return {
        message: 'Some were asked and have not answered yet. Wait for them first.',
        current: `${reason.waiting} waiting`,
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    default:
      return wordTextFault(reason);
  }
}

export function wordAnswerWhoWouldLead(reason: AnswerWhoWouldLeadRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'You do not belong to this organisation now.', path: reason.path };
    case 'LEAD_IS_SETTLED':
      return settled(reason.stage);
    case 'NOT_ASKED':
      return { message: 'Nobody asked this organisation. It can offer to lead.', path: reason.path };
    default:
      return wordTextFault(reason);
  }
}
