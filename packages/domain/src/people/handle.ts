import { accept, refuse, type Decision } from '../shared/decision.js';

export const HANDLE_MIN_CHARACTERS = 3;
export const HANDLE_MAX_CHARACTERS = 30;

/**
 * Handles nobody may take: they would read as the installation speaking, or collide with an address.
 */
export const RESERVED_HANDLES: ReadonlySet<string> = new Set([
  'about',
  'account',
  'admin',
  'administrator',
  'anonymous',
  'api',
  'data',
  'deleted',
  'demo',
  'desk',
  'everyone',
  'health',
  'help',
  'moderator',
  'name-withheld',
  'new',
  'null',
  'openimpact',
  'root',
  'security',
  'settings',
  'sign-in',
  'sign-up',
  'site-team',
  'staff',
  'steward',
  'stewards',
  'support',
  'system',
  'undefined',
]);

export type HandleRefusalReason =
  | { readonly code: 'HANDLE_TOO_SHORT'; readonly least: number }
  | { readonly code: 'HANDLE_TOO_LONG'; readonly most: number }
  | { readonly code: 'HANDLE_MALFORMED' }
  | { readonly code: 'HANDLE_RESERVED' };

/**
 * A handle as it is stored: lower case, `a-z 0-9` and single hyphens between them, beginning with a letter.
 *
 * Only ASCII: a handle is an address and is typed by others, and letters of two scripts that look alike
 * would let one person sign as another. The display name is where a person's name is written properly.
 */
export function cleanHandle(raw: string): Decision<string, HandleRefusalReason> {
  const handle = raw.trim().replace(/^@/, '').toLowerCase();
  const reasons: HandleRefusalReason[] = [];
  if (handle.length < HANDLE_MIN_CHARACTERS) reasons.push({ code: 'HANDLE_TOO_SHORT', least: HANDLE_MIN_CHARACTERS });
  if (handle.length > HANDLE_MAX_CHARACTERS) reasons.push({ code: 'HANDLE_TOO_LONG', most: HANDLE_MAX_CHARACTERS });
  if (handle !== '' && !/^[a-z](?:[a-z0-9]|-(?=[a-z0-9]))*$/.test(handle)) reasons.push({ code: 'HANDLE_MALFORMED' });
  if (RESERVED_HANDLES.has(handle)) reasons.push({ code: 'HANDLE_RESERVED' });
  return reasons.length > 0 ? refuse(reasons) : accept(handle);
}

/**
 * A handle to begin with, made from a name; the caller adds a number where it is taken.
 *
 * Never made from the email address: the handle is public and the address is not.
 */
export function handleFromName(name: string): string {
  const base = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, HANDLE_MAX_CHARACTERS - 6)
    .replace(/-+$/, '');
  const long = base.length >= HANDLE_MIN_CHARACTERS ? base : `person-${base}`.replace(/-$/, '');
  return RESERVED_HANDLES.has(long) ? `${long}-person` : long;
}
