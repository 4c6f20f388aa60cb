import { accept, refuse, type Decision } from '../shared/decision.js';
import { PERSONAL_DATA_KINDS, type PersonalDataKind } from '../ideas/index.js';

/** What is redacted: a kind of personal data, or something else that must not be public. */
export const REDACTION_KINDS = [...PERSONAL_DATA_KINDS, 'OTHER'] as const;
export type RedactionKind = PersonalDataKind | 'OTHER';

export const REDACTION_LIMITS = {
  /** Letters and figures. Fewer stand in half of everything that was ever written. */
  least: 4,
  most: 500,
  /** Places. More than these is a word of the language, not a secret. */
  places: 500,
} as const;

/** What stands where something was taken out. */
export const REDACTED = '[taken out]';

export type RedactRefusal =
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'TEXT_TOO_SHORT_TO_REDACT'; readonly least: number }
  | { readonly code: 'TEXT_TOO_LONG_TO_REDACT'; readonly most: number }
  | { readonly code: 'TEXT_NOT_FOUND' }
  | { readonly code: 'TEXT_IN_TOO_MANY_PLACES'; readonly places: number; readonly most: number };

/** The words to look for, composed and trimmed as texts are stored. */
export function redactable(text: string): string {
  return text.normalize('NFC').trim();
}

/**
 * Decides whether a text is taken out of everything that was written, wherever it stands.
 *
 * One steward may: a telephone number in public harms somebody every minute, and what is taken out too much can be
 * written again. What was taken out is nowhere any more, so the places are counted before it is done.
 */
export function redact(
  text: string,
  facts: { readonly isSteward: boolean; readonly places: number },
): Decision<{ readonly text: string }, RedactRefusal> {
  const wanted = redactable(text);
  const reasons: RedactRefusal[] = [];
  if (!facts.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  const telling = wanted.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  if (telling < REDACTION_LIMITS.least)
    reasons.push({ code: 'TEXT_TOO_SHORT_TO_REDACT', least: REDACTION_LIMITS.least });
  else if (wanted.length > REDACTION_LIMITS.most)
    reasons.push({ code: 'TEXT_TOO_LONG_TO_REDACT', most: REDACTION_LIMITS.most });
  else if (facts.places === 0) reasons.push({ code: 'TEXT_NOT_FOUND' });
  else if (facts.places > REDACTION_LIMITS.places) {
    reasons.push({ code: 'TEXT_IN_TOO_MANY_PLACES', places: facts.places, most: REDACTION_LIMITS.places });
  }
  return reasons.length > 0 ? refuse(reasons) : accept({ text: wanted });
}
