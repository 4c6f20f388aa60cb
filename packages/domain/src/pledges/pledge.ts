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

/** A funder's conditional commitment to a round, as rules see it. */
export interface Pledge {
  readonly id: string;
  readonly roundId: string;
  readonly mandateId: string;
  /** The version of the mandate it was made under: a later revision does not reach it. */
  readonly mandateVersion: number;
  readonly funderId: string;
  readonly status: PledgeStatus;
  readonly amount: Money;
  readonly conditions: readonly PledgeCondition[];
  readonly note: string;
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
    'id' | 'roundId' | 'mandateId' | 'mandateVersion' | 'funderId' | 'amount' | 'conditions' | 'note'
  >,
): string {
  return JSON.stringify([
    'pledge',
    pledge.id,
    pledge.roundId,
    pledge.mandateId,
    pledge.mandateVersion,
    pledge.funderId,
    pledge.amount.minorUnits.toString(),
    pledge.amount.currency,
    pledge.conditions.map(canonical),
    pledge.note,
  ]);
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
