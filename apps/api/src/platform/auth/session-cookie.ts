import { createHmac, timingSafeEqual } from 'node:crypto';

/** On https: bound to this host, never sent in clear, never read by a script (RFC 6265bis, the `__Host-` prefix). */
export const SECURE_COOKIE = '__Host-openimpact';
/** A browser refuses the prefix without https; plain http is allowed on this machine itself only. */
export const LOOPBACK_COOKIE = 'openimpact';

export const SESSION_SECONDS = 60 * 60 * 24 * 14;
/** A session that nobody used for so long ends before its time: the laptop was borrowed. */
export const IDLE_DAYS = 7;

/**
 * The session token within a cookie header, if its signature is ours.
 *
 * The form is `token.signature`, the signature an HMAC-SHA256 in base64; a token that leaked from the database
 * is of no use without the installation's secret.
 */
export function sessionTokenOf(
  cookieHeader: string | undefined,
  cookieName: string,
  secret: string,
): string | undefined {
  const value = cookieOf(cookieHeader, cookieName);
  if (value === undefined) return undefined;
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

/** The signed form of a token, as a cookie's value. */
export function signedToken(token: string, secret: string): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`);
}

/**
 * One cookie of a header. Two of the same name: neither is taken, because the second may have been planted
 * by another host of the same site.
 */
function cookieOf(header: string | undefined, name: string): string | undefined {
  if (header === undefined || header.length > 16_384) return undefined;
  let found: string | undefined;
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim() !== name) continue;
    if (found !== undefined) return undefined;
    found = pair.slice(equals + 1).trim();
  }
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found.replace(/^"|"$/g, ''));
  } catch {
    return undefined;
  }
}
