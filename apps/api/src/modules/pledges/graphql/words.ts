import type {
  ApprovePledgeReason,
  AutomaticRuleReason,
  ChangePledgeReason,
  ConditionReason,
  MatchingReason,
  PledgeRefusalReason,
  PledgeStatus,
  ReconfirmReason,
  RoundPurpose,
  RoundStatus,
  TextFault,
  WithdrawPledgeReason,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';
import { wordActingReason, wordConditionReason, wordMoney, type ActingReason } from '../../mandates/index.js';
import type { CloseFundingRoundReason } from '../application/close-funding-round.js';

/** Everything that can be in the way of a pledge, from placing it to closing its round. */
export type PledgeReason =
  | PledgeRefusalReason
  | ChangePledgeReason
  | WithdrawPledgeReason
  | ApprovePledgeReason
  | CloseFundingRoundReason
  | MatchingReason
  | ReconfirmReason
  | AutomaticRuleReason
  | ActingReason
  | { readonly code: 'NO_OPEN_OFFER' };

const ROUND: Record<RoundStatus, string> = {
  OPEN: 'open',
  CLOSING: 'closing',
  SUCCEEDED: 'closed with success',
  FAILED: 'closed; it did not reach its minimum this time',
};

const PURPOSE: Record<RoundPurpose, string> = {
  DISCOVERY: 'to find out',
  BUILD: 'to build',
  RUN: 'to keep it running',
};

const PLEDGE: Record<PledgeStatus, string> = {
  AWAITING_APPROVAL: 'awaiting approval',
  PLEDGED: 'in force',
  DECLINED: 'declined',
  LAPSED: 'lapsed',
  WITHDRAWN: 'withdrawn',
  RELEASED: 'released',
  COMMITTED: 'agreed money',
  SETTLED: 'settled',
};

const AMOUNT = ['input', 'amount'];

export function wordPledgeReason(reason: PledgeReason): Worded {
  switch (reason.code) {
    case 'ROUND_NOT_OPEN':
      return { message: 'The funding round is not open.', current: ROUND[reason.status], needed: ROUND.OPEN };
    case 'DEADLINE_PASSED':
      return {
        message: 'The deadline has passed.',
        current: reason.now.toISOString(),
        needed: `before ${reason.deadline.toISOString()}`,
      };
    case 'AMOUNT_NOT_POSITIVE':
      return { message: 'The amount has to be more than nothing.', path: AMOUNT };
    case 'CURRENCY_DIFFERS':
      return {
        message: 'The round, the offer and the pledge have to be in one currency.',
        current: reason.currency,
        needed: reason.needed,
        path: AMOUNT,
      };
    case 'ROUND_HAS_NO_ROOM':
      return {
        message: 'The round does not have room for this amount.',
        current: wordMoney(reason.amount),
        needed: `at most ${wordMoney(reason.room)}`,
        path: AMOUNT,
      };
    case 'MANDATE_CLOSED':
      return { message: 'Your open offer is closed.', path: ['input', 'mandateId'] };
    case 'MANDATE_BUDGET_EXHAUSTED':
      return {
        message: 'Your open offer does not have this much left.',
        current: wordMoney(reason.amount),
        needed: `at most ${wordMoney(reason.available)}`,
        path: AMOUNT,
      };
    case 'OUTSIDE_TICKET':
      return {
        message: 'Your open offer does not make pledges of this size.',
        current: wordMoney(reason.amount),
        needed: `from ${wordMoney(reason.smallest)} to ${wordMoney(reason.largest)}`,
        path: AMOUNT,
      };
    case 'OUTSIDE_PERIOD':
      return {
        message: 'Your open offer is not open today.',
        current: reason.today,
        needed: `from ${reason.opensOn} to ${reason.closesOn}`,
        path: ['input', 'mandateId'],
      };
    case 'MANDATE_EXCLUDES_PURPOSE':
      return {
        message: 'Your open offer does not fund rounds of this purpose.',
        current: PURPOSE[reason.purpose],
        needed: reason.purposes.map((purpose) => PURPOSE[purpose]).join(' or '),
        path: ['input', 'mandateId'],
      };
    case 'MANDATE_EXCLUDES_THEME':
      return { message: 'Your open offer does not fund the themes of this idea.', path: ['input', 'mandateId'] };
    case 'MANDATE_EXCLUDES_PLACE':
      return {
        message: 'Your open offer does not fund in the places of this idea.',
        needed: reason.places.join(' or '),
        path: ['input', 'mandateId'],
      };
    case 'OUTPUTS_DUE_TOO_LATE':
      return {
        message: 'What is promised would be shared back later than your open offer asks.',
        current: `${reason.afterDays} days`,
        needed: `within ${reason.withinDays} days`,
      };
    case 'PLEDGE_IS_A_MATCH':
      return { message: 'This pledge matches others. Change how much it matches instead.' };
    case 'MATCH_PERCENT_OUT_OF_RANGE':
      return {
        message: 'Say how many percent you add to what others pledge.',
        current: `${reason.percent} %`,
        needed: `from 1 % to ${reason.most} %`,
        path: ['input', 'percent'],
      };
    case 'NOTHING_TO_RECONFIRM':
      return { message: 'This pledge stands already. There is nothing to say again.' };
    case 'LIMIT_PER_IDEA_NOT_POSITIVE':
      return { message: 'The limit for one idea has to be more than nothing.', path: ['input', 'perIdea'] };
    case 'LIMIT_PER_IDEA_OUTSIDE_TICKET':
      return {
        message: 'Your open offer does not make pledges of this size.',
        needed: `from ${wordMoney(reason.smallest)} to ${wordMoney(reason.largest)}`,
        path: ['input', 'perIdea'],
      };
    case 'LIMIT_PER_MONTH_BELOW_PER_IDEA':
      return {
        message: 'The limit for a month is below the limit for one idea.',
        needed: `at least ${wordMoney(reason.perIdea)}`,
        path: ['input', 'perMonth'],
      };
    case 'ALREADY_PLEDGED':
      return { message: 'Your organisation has a pledge in this round. Change that one.' };
    case 'PLEDGE_CANNOT_CHANGE':
    case 'PLEDGE_CANNOT_BE_WITHDRAWN':
      return { message: 'The pledge is as it is now.', current: PLEDGE[reason.status], needed: PLEDGE.PLEDGED };
    case 'PLEDGE_NOT_AWAITING_APPROVAL':
      return {
        message: 'The pledge does not wait for a second person.',
        current: PLEDGE[reason.status],
        needed: PLEDGE.AWAITING_APPROVAL,
      };
    case 'APPROVER_WROTE_IT':
      return { message: 'You wrote this pledge or changed it. A second person has to decide.' };
    case 'NOT_AN_APPROVER':
      return { message: 'Only an approver of the organisation can decide.', needed: 'approver' };
    case 'CONTENT_CHANGED':
      return { message: 'The pledge changed since you read it. Read it again and then decide.' };
    case 'ROUND_ALREADY_CLOSED':
      return { message: 'The funding round is closed already.', current: ROUND[reason.status] };
    case 'DEADLINE_AHEAD':
      return { message: 'The deadline is still ahead.', needed: reason.deadline.toISOString() };
    case 'TARGET_NOT_REACHED':
      return {
        message: 'The round can be closed early only when its target is reached.',
        current: wordMoney(reason.pledged),
        needed: wordMoney(reason.target),
      };
    case 'CONDITIONS_NOT_MET_YET':
      return {
        message: 'Too few pledges count yet: the conditions of others are not met.',
        current: wordMoney(reason.counting),
        needed: wordMoney(reason.minimum),
      };
    case 'NO_OPEN_OFFER':
      return { message: 'Publish an open offer in this currency for your organisation first.' };
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    default:
      return wordContentReason(reason);
  }
}

function wordContentReason(reason: TextFault | ConditionReason): Worded {
  switch (reason.code) {
    case 'CONDITION_OUT_OF_RANGE':
    case 'CONDITION_NEEDS_LICENCES':
    case 'CONDITION_IN_ANOTHER_CURRENCY':
    case 'CONDITION_TWICE':
      return wordConditionReason(reason);
    default:
      return wordTextFault(reason);
  }
}
