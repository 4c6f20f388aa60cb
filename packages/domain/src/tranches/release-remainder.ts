import { remainderReleased, type LedgerTransaction, type PledgeInLedger } from '../ledger/index.js';
import type { PledgeStatus } from '../pledges/index.js';
import { accept, refuse, type Currency, type Decision, type Money, type TextFault } from '../shared/index.js';

import { reasonFaults } from './payments.js';

/** How long a release is announced before a funder may go ahead without the lead organisation. */
export const RELEASE_NOTICE_DAYS = 30;

/** A release that was announced and not carried out yet. */
export interface AnnouncedRelease {
  readonly id: string;
  readonly amount: Money;
  readonly announcedBy: string;
  readonly announcedAt: Date;
}

/** Somebody who asks for a release or agrees to one. */
export interface ReleaseAsk {
  readonly releaseId: string;
  readonly amount: Money;
  readonly reason: string;
  readonly personId: string;
  /** Which side they speak for. */
  readonly side: 'FUNDER' | 'LEAD';
}

export type ReleaseReason =
  | { readonly code: 'PLEDGE_NOT_COMMITTED'; readonly status: PledgeStatus }
  | { readonly code: 'AMOUNT_NOT_POSITIVE' }
  | { readonly code: 'CURRENCY_DIFFERS'; readonly currency: Currency; readonly needed: Currency }
  | { readonly code: 'RELEASE_EXCEEDS_UNCALLED'; readonly uncalled: Money; readonly amount: Money }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'RELEASE_NOT_ANNOUNCED' }
  | { readonly code: 'RELEASE_DIFFERS'; readonly announced: Money; readonly amount: Money }
  | { readonly code: 'SAME_PERSON' }
  | { readonly code: 'NOTICE_NOT_OVER'; readonly until: Date }
  | TextFault;

export type ReleaseStep =
  | { readonly step: 'ANNOUNCED'; readonly until: Date }
  | { readonly step: 'RELEASED'; readonly ledger: LedgerTransaction };

/**
 * Decides about giving back money that was agreed and not asked for. Never what was called: that money is owed.
 *
 * It takes two people. A funder announces it in public with a reason; the lead organisation agrees, or a second
 * person of the funder carries it out when the notice is over. A venture can plan for neither a surprise nor a funder
 * that silently leaves.
 *
 * The caller must hold the lock on the round.
 */
export function releaseRemainder(
  ask: ReleaseAsk,
  pledge: PledgeInLedger & { readonly status: PledgeStatus },
  facts: { readonly uncalled: Money; readonly announced: AnnouncedRelease | null; readonly now: Date },
): Decision<ReleaseStep, ReleaseReason> {
  const reasons: ReleaseReason[] = [];
  if (pledge.status !== 'COMMITTED') reasons.push({ code: 'PLEDGE_NOT_COMMITTED', status: pledge.status });
  reasons.push(...amountReasons(ask.amount, facts.uncalled));
  reasons.push(...(facts.announced ? agreementReasons(ask, facts.announced, facts.now) : announcementReasons(ask)));
  if (reasons.length > 0) return refuse(reasons);

  return facts.announced
    ? accept({ step: 'RELEASED', ledger: remainderReleased(facts.announced.id, pledge, ask.amount) })
    : accept({ step: 'ANNOUNCED', until: noticeEnds(facts.now) });
}

export function noticeEnds(announcedAt: Date): Date {
  return new Date(announcedAt.getTime() + RELEASE_NOTICE_DAYS * 86_400_000);
}

function amountReasons(amount: Money, uncalled: Money): readonly ReleaseReason[] {
  if (amount.currency !== uncalled.currency) {
    return [{ code: 'CURRENCY_DIFFERS', currency: amount.currency, needed: uncalled.currency }];
  }
  if (!amount.isPositive) return [{ code: 'AMOUNT_NOT_POSITIVE' }];
  return amount.isMoreThan(uncalled) ? [{ code: 'RELEASE_EXCEEDS_UNCALLED', uncalled, amount }] : [];
}

function announcementReasons(ask: ReleaseAsk): readonly ReleaseReason[] {
  const reasons: ReleaseReason[] = [];
  if (ask.side === 'LEAD') reasons.push({ code: 'RELEASE_NOT_ANNOUNCED' });
  if (ask.reason.trim() === '') reasons.push({ code: 'REASON_MISSING' });
  else reasons.push(...reasonFaults(ask.reason));
  return reasons;
}

function agreementReasons(ask: ReleaseAsk, announced: AnnouncedRelease, now: Date): readonly ReleaseReason[] {
  const reasons: ReleaseReason[] = [];
  if (ask.personId === announced.announcedBy) reasons.push({ code: 'SAME_PERSON' });
  if (!ask.amount.equals(announced.amount)) {
    reasons.push({ code: 'RELEASE_DIFFERS', announced: announced.amount, amount: ask.amount });
  }
  const until = noticeEnds(announced.announcedAt);
  if (ask.side === 'FUNDER' && now < until) reasons.push({ code: 'NOTICE_NOT_OVER', until });
  return reasons;
}
