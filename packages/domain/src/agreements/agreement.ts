import type { OutputKind } from '../shared/vocabulary.js';

/** A draft can be changed; what was signed never is. A later signed version supersedes it. */
export const AGREEMENT_STATUSES = ['DRAFT', 'SIGNED', 'SUPERSEDED'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

export const AGREEMENT_TRANSITIONS = {
  DRAFT: ['SIGNED'],
  SIGNED: ['SUPERSEDED'],
  SUPERSEDED: [],
} as const satisfies Record<AgreementStatus, readonly AgreementStatus[]>;

export const AGREEMENT_LIMITS = {
  outputs: 20,
  title: 200,
  description: 2_000,
  /** Ten years: later than that is no due date. */
  dueAfterDays: 3_650,
  /** As many as a round may have instalments. */
  tranchePosition: 12,
} as const;

/** One thing that will be given back: what it is, under which licences, and by when. */
export interface PromisedOutput {
  readonly kind: OutputKind;
  readonly title: string;
  readonly description: string;
  /** Which licences are accepted, in the condition language of the licences package: `OPEN`, `MIT OR Apache-2.0`. */
  readonly licenceCondition: string;
  /** A day, or a number of days after the money is agreed: one of the two. */
  readonly dueOn: string | null;
  readonly dueAfterDays: number | null;
  /** The instalment whose money pays for it, counted from 1. While it is overdue no later instalment can be called. */
  readonly tranchePosition: number | null;
}

/** What is known about a condition before it is agreed on. */
export interface ConditionFacts {
  /** Whether it could be read; when not, what was wrong with it, for a person. */
  readonly problem: string | null;
  /** Whether any licence at all satisfies it for the kind of output. */
  readonly possible: boolean;
}
