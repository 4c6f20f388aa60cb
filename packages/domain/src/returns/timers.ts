import { daysFrom, plusDays } from '../shared/day.js';

import { mayBecome, type ObligationRecord } from './obligation.js';
import { VERIFIER_WORKING_DAYS } from './verifier.js';
import { WAIVER_REMINDERS, type Waiver } from './waive-obligation.js';
import { workingDaysBetween } from './working-days.js';

/** What people are reminded of about a promise, each once a date. A date that moved is reminded of anew. */
export const PROMISE_REMINDERS = ['DUE_IN_A_MONTH', 'DUE_IN_A_WEEK', 'OVERDUE'] as const;
export type PromiseReminder = (typeof PROMISE_REMINDERS)[number];

/** Which reminder a promise has reached; null while it is far, settled, or looked at by others. */
export function promiseReminder(record: ObligationRecord, dueOn: string, today: string): PromiseReminder | null {
  if (!mayBecome(record, 'SUBMITTED')) return null;
  const left = daysFrom(today, dueOn);
  if (left < 0) return 'OVERDUE';
  if (left <= 7) return 'DUE_IN_A_WEEK';
  return left <= 30 ? 'DUE_IN_A_MONTH' : null;
}

/** Who is told that something waits to be checked: the funders once two thirds of their time is over, then the stewards. */
export const CHECK_REMINDERS = ['FUNDERS', 'STEWARDS'] as const;
export type CheckReminder = (typeof CHECK_REMINDERS)[number];
const FUNDERS_REMINDED_AFTER = 10;

export function checkReminder(submittedOn: string, today: string): CheckReminder | null {
  const waited = workingDaysBetween(submittedOn, today);
  if (waited >= VERIFIER_WORKING_DAYS) return 'STEWARDS';
  return waited >= FUNDERS_REMINDED_AFTER ? 'FUNDERS' : null;
}

/** Working days between the proposal of a waiver and each reminder of it. */
const WAIVER_REMINDED_EVERY = 5;

/** Whether the funders who have not answered a waiver are reminded today. */
export function waiverReminderIsDue(waiver: Waiver, proposedOn: string, today: string): boolean {
  if (waiver.reminders >= WAIVER_REMINDERS) return false;
  return workingDaysBetween(waiver.lastReminderOn ?? proposedOn, today) >= WAIVER_REMINDED_EVERY;
}

/** Why what was verified is not what is there any more. */
export const REOPENED_BECAUSE = ['VERSION', 'LICENCE', 'DEPENDENCY', 'WITHDRAWN'] as const;
export type ReopenedBecause = (typeof REOPENED_BECAUSE)[number];

/** How long a promise that was opened again has, at least: improving something must not make anybody late at once. */
const REOPENED_FOR_DAYS = 30;

export function dueAfterReopening(dueOn: string, today: string): string {
  const least = plusDays(today, REOPENED_FOR_DAYS);
  return dueOn > least ? dueOn : least;
}

/** How long a promise is only late to those it concerns before it is called overdue in public. Source: the care rules. */
export const PUBLIC_GRACE_DAYS = 14;
