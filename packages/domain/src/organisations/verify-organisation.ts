import { accept, refuse, type Decision } from '../shared/decision.js';

import { holds, type Membership } from './membership.js';
import { cleanRegistration, type Registration, type RegistrationRefusalReason } from './registration.js';

/** Days of public notice that stand in for a second steward. */
export const VERIFICATION_NOTICE_DAYS = 7;
export const VERIFICATION_NOTE_LEAST = 10;
export const VERIFICATION_NOTE_MOST = 2_000;

/**
 * NONE: nobody asked. REQUESTED: an admin did. NOTICE: one steward found it right, and a second steward or
 * seven days are awaited. Declined requests go back to NONE with the reason, and may be made again.
 */
export const VERIFICATION_STATES = ['NONE', 'REQUESTED', 'NOTICE', 'VERIFIED'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];

export const VERIFICATION_TRANSITIONS = {
  NONE: ['REQUESTED'],
  REQUESTED: ['NOTICE', 'NONE'],
  NOTICE: ['VERIFIED', 'NONE'],
  VERIFIED: [],
} as const satisfies Record<VerificationState, readonly VerificationState[]>;

export interface RequestVerificationAsk {
  /** Null where the organisation stands in no register; the note then says how else to check. */
  readonly registration: { readonly register: string; readonly number: string } | null;
  /** How a steward can see that the people asking act for this organisation. */
  readonly note: string;
}

export type RequestVerificationRefusalReason =
  | RegistrationRefusalReason
  | { readonly code: 'NOT_AN_ADMIN' }
  | { readonly code: 'NOTE_TOO_SHORT'; readonly least: number }
  | { readonly code: 'NOTE_TOO_LONG'; readonly most: number }
  | { readonly code: 'VERIFICATION_ALREADY'; readonly state: VerificationState };

export interface VerificationRequest {
  readonly state: 'REQUESTED';
  readonly registration: Registration | null;
  readonly note: string;
}

/** Decides whether an organisation may ask to be verified. */
export function requestVerification(
  ask: RequestVerificationAsk,
  state: VerificationState,
  asker: Membership | undefined,
): Decision<VerificationRequest, RequestVerificationRefusalReason> {
  const reasons: RequestVerificationRefusalReason[] = [];
  if (!holds(asker, 'ADMIN')) reasons.push({ code: 'NOT_AN_ADMIN' });
  if (state !== 'NONE') reasons.push({ code: 'VERIFICATION_ALREADY', state });
  const note = ask.note.normalize('NFC').trim();
  if (note.length < VERIFICATION_NOTE_LEAST) reasons.push({ code: 'NOTE_TOO_SHORT', least: VERIFICATION_NOTE_LEAST });
  if (note.length > VERIFICATION_NOTE_MOST) reasons.push({ code: 'NOTE_TOO_LONG', most: VERIFICATION_NOTE_MOST });

  let registration: Registration | null = null;
  if (ask.registration !== null) {
    const cleaned = cleanRegistration(ask.registration.register, ask.registration.number);
    if (cleaned.ok) registration = cleaned.value;
    else reasons.push(...cleaned.reasons);
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ state: 'REQUESTED', registration, note });
}

/** A steward and what stands between them and this organisation. */
export interface DecidingSteward {
  readonly personId: string;
  readonly isSteward: boolean;
  /** Is a member, or left less than a year ago. */
  readonly belongsToOrganisation: boolean;
}

export interface VerificationInProgress {
  readonly state: VerificationState;
  /** The steward who found it right first; null before. */
  readonly firstStewardId: string | null;
  /** Whether the seven days are over by the database's clock. */
  readonly noticeIsOver: boolean;
  readonly noticeEnds: string | null;
}

export type VerifyOrganisationRefusalReason =
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'OWN_ORGANISATION' }
  | { readonly code: 'VERIFICATION_NOT_REQUESTED'; readonly state: VerificationState }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'SECOND_STEWARD_OR_NOTICE'; readonly noticeEnds: string };

export type VerificationStep =
  | { readonly to: 'NOTICE'; readonly firstStewardId: string; readonly noticeDays: number }
  | { readonly to: 'VERIFIED'; readonly by: 'SECOND_STEWARD' | 'NOTICE'; readonly secondStewardId: string | null }
  | { readonly to: 'NONE'; readonly reason: string };

/**
 * Decides one steward's step in verifying an organisation: the first puts it on notice, a second steward (or the
 * same one once seven days have passed) completes it, and any steward may decline with a reason that is told.
 *
 * Nobody decides about an organisation they belong to: being verified is what lets it lead rounds and be counted
 * in gates, so one steward alone could otherwise open both doors for their friends.
 */
export function verifyOrganisation(
  decision: { readonly verify: true } | { readonly verify: false; readonly reason: string },
  steward: DecidingSteward,
  current: VerificationInProgress,
): Decision<VerificationStep, VerifyOrganisationRefusalReason> {
  const reasons: VerifyOrganisationRefusalReason[] = [];
  if (!steward.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  if (steward.belongsToOrganisation) reasons.push({ code: 'OWN_ORGANISATION' });
  if (current.state !== 'REQUESTED' && current.state !== 'NOTICE') {
    reasons.push({ code: 'VERIFICATION_NOT_REQUESTED', state: current.state });
  }
  if (!decision.verify) {
    const reason = decision.reason.normalize('NFC').trim();
    if (reason === '') reasons.push({ code: 'REASON_MISSING' });
    return reasons.length > 0 ? refuse(reasons) : accept({ to: 'NONE', reason });
  }
  const isFirst = current.firstStewardId === steward.personId;
  if (current.state === 'NOTICE' && isFirst && !current.noticeIsOver) {
    reasons.push({ code: 'SECOND_STEWARD_OR_NOTICE', noticeEnds: current.noticeEnds ?? '' });
  }
  if (reasons.length > 0) return refuse(reasons);
  if (current.state === 'REQUESTED') {
    return accept({ to: 'NOTICE', firstStewardId: steward.personId, noticeDays: VERIFICATION_NOTICE_DAYS });
  }
  return accept({
    to: 'VERIFIED',
    by: isFirst ? 'NOTICE' : 'SECOND_STEWARD',
    secondStewardId: isFirst ? null : steward.personId,
  });
}
