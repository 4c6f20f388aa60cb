import type { Currency, Money, RoundPurpose } from '../shared/index.js';

export const ROUND_STATUSES = ['OPEN', 'CLOSING', 'SUCCEEDED', 'FAILED'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/** CLOSING is the short window after the deadline in which approvals already asked for may finish. */
export const ROUND_TRANSITIONS = {
  OPEN: ['CLOSING', 'SUCCEEDED', 'FAILED'],
  CLOSING: ['SUCCEEDED', 'FAILED'],
  SUCCEEDED: [],
  FAILED: [],
} as const satisfies Record<RoundStatus, readonly RoundStatus[]>;

/** Two working days would be a promise about weekends; two days are the same for everybody. */
export const CLOSING_WINDOW_HOURS = 48;

/** A call for pledges, as rules see it. */
export interface Round {
  readonly id: string;
  readonly ideaId: string;
  readonly purpose: RoundPurpose;
  readonly status: RoundStatus;
  readonly minimum: Money;
  readonly target: Money;
  /** Sum of the pledges in force. */
  readonly pledged: Money;
  readonly deadline: Date;
  readonly leadOrganisationId: string;
  readonly moneyHolderOrganisationId: string;
}

/** A deadline that was moved, once. */
export interface RoundExtension {
  /** The deadline as it was when the pledges before it were made. */
  readonly from: Date;
  readonly at: Date;
  readonly reason: string;
}

/** One instalment: its place in the order and its share of the money in hundredths of a percent. */
export interface TrancheShare {
  readonly position: number;
  readonly title: string;
  readonly basisPoints: number;
}

/** All shares of a round together. */
export const ALL_BASIS_POINTS = 10_000;

export function roomOf(round: Pick<Round, 'target' | 'pledged'>): Money {
  return round.target.minus(round.pledged);
}

export function currencyOfRound(round: Pick<Round, 'target'>): Currency {
  return round.target.currency;
}

/** When the window after the deadline ends, in which approvals already asked for may finish. */
export function closingWindowEnds(deadline: Date): Date {
  return new Date(deadline.getTime() + CLOSING_WINDOW_HOURS * 3_600_000);
}
