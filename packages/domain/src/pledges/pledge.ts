import type { PledgeCondition } from '../mandates/index.js';
import type { Money } from '../shared/index.js';

export const PLEDGE_STATUSES = [
  'AWAITING_APPROVAL',
  'PLEDGED',
  'DECLINED',
  'LAPSED',
  'WITHDRAWN',
  'RELEASED',
  'COMMITTED',
  'SETTLED',
] as const;
export type PledgeStatus = (typeof PLEDGE_STATUSES)[number];

/** From where to where a pledge can go. Called and paid are balances of instalments, not states of the pledge. */
export const PLEDGE_TRANSITIONS = {
  AWAITING_APPROVAL: ['PLEDGED', 'DECLINED', 'LAPSED', 'WITHDRAWN'],
  // Back to AWAITING_APPROVAL by a change that needs a second person again.
  PLEDGED: ['AWAITING_APPROVAL', 'WITHDRAWN', 'COMMITTED', 'RELEASED'],
  DECLINED: [],
  LAPSED: [],
  WITHDRAWN: [],
  RELEASED: [],
  COMMITTED: ['SETTLED'],
  // A payment that came back is owed again.
  SETTLED: ['COMMITTED'],
} as const satisfies Record<PledgeStatus, readonly PledgeStatus[]>;

/** States in which a pledge may still come to something: one of them a funder and round. */
export const LIVE_PLEDGE_STATUSES = ['AWAITING_APPROVAL', 'PLEDGED', 'COMMITTED', 'SETTLED'] as const;

/**
 * A promise to add to what others pledge: so many percent of it, up to so much. What it may come to is held of the
 * funder's budget from the beginning; what it is worth follows from the pledges it matches (`matchedAmounts`).
 */
export interface Matching {
  /** 100: a pound for a pound. */
  readonly percent: number;
  readonly most: Money;
}

/** Who binds the funder, in what role, and where its grant agreement can be read: the funder's own words. */
export interface Signing {
  readonly name: string;
  readonly role: string;
  readonly agreementUrl: string;
}

/** A funder's conditional commitment to a round, as rules see it. */
export interface Pledge {
  readonly id: string;
  readonly roundId: string;
  readonly mandateId: string;
  /** The version of the mandate it was made under: a later revision does not reach it. */
  readonly mandateVersion: number;
  readonly funderId: string;
  readonly status: PledgeStatus;
  /** What it is worth: of a match, what the pledges of others make it now. */
  readonly amount: Money;
  /** Null: an amount of its own. */
  readonly matching: Matching | null;
  readonly conditions: readonly PledgeCondition[];
  readonly note: string;
  readonly signing: Signing | null;
  readonly placedAt: Date;
  /** Whoever wrote any of what stands now: the maker, and everyone who changed it since. None of them approves. */
  readonly authors: readonly string[];
}

/**
 * What an approval binds to, as one text that is the same for the same content. An approver approves its SHA-256;
 * any change gives another text, so an approval cannot outlive what was read.
 */
export function contentOfPledge(
  pledge: Pick<
    Pledge,
    | 'id'
    | 'roundId'
    | 'mandateId'
    | 'mandateVersion'
    | 'funderId'
    | 'amount'
    | 'matching'
    | 'conditions'
    | 'note'
    | 'signing'
  >,
): string {
  const { matching, signing } = pledge;
  return JSON.stringify([
    'pledge',
    pledge.id,
    pledge.roundId,
    pledge.mandateId,
    pledge.mandateVersion,
    pledge.funderId,
    heldBy(pledge).minorUnits.toString(),
    pledge.amount.currency,
    pledge.conditions.map(canonical),
    pledge.note,
    // Only where they are there, so that what was approved before these existed keeps its hash.
    ...(matching || signing ? [matching?.percent ?? null, signing && canonical(signing)] : []),
  ]);
}

/** What a live pledge holds of its funder's budget: a match holds all that it may come to. */
export function heldBy({ matching, amount }: Pick<Pledge, 'matching' | 'amount'>): Money {
  return matching?.most ?? amount;
}

/** The same text for the same value: keys in order, amounts as digits. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(canonical(value));
}

function canonical(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}
