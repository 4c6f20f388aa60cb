import { accept, refuse, type Decision } from '../shared/decision.js';
import { checkText, type TextFault } from '../shared/text.js';

import { mayBecome, type ObligationRecord } from './obligation.js';
import { RETURN_LIMITS } from './return-content.js';
import { workingDaysBetween } from './working-days.js';

/** Silence counts as abstention only after this many reminders and working days. Source: the care rules, on power. */
export const WAIVER_REMINDERS = 2;
export const WAIVER_SILENCE_WORKING_DAYS = 20;

export const WAIVER_ANSWERS = ['AGREES', 'DISSENTS'] as const;
export type WaiverAnswer = (typeof WAIVER_ANSWERS)[number];

/** OPEN until every funder agreed or abstained; a dissent with its public reason ends it. */
export const WAIVER_STATUSES = ['OPEN', 'AGREED', 'REFUSED'] as const;
export type WaiverStatus = (typeof WAIVER_STATUSES)[number];

/** A proposal that a promise need not be kept, and what the funders said so far. */
export interface Waiver {
  readonly answers: readonly { readonly organisationId: string; readonly answer: WaiverAnswer }[];
  readonly reminders: number;
  readonly lastReminderOn: string | null;
}

/** How a waiver stands: whether it is decided, and who is still to answer. */
export interface WaiverStanding {
  readonly status: WaiverStatus;
  readonly waitingFor: readonly string[];
  readonly abstained: readonly string[];
}

/**
 * Where a waiver stands among the funders whose money is agreed.
 *
 * All of them have to agree. Silence is abstention after two reminders and 20 working days; silence of all of them is
 * not agreement, because then nobody said that the promise need not be kept.
 */
export function standingOf(waiver: Waiver, funders: readonly string[], today: string): WaiverStanding {
  const answerOf = new Map(waiver.answers.map(({ organisationId, answer }) => [organisationId, answer]));
  const silent = funders.filter((funder) => !answerOf.has(funder));
  if (funders.some((funder) => answerOf.get(funder) === 'DISSENTS')) {
    return { status: 'REFUSED', waitingFor: [], abstained: [] };
  }
  const silenceIsOver =
    waiver.reminders >= WAIVER_REMINDERS &&
    waiver.lastReminderOn !== null &&
    workingDaysBetween(waiver.lastReminderOn, today) >= WAIVER_SILENCE_WORKING_DAYS;
  const someoneAgrees = funders.some((funder) => answerOf.get(funder) === 'AGREES');
  if (someoneAgrees && (silent.length === 0 || silenceIsOver)) {
    return { status: 'AGREED', waitingFor: [], abstained: silent };
  }
  return { status: 'OPEN', waitingFor: silent, abstained: [] };
}

export interface WaiveFacts {
  readonly record: ObligationRecord;
  /** Organisations whose money is agreed for the round of this promise. */
  readonly funders: readonly string[];
  readonly organisationId: string;
  /** Whether the person may answer for that organisation: an admin or approver of it. */
  readonly mayAnswer: boolean;
  /** The open proposal; null when this is the first word. */
  readonly waiver: Waiver | null;
  readonly today: string;
  /** What of the round's agreed money was not asked for yet, in minor units. */
  readonly uncalled?: bigint;
}

export type WaiveRefusal =
  | TextFault
  | { readonly code: 'PROMISE_SETTLED'; readonly record: ObligationRecord }
  | { readonly code: 'NOT_A_FUNDER' }
  | { readonly code: 'MAY_NOT_ANSWER_FOR_IT' }
  | { readonly code: 'ALREADY_ANSWERED' }
  | { readonly code: 'NOTHING_TO_DISSENT_FROM' }
  | { readonly code: 'RELEASE_NOT_POSITIVE' }
  | { readonly code: 'RELEASE_EXCEEDS_UNCALLED_MONEY'; readonly uncalled: bigint }
  | { readonly code: 'RELEASE_COMES_WITH_THE_PROPOSAL' };

/** Decides one funder's word on waiving a promise; with the last one the promise is waived. The reason is public. */
export function waiveObligation(
  ask: {
    readonly answer: WaiverAnswer;
    readonly reason: string | null;
    /** With the proposal: how much of the agreed money was for this promise, in minor units. */
    readonly release?: bigint | null;
  },
  facts: WaiveFacts,
): Decision<{ readonly reason: string; readonly standing: WaiverStanding }, WaiveRefusal> {
  const reasons: WaiveRefusal[] = [];
  // Whoever proposes says why; whoever agrees with that has said it; whoever dissents says why not.
  const least = facts.waiver === null || ask.answer === 'DISSENTS' ? 1 : 0;
  const checked = checkText(ask.reason, ['input', 'reason'], { most: RETURN_LIMITS.reason, least, lines: 'many' });
  reasons.push(...checked.faults);
  if (!mayBecome(facts.record, 'WAIVED')) reasons.push({ code: 'PROMISE_SETTLED', record: facts.record });
  if (!facts.funders.includes(facts.organisationId)) reasons.push({ code: 'NOT_A_FUNDER' });
  if (!facts.mayAnswer) reasons.push({ code: 'MAY_NOT_ANSWER_FOR_IT' });
  const before = facts.waiver?.answers ?? [];
  if (before.some((one) => one.organisationId === facts.organisationId)) reasons.push({ code: 'ALREADY_ANSWERED' });
  if (facts.waiver === null && ask.answer === 'DISSENTS') reasons.push({ code: 'NOTHING_TO_DISSENT_FROM' });
  reasons.push(...releaseReasons(ask.release ?? null, facts));
  if (reasons.length > 0) return refuse(reasons);

  const answers = [...before, { organisationId: facts.organisationId, answer: ask.answer }];
  const waiver: Waiver = {
    answers,
    reminders: facts.waiver?.reminders ?? 0,
    lastReminderOn: facts.waiver?.lastReminderOn ?? null,
  };
  return accept({ reason: checked.text, standing: standingOf(waiver, facts.funders, facts.today) });
}

function releaseReasons(release: bigint | null, { waiver, uncalled = 0n }: WaiveFacts): readonly WaiveRefusal[] {
  if (release === null) return [];
  if (waiver !== null) return [{ code: 'RELEASE_COMES_WITH_THE_PROPOSAL' }];
  if (release <= 0n) return [{ code: 'RELEASE_NOT_POSITIVE' }];
  return release > uncalled ? [{ code: 'RELEASE_EXCEEDS_UNCALLED_MONEY', uncalled }] : [];
}
