import type { DraftAgreementRefusal, IdeaStage, SignAgreementRefusal } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';

export function wordDraftReason(reason: DraftAgreementRefusal): Worded {
  switch (reason.code) {
    case 'MAY_NOT_DRAFT':
      return {
        message: 'Its authors and the people of the organisation that leads it write what will be shared back.',
      };
    case 'AGREEMENT_CLOSED':
      return { message: closedBecause(reason.stage) };
    case 'OUTPUTS_MISSING':
      return {
        message: 'Promise at least one thing that will be shared back.',
        current: '0',
        needed: '1',
        path: reason.path,
      };
    case 'TOO_MANY_OUTPUTS':
      return {
        message: 'Promise fewer things.',
        current: String(reason.outputs),
        needed: `at most ${reason.most}`,
        path: reason.path,
      };
    case 'OUTPUT_KIND_UNKNOWN':
      return { message: 'Choose what kind of thing it is.', current: reason.given, path: reason.path };
    case 'OUTPUT_TWICE':
      return { message: `“${reason.title}” is there twice. Give each its own title.`, path: reason.path };
    case 'DUE_DATE_MISSING':
      return { message: 'Say by when: a day, or how many days after the money is agreed.', path: reason.path };
    case 'DUE_DATE_TWICE':
      return { message: 'Say either a day or a number of days, not both.', path: reason.path };
    case 'NOT_A_DAY':
      return { message: 'This is not a day. Write it like 2027-03-31.', current: reason.given, path: reason.path };
    case 'DUE_DATE_PASSED':
      return { message: 'This day is over. Choose a later one.', current: reason.given, path: reason.path };
    case 'DUE_DAYS_OUT_OF_RANGE':
      return {
        message: 'Give a whole number of days.',
        current: String(reason.given),
        needed: `1 to ${reason.most}`,
        path: reason.path,
      };
    case 'TRANCHE_POSITION_OUT_OF_RANGE':
      return {
        message: 'Name the instalment by its place in the order.',
        current: String(reason.given),
        needed: `1 to ${reason.most}`,
        path: reason.path,
      };
    case 'LICENCE_CONDITION_NOT_UNDERSTOOD':
      return {
        message: reason.why === '' ? 'Say which licences are accepted.' : reason.why,
        needed: 'OPEN, or licences like MIT OR Apache-2.0',
        path: reason.path,
      };
    case 'LICENCE_CONDITION_IMPOSSIBLE':
      return {
        message: 'No licence we know satisfies this for this kind of thing.',
        current: reason.given,
        path: reason.path,
      };
    default:
      return wordTextFault(reason);
  }
}

function closedBecause(stage: IdeaStage): string {
  return stage === 'FUNDING'
    ? 'Funders are pledging to what was signed, so it cannot change now.'
    : 'This idea has left the path, so nothing is promised for it any more.';
}

export function wordSignReason(reason: SignAgreementRefusal): Worded {
  switch (reason.code) {
    case 'AGREEMENT_NOT_A_DRAFT':
      return { message: 'This version was signed already. Draft a new one to change it.', current: reason.status };
    case 'AGREEMENT_CHANGED':
      return {
        message: 'Somebody changed it since you read it. Read it again, then sign.',
        path: ['input', 'revision'],
      };
    case 'LEAD_NOT_CHOSEN':
      return { message: 'Its author has to choose the organisation that leads it first.' };
    case 'NOT_THE_LEAD_ORGANISATION':
      return {
        message: 'Only the organisation that leads the idea signs what will be shared back.',
        path: ['input', 'organisationId'],
      };
    case 'NOT_AN_ADMIN':
      return { message: 'An admin of the organisation that leads the idea signs for it.' };
    case 'ROUND_IS_OPEN':
      return {
        message: 'Funders are pledging to the version signed before. Sign a new one when the round has closed.',
      };
    case 'OUTPUT_DUE_DATE_PASSED':
      return {
        message: `“${reason.title}” was due on ${reason.dueOn}. Choose a later day first.`,
        current: reason.dueOn,
      };
    default:
      return reason satisfies never;
  }
}
