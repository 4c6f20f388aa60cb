import type { ExtendRoundReason, OpenRoundReason } from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { stageInWords, wordTextFault } from '../../ideas/index.js';
import { wordActingReason, wordMoney, type ActingReason } from '../../mandates/index.js';

export function wordOpenRoundReason(reason: OpenRoundReason | ActingReason): Worded {
  switch (reason.code) {
    case 'IDEA_NOT_READY':
      return {
        message: 'Money for this purpose cannot be asked for at this stage.',
        current: stageInWords(reason.stage),
        needed: reason.stages.map(stageInWords).join(' or '),
        path: ['input', 'purpose'],
      };
    case 'ROUND_ALREADY_OPEN':
      return { message: 'A funding round is open for this idea already.' };
    case 'LEAD_NOT_CHOSEN':
      return { message: 'Choose a lead organisation for the idea first.' };
    case 'LEAD_NOT_VERIFIED':
      return { message: 'The lead organisation has to be verified first.' };
    case 'MONEY_HOLDER_NOT_VERIFIED':
      return {
        message: 'The organisation that holds the money has to be verified first.',
        path: ['input', 'moneyHolderOrganisationId'],
      };
    case 'AGREEMENT_NOT_SIGNED':
      return { message: 'The lead organisation has to sign what will be shared back first.' };
    case 'CURRENCY_UNKNOWN':
      return { message: 'Choose a currency from the list.', current: reason.currency, path: ['input', 'currency'] };
    case 'MINIMUM_NOT_POSITIVE':
      return { message: 'The minimum has to be more than nothing.', path: ['input', 'minimum'] };
    case 'TARGET_BELOW_MINIMUM':
      return {
        message: 'The target is below the minimum.',
        current: wordMoney(reason.target),
        needed: `at least ${wordMoney(reason.minimum)}`,
        path: ['input', 'target'],
      };
    case 'TARGET_TOO_LARGE':
      return { message: 'The target is larger than this can hold.', path: ['input', 'target'] };
    case 'DEADLINE_NOT_AHEAD':
      return {
        message: 'The deadline has to be ahead.',
        needed: `after ${reason.now.toISOString()}`,
        path: ['input', 'deadline'],
      };
    case 'DEADLINE_TOO_FAR':
      return {
        message: 'The deadline is too far away.',
        needed: `at the latest ${reason.latest.toISOString().slice(0, 10)}`,
        path: ['input', 'deadline'],
      };
    case 'TOO_MANY_TRANCHES':
      return {
        message: 'Plan fewer instalments.',
        current: String(reason.tranches),
        needed: `at most ${reason.most}`,
        path: ['input', 'tranches'],
      };
    case 'TRANCHE_SHARE_NOT_POSITIVE':
      return { message: `Instalment ${reason.position} needs a share of the money.`, path: ['input', 'tranches'] };
    case 'TRANCHE_SHARES_DO_NOT_ADD_UP':
      return {
        message: 'The instalments have to add up to the whole.',
        current: `${reason.basisPoints / 100} %`,
        needed: '100 %',
        path: ['input', 'tranches'],
      };
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    default:
      return reason satisfies never;
  }
}

export function wordExtendRoundReason(reason: ExtendRoundReason | ActingReason): Worded {
  const path = ['input', 'deadline'];
  switch (reason.code) {
    case 'ROUND_NOT_OPEN':
      return { message: 'The funding round is not open.' };
    case 'ROUND_EXTENDED_BEFORE':
      return {
        message: 'The deadline was moved once already, and moves only once.',
        current: `it was ${reason.from.toISOString()}`,
        path,
      };
    case 'TOO_LATE_TO_EXTEND':
      return {
        message: 'It is too late: every funder needs time to say again that its pledge stands.',
        current: reason.now.toISOString(),
        needed: `by ${reason.latest.toISOString()}`,
        path,
      };
    case 'DEADLINE_NOT_LATER':
      return {
        message: 'The new deadline has to be later than the one there is.',
        needed: `after ${reason.deadline.toISOString()}`,
        path,
      };
    case 'DEADLINE_TOO_FAR':
      return {
        message: 'The deadline is too far away.',
        needed: `at the latest ${reason.latest.toISOString().slice(0, 10)}`,
        path,
      };
    case 'ROLE_MISSING':
      return wordActingReason(reason);
    default:
      return wordTextFault(reason);
  }
}
