import {
  type BallotFault,
  type CastSessionVoteRefusal,
  type KeepBallotRefusal,
  type OpenSessionRefusal,
  type RecordVoteForRefusal,
  WHY_PERSONAL_DATA_MATTERS,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { personalDataInWords, wordTextFault } from '../../ideas/index.js';
import { wordCastVote } from './wording.js';

const count = new Intl.NumberFormat('en-GB');

export function wordBallot(fault: BallotFault): Worded {
  return wordCastVote(fault);
}

export function wordKeepBallot(reason: KeepBallotRefusal): Worded {
  switch (reason.code) {
    case 'WHY_LOOKS_LIKE_PERSONAL_DATA':
      return {
        message: `This looks like ${personalDataInWords(reason.kind)}. ${WHY_PERSONAL_DATA_MATTERS[reason.kind]} Take it out, or write it once you are signed in and can say that it is nobody’s secret.`,
        current: reason.found,
        path: reason.path,
      };
    default:
      return wordCastVote(reason);
  }
}

export function wordOpenSession(reason: OpenSessionRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
    case 'VOTES_CLOSED':
      return wordCastVote(reason);
    case 'NO_IDEAS':
      return { message: 'Choose what is voted on.', path: reason.path };
    case 'TOO_MANY_IDEAS':
      return {
        message: 'Choose fewer ideas: people in a room tire.',
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    case 'PEOPLE_OUT_OF_RANGE':
      return {
        message: 'Say how many people are there.',
        current: count.format(reason.given),
        needed: `1 to ${reason.most}`,
        path: reason.path,
      };
    case 'TOO_MANY_SESSIONS':
      return { message: 'End one of your sessions first.', needed: `at most ${reason.most} at once` };
    default:
      return wordTextFault(reason);
  }
}

export function wordSessionVote(reason: CastSessionVoteRefusal): Worded {
  switch (reason.code) {
    case 'SESSION_OVER':
      return { message: 'This session is over. You can vote with an account of your own.' };
    case 'ALREADY_VOTED':
      return {
        message:
          'A vote came from this device already. If somebody else uses it now, press “Somebody else votes here”.',
      };
    case 'SESSION_FULL':
      return { message: 'As many votes came as people were said to be here.', needed: `at most ${reason.most}` };
    default:
      return wordBallot(reason);
  }
}

export function wordRecordVoteFor(reason: RecordVoteForRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_ORGANISATION':
      return wordCastVote(reason);
    case 'NOT_ASKED_BY_THEM':
      return { message: 'Record a vote only for somebody who asked you to.', path: reason.path };
    case 'TOO_MANY_RECORDED':
      return {
        message: 'You recorded as many votes on this idea as one person may. Open a group session instead.',
        needed: `at most ${reason.most}`,
      };
    default:
      return wordBallot(reason);
  }
}
