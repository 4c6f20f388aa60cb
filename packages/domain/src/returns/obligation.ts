import { daysFrom, plusDays } from '../shared/day.js';

/** What is stored. DUE and OVERDUE follow from the date and are stored nowhere, so they cannot be wrong in the morning. */
export const OBLIGATION_RECORDS = [
  'PROMISED',
  'SUBMITTED',
  'CHANGES_REQUESTED',
  'VERIFIED',
  'WAIVED',
  'REOPENED',
  'DISCHARGED',
] as const;
export type ObligationRecord = (typeof OBLIGATION_RECORDS)[number];

/** What is shown. */
export const OBLIGATION_STATES = [
  'PROMISED',
  'DUE',
  'OVERDUE',
  'SUBMITTED',
  'CHANGES_REQUESTED',
  'VERIFIED',
  'WAIVED',
  'REOPENED',
  'DISCHARGED',
] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

export const OBLIGATION_TRANSITIONS = {
  PROMISED: ['SUBMITTED', 'WAIVED', 'DISCHARGED'],
  SUBMITTED: ['VERIFIED', 'CHANGES_REQUESTED', 'WAIVED', 'DISCHARGED'],
  CHANGES_REQUESTED: ['SUBMITTED', 'WAIVED', 'DISCHARGED'],
  VERIFIED: ['REOPENED'],
  WAIVED: [],
  REOPENED: ['SUBMITTED', 'WAIVED', 'DISCHARGED'],
  // The project stopped, and what was learned was shared instead.
  DISCHARGED: [],
} as const satisfies Record<ObligationRecord, readonly ObligationRecord[]>;

/** From how many days before its date a promise is shown as due. */
export const DUE_WITHIN_DAYS = 30;

/**
 * What a promise is today. What was submitted is not overdue: its clock stands still while others look at it.
 *
 * @param today the day by the database's clock, `YYYY-MM-DD`
 */
export function obligationState(record: ObligationRecord, dueOn: string, today: string): ObligationState {
  if (record === 'SUBMITTED' || isPromiseSettled(record)) return record;
  if (dueOn < today) return 'OVERDUE';
  if (record !== 'PROMISED') return record;
  return daysFrom(today, dueOn) <= DUE_WITHIN_DAYS ? 'DUE' : 'PROMISED';
}

export function mayBecome(from: ObligationRecord, to: ObligationRecord): boolean {
  return (OBLIGATION_TRANSITIONS[from] as readonly ObligationRecord[]).includes(to);
}

/** A promise is kept, or funders said publicly that it need not be, or the project stopped and told what it learned. */
export function isPromiseSettled(record: ObligationRecord): boolean {
  return record === 'VERIFIED' || record === 'WAIVED' || record === 'DISCHARGED';
}

/** When an output is due, once the money is agreed. */
export function dueDate(
  output: { readonly dueOn: string | null; readonly dueAfterDays: number | null },
  agreedOn: string,
): string {
  return output.dueOn ?? plusDays(agreedOn, output.dueAfterDays ?? 0);
}

/**
 * The date after somebody asked for changes: later by the days the return waited for them, because lateness that
 * a verifier caused is not the venture's.
 */
export function dueAfterChanges(dueOn: string, submittedOn: string, today: string): string {
  return plusDays(dueOn, Math.max(0, daysFrom(submittedOn, today)));
}
