import { checkText, type TextFault } from '../shared/text.js';
import { accept, refuse, type Decision } from '../shared/decision.js';

export const REPORT_REASONS = ['SOMEONE_AT_RISK', 'PERSONAL_DATA', 'HARASSMENT', 'SPAM', 'UNTRUE', 'OTHER'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** Hours within which somebody of the site team looks. */
export const REPORT_HOURS = {
  SOMEONE_AT_RISK: 4,
  PERSONAL_DATA: 24,
  HARASSMENT: 24,
  SPAM: 72,
  UNTRUE: 72,
  OTHER: 72,
} as const satisfies Record<ReportReason, number>;

export const REPORT_NOTE_MOST = 2_000;
/** Days in which the writer may appeal; then what was removed is destroyed. */
export const APPEAL_DAYS = 30;

export type ReportRefusal = TextFault | { readonly code: 'NOTHING_TO_REPORT' } | { readonly code: 'REPORTED_ALREADY' };

export interface FiledReport {
  readonly reason: ReportReason;
  readonly note: string;
  readonly hours: number;
  /** Whether what is reported is hidden from this moment on. */
  readonly hides: boolean;
}

/**
 * Decides whether a report is taken. Where somebody may be at risk, it hides at once: a wrong report costs a text some
 * hours, a right one that waits can cost somebody much more.
 */
export function fileReport(
  ask: { readonly reason: ReportReason; readonly note: string | null },
  facts: { readonly hasWords: boolean; readonly reportedAlready: boolean },
): Decision<FiledReport, ReportRefusal> {
  const note = checkText(ask.note, ['input', 'note'], { most: REPORT_NOTE_MOST, least: 0, lines: 'many' });
  const reasons: ReportRefusal[] = [...note.faults];
  if (!facts.hasWords) reasons.push({ code: 'NOTHING_TO_REPORT' });
  if (facts.reportedAlready) reasons.push({ code: 'REPORTED_ALREADY' });
  if (reasons.length > 0) return refuse(reasons);
  return accept({
    reason: ask.reason,
    note: note.text,
    hours: REPORT_HOURS[ask.reason],
    hides: ask.reason === 'SOMEONE_AT_RISK',
  });
}

/** A steward, and what stands between them and what they would decide about. */
export interface Decider {
  readonly isSteward: boolean;
  /** Named for reports that somebody may be at risk. */
  readonly isSafeguarding: boolean;
  /** Wrote it, reported it, or belongs to the organisation it is about (or did within a year). */
  readonly isInvolved: boolean;
}

export type DecideReportRefusal =
  | TextFault
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'OWN_MATTER' }
  | { readonly code: 'DECIDED_ALREADY' };

/** Decides whether a steward may close a report, with the reason that those affected are told. */
export function decideReport(
  ask: { readonly remove: boolean; readonly note: string | null },
  decider: Decider,
  report: { readonly isOpen: boolean },
): Decision<{ readonly status: 'KEPT' | 'REMOVED'; readonly note: string }, DecideReportRefusal> {
  // What is removed is removed from somebody, who is told why.
  const note = checkText(ask.note, ['input', 'note'], {
    most: REPORT_NOTE_MOST,
    least: ask.remove ? 1 : 0,
    lines: 'many',
  });
  const reasons: DecideReportRefusal[] = [...note.faults];
  if (!decider.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  if (decider.isInvolved) reasons.push({ code: 'OWN_MATTER' });
  if (!report.isOpen) reasons.push({ code: 'DECIDED_ALREADY' });
  return reasons.length > 0 ? refuse(reasons) : accept({ status: ask.remove ? 'REMOVED' : 'KEPT', note: note.text });
}
