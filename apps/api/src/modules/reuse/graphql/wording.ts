import type {
  AcceptOfferRefusal,
  DeclineOfferRefusal,
  MayAnswerRefusal,
  NothingFitsRefusal,
  OfferReuseRefusal,
  WithdrawOfferRefusal,
} from '@openimpact/domain';

import type { Worded } from '../../../platform/graphql/index.js';
import { stageInWords, wordTextFault } from '../../ideas/index.js';

const STATUS_IN_WORDS = {
  PROPOSED: 'waiting for an answer',
  ACCEPTED: 'accepted',
  DECLINED: 'turned down',
  SUPERSEDED: 'replaced by a newer one',
  WITHDRAWN: 'taken back',
} as const;

type Closed = Extract<OfferReuseRefusal, { code: 'REUSE_CLOSED' }>;

function wordClosed({ stage }: Closed): Worded {
  return {
    message: 'What can be reused is settled while the idea is being shaped, before money is raised for it.',
    current: stageInWords(stage),
  };
}

export function wordOfferReuse(reason: OfferReuseRefusal): Worded {
  switch (reason.code) {
    case 'REUSE_CLOSED':
      return wordClosed(reason);
    case 'NOT_YOUR_ORGANISATION':
      return { message: 'Choose an organisation you belong to.', path: reason.path };
    case 'AMOUNT_NOT_POSITIVE':
      return { message: 'Write an amount above zero, or leave it empty.', path: reason.path };
    case 'AMOUNT_TOO_LARGE':
      return { message: 'This amount is larger than any budget here.', path: reason.path };
    case 'CURRENCY_UNKNOWN':
      return { message: 'Choose a currency that is known here.', current: reason.given, path: reason.path };
    case 'OFFER_ALREADY_ACCEPTED':
      return { message: 'This has been offered and accepted already.' };
    case 'OFFERED_BY_SOMEBODY_ELSE':
      return {
        message: 'Somebody else has offered this, and it waits for an answer. Offer another part, or add a comment.',
      };
    default:
      return wordTextFault(reason);
  }
}

export function wordMayAnswer(reason: MayAnswerRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'Only the authors of the idea answer offers to it.' };
    case 'REUSE_CLOSED':
      return wordClosed(reason);
    case 'OFFER_NOT_OPEN':
      return { message: 'This offer has its answer already.', current: STATUS_IN_WORDS[reason.status] };
    default:
      return reason satisfies never;
  }
}

export function wordAcceptOffer(reason: AcceptOfferRefusal): Worded {
  switch (reason.code) {
    case 'VERDICT_CHANGED':
      return {
        message: `What the licence comes to has changed since you looked. ${reason.now.reason}`,
        current: reason.now.verdict,
        needed: reason.seen,
        path: ['input', 'verdictSeen'],
      };
    case 'PRICE_IN_ANOTHER_CURRENCY':
      return {
        message: 'What it costs is in another currency than the budget. Ask for the offer to be made again in yours.',
        current: reason.offered,
        needed: reason.budget,
      };
    case 'BUDGET_FULL':
      return {
        message: 'The budget has no room for more lines. Join some of them first.',
        needed: `at most ${reason.most}`,
      };
    case 'BUDGET_TOO_LARGE':
      return { message: 'With what it costs, the budget is larger than can be kept.' };
    case 'REASON_FOR_LICENCE_MISSING':
      return { message: `Say why you go ahead with this licence. ${reason.now.reason}`, path: reason.path };
    case 'NOT_AN_AUTHOR':
    case 'REUSE_CLOSED':
    case 'OFFER_NOT_OPEN':
      return wordMayAnswer(reason);
    default:
      return wordTextFault(reason);
  }
}

export function wordDeclineOffer(reason: DeclineOfferRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
    case 'REUSE_CLOSED':
    case 'OFFER_NOT_OPEN':
      return wordMayAnswer(reason);
    default:
      return wordTextFault(reason);
  }
}

export function wordWithdrawOffer(reason: WithdrawOfferRefusal): Worded {
  switch (reason.code) {
    case 'NOT_YOUR_OFFER':
      return { message: 'Only who made the offer takes it back, or the organisation it was made for.' };
    case 'OFFER_NOT_OPEN':
      return { message: 'This offer has its answer already.', current: STATUS_IN_WORDS[reason.status] };
    default:
      return reason satisfies never;
  }
}

export function wordNothingFits(reason: NothingFitsRefusal): Worded {
  switch (reason.code) {
    case 'NOT_AN_AUTHOR':
      return { message: 'Only the authors of the idea say that nothing fits it.' };
    case 'REUSE_CLOSED':
      return wordClosed(reason);
    case 'OFFERS_WAITING':
      return {
        message: 'Answer the offers that wait first.',
        current: reason.offers === 1 ? '1 offer waits' : `${reason.offers} offers wait`,
        needed: 'none',
      };
    case 'COMPONENT_TWICE':
      return { message: 'Give one reason for each.', path: reason.path };
    case 'REASON_MISSING':
      return { message: `Say why ${reason.component} does not fit.`, path: reason.path };
    default:
      return wordTextFault(reason);
  }
}
