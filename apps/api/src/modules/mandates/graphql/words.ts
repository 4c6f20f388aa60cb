import type { ConditionReason, InterestReason, MandateReason } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { stageInWords, wordTextFault } from '../../ideas/index.js';
import type { ActingReason } from '../application/acting.js';
import { wordMoney } from './word-money.js';

export function wordMandateReason(reason: MandateReason | ActingReason): Worded {
  switch (reason.code) {
    case 'TITLE_MISSING':
      return { message: 'Give your offer a title.', path: ['input', 'title'] };
    case 'TITLE_TOO_LONG':
      return {
        message: 'Make the title shorter.',
        current: `${reason.length} characters`,
        needed: `at most ${reason.most} characters`,
        path: ['input', 'title'],
      };
    case 'THEMES_MISSING':
      return { message: 'Choose at least one theme.', path: ['input', 'themes'] };
    case 'CURRENCY_UNKNOWN':
      return {
        message: 'Choose a currency from the list.',
        current: reason.currency,
        path: ['input', 'currency'],
      };
    case 'BUDGET_NOT_POSITIVE':
      return { message: 'The budget has to be more than nothing.', path: ['input', 'budget'] };
    case 'BUDGET_TOO_LARGE':
      return { message: 'The budget is larger than this can hold.', path: ['input', 'budget'] };
    case 'SMALLEST_PLEDGE_NOT_POSITIVE':
      return { message: 'The smallest pledge has to be more than nothing.', path: ['input', 'smallestPledge'] };
    case 'TICKET_RANGE_EMPTY':
      return {
        message: 'The largest pledge is smaller than the smallest.',
        current: wordMoney(reason.largest),
        needed: `at least ${wordMoney(reason.smallest)}`,
        path: ['input', 'largestPledge'],
      };
    case 'LARGEST_PLEDGE_ABOVE_BUDGET':
      return {
        message: 'The largest pledge is more than the whole budget.',
        current: wordMoney(reason.largest),
        needed: `at most ${wordMoney(reason.budget)}`,
        path: ['input', 'largestPledge'],
      };
    case 'DAY_NOT_A_DATE':
      return { message: 'This is not a day that exists.', current: reason.typed, path: ['input', reason.field] };
    case 'PERIOD_EMPTY':
      return { message: 'The offer ends before it begins.', path: ['input', 'closesOn'] };
    case 'PERIOD_OVER':
      return {
        message: 'The last day of the offer is over already.',
        current: reason.closesOn,
        needed: `${reason.today} or later`,
        path: ['input', 'closesOn'],
      };
    case 'PURPOSES_MISSING':
      return { message: 'Choose at least one purpose.', path: ['input', 'purposes'] };
    case 'BUDGET_LINES_MISSING':
      return { message: 'Choose at least one kind of cost that you pay.', path: ['input', 'pays'] };
    case 'APPROVAL_THRESHOLD_NEGATIVE':
      return {
        message: 'The amount above which a second person approves cannot be negative.',
        path: ['input', 'approvalThreshold'],
      };
    case 'BUDGET_BELOW_WHAT_IS_DRAWN':
      return {
        message: 'More than this is promised already.',
        needed: `at least ${wordMoney(reason.drawn)}`,
        path: ['input', 'budget'],
      };
    case 'CURRENCY_CANNOT_CHANGE':
      return {
        message: 'An offer keeps its currency. Publish another offer for another currency.',
        needed: reason.currency,
        path: ['input', 'currency'],
      };
    case 'MANDATE_CLOSED':
      return { message: 'This open offer is closed.' };
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    default:
      return wordConditionReason(reason);
  }
}

export function wordActingReason(reason: ActingReason): Worded {
  return {
    message: 'You need another role in this organisation to do this.',
    needed: reason.roles.map((role) => role.toLowerCase()).join(' or '),
  };
}

export function wordConditionReason(reason: ConditionReason): Worded {
  const path = ['input', 'conditions'];
  switch (reason.code) {
    case 'CONDITION_OUT_OF_RANGE':
      return {
        message: `The number of the condition ${reason.condition} is missing or out of range.`,
        needed: `a whole number from ${reason.least} to ${reason.most}`,
        path,
      };
    case 'CONDITION_NEEDS_LICENCES':
      return { message: 'Say which licences you accept.', path };
    case 'CONDITION_IN_ANOTHER_CURRENCY':
      return {
        message: `The amount of the condition ${reason.condition} is in another currency.`,
        needed: reason.currency,
        path,
      };
    case 'CONDITION_TWICE':
      return { message: `The condition ${reason.condition} is there twice.`, path };
    default:
      return reason satisfies never;
  }
}

export function wordInterestReason(reason: InterestReason | ActingReason): Worded {
  const path = ['input', 'boardMeetsOn'];
  switch (reason.code) {
    case 'MANDATE_CLOSED':
      return { message: 'This offer is closed.', path: ['input', 'mandateId'] };
    case 'IDEA_NOT_OPEN_TO_INTEREST':
      return { message: 'This idea does not look for funders now.', current: stageInWords(reason.stage) };
    case 'DAY_NOT_A_DATE':
      return { message: 'This is not a day that exists.', current: reason.typed, path };
    case 'BOARD_MEETS_IN_THE_PAST':
      return {
        message: 'Say when your board meets next.',
        current: reason.boardMeetsOn,
        needed: `${reason.today} or later`,
        path,
      };
    case 'BOARD_MEETS_TOO_LATE':
      return { message: 'This is too far away to plan for.', needed: `${reason.latest} or earlier`, path };
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    default:
      return wordTextFault(reason);
  }
}
