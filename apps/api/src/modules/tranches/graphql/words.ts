import type {
  CallTrancheReason,
  PaymentStateReason,
  RecordPaymentReason,
  ReleaseCallReason,
  ReleaseReason,
  RoundStatus,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { wordTextFault } from '../../ideas/index.js';
import { wordActingReason, wordMoney, type ActingReason } from '../../mandates/index.js';

export type TrancheReason =
  | CallTrancheReason
  | RecordPaymentReason
  | PaymentStateReason
  | ReleaseReason
  | ReleaseCallReason
  | { readonly code: 'NOTHING_OUTSTANDING' }
  | ActingReason;

const ROUND: Record<RoundStatus, string> = {
  OPEN: 'still open',
  CLOSING: 'closing',
  SUCCEEDED: 'closed with success',
  FAILED: 'closed; it did not reach its minimum this time',
};
const AMOUNT = ['input', 'amount'];

export function wordTrancheReason(reason: TrancheReason): Worded {
  switch (reason.code) {
    case 'ROUND_NOT_SUCCEEDED':
      return {
        message: 'There is no agreed money in this round.',
        current: ROUND[reason.status],
        needed: ROUND.SUCCEEDED,
      };
    case 'VENTURE_STOPPED':
      return { message: 'The project has stopped, so nothing more can be asked for.' };
    case 'TRANCHE_NOT_FOUND':
      return { message: `There is no instalment ${reason.position}.`, path: ['input', 'position'] };
    case 'TRANCHE_ALREADY_CALLED':
      return { message: `Instalment ${reason.position} was asked for already.` };
    case 'EARLIER_TRANCHE_NOT_CALLED':
      return { message: `Ask for instalment ${reason.position} first.` };
    case 'OBLIGATION_OVERDUE':
      return {
        message: `What an earlier instalment paid for is overdue: ${reason.title}.`,
        current: `due on ${reason.dueOn}`,
        needed: 'shared back, or let off by all funders',
      };
    case 'NOTHING_LEFT_TO_CALL':
      return { message: 'All agreed money was asked for or released already.' };
    case 'AMOUNT_NOT_POSITIVE':
      return { message: 'The amount has to be more than nothing.', path: AMOUNT };
    case 'CURRENCY_DIFFERS':
      return { message: 'This is another currency.', current: reason.currency, needed: reason.needed, path: AMOUNT };
    case 'PAYMENT_EXCEEDS_CALL':
      return {
        message: 'This is more than is outstanding.',
        current: wordMoney(reason.amount),
        needed: `at most ${wordMoney(reason.outstanding)}`,
        path: AMOUNT,
      };
    case 'REFERENCE_MISSING':
      return { message: 'Give the bank reference of the payment.', path: ['input', 'reference'] };
    case 'REFERENCE_TOO_LONG':
      return {
        message: 'The reference is too long.',
        needed: `at most ${reason.most} characters`,
        path: ['input', 'reference'],
      };
    case 'REFERENCE_USED_BEFORE':
      return {
        message: 'Your organisation has recorded a payment with this reference before.',
        current: reason.reference,
        path: ['input', 'reference'],
      };
    case 'PAID_IN_THE_FUTURE':
      return {
        message: 'This day is still ahead.',
        current: reason.paidOn,
        needed: `${reason.today} or before`,
        path: ['input', 'paidOn'],
      };
    case 'DAY_NOT_A_DATE':
      return { message: 'This is not a day that exists.', current: reason.typed, path: ['input', 'paidOn'] };
    case 'PAYMENT_ALREADY_RECEIVED':
      return { message: 'Its arrival was confirmed already.' };
    case 'PAYMENT_CAME_BACK':
      return { message: 'This payment came back.' };
    case 'REASON_MISSING':
      return { message: 'Say why.', path: ['input', 'reason'] };
    case 'PLEDGE_NOT_COMMITTED':
      return { message: 'There is no agreed money left in this pledge.' };
    case 'RELEASE_EXCEEDS_UNCALLED':
      return {
        message: 'Only money that was not asked for can be released.',
        current: wordMoney(reason.amount),
        needed: `at most ${wordMoney(reason.uncalled)}`,
        path: AMOUNT,
      };
    case 'RELEASE_NOT_ANNOUNCED':
      return { message: 'The funder has to announce it first.' };
    case 'RELEASE_DIFFERS':
      return {
        message: 'Another amount was announced.',
        current: wordMoney(reason.amount),
        needed: wordMoney(reason.announced),
        path: AMOUNT,
      };
    case 'SAME_PERSON':
      return { message: 'You announced it. A second person has to carry it out.' };
    case 'NOTICE_NOT_OVER':
      return {
        message: 'The notice is not over, and the lead organisation has not agreed.',
        needed: `after ${reason.until.toISOString().slice(0, 10)}`,
      };
    case 'NOTHING_OUTSTANDING':
      return { message: 'Nothing of it is owed.' };
    case 'GRACE_NOT_OVER':
      return {
        message: 'The payment may still come: you can stop waiting 30 days after it was due.',
        current: reason.today,
        needed: `${reason.until} or later`,
      };
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    case 'TEXT_MISSING':
    case 'TEXT_TOO_SHORT':
    case 'TEXT_TOO_LONG':
    case 'TEXT_HAS_HIDDEN_CHARACTERS':
    case 'TEXT_LINK_NOT_SAFE':
      return wordTextFault(reason);
    default:
      return reason satisfies never;
  }
}
