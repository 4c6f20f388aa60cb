import { accept, refuse, type Decision } from '../shared/decision.js';

/** NIST SP 800-63B-4 asks for at least 15 where a password is the only factor, and no rules about kinds of character. */
export const PASSWORD_MIN_CHARACTERS = 12;
/** Long enough for any sentence; a limit, because hashing costs time in proportion. */
export const PASSWORD_MAX_CHARACTERS = 128;

export type PasswordRefusalReason =
  | { readonly code: 'PASSWORD_TOO_SHORT'; readonly least: number }
  | { readonly code: 'PASSWORD_TOO_LONG'; readonly most: number }
  | { readonly code: 'PASSWORD_TOO_EASY' };

/**
 * Whether a password is one that guessing does not find first.
 *
 * @param known words somebody who knows the person would try: name, handle, the part of the address before the @.
 */
export function checkPassword(password: string, known: readonly string[]): Decision<string, PasswordRefusalReason> {
  const reasons: PasswordRefusalReason[] = [];
  if (password.length < PASSWORD_MIN_CHARACTERS) {
    reasons.push({ code: 'PASSWORD_TOO_SHORT', least: PASSWORD_MIN_CHARACTERS });
  }
  if (password.length > PASSWORD_MAX_CHARACTERS) {
    reasons.push({ code: 'PASSWORD_TOO_LONG', most: PASSWORD_MAX_CHARACTERS });
  }
  if (reasons.length === 0 && isEasy(password.toLowerCase(), known)) reasons.push({ code: 'PASSWORD_TOO_EASY' });
  return reasons.length > 0 ? refuse(reasons) : accept(password);
}

const EASY_PARTS = [
  'password',
  'passwort',
  'qwerty',
  'letmein',
  'welcome',
  'openimpact',
  'abcdef',
  '123456',
  '654321',
  'iloveyou',
];

/** What is left after the guessable parts must still be long enough to be guessed at slowly. */
function isEasy(password: string, known: readonly string[]): boolean {
  if (new Set(password).size < 5) return true;
  let left = password;
  for (const part of [...known.map((word) => word.toLowerCase()), ...EASY_PARTS]) {
    if (part.length >= 4) left = left.replaceAll(part, '');
  }
  return left.length < 5;
}
