import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'oi_';

/** A new token for a machine: 256 random bits, with a beginning by which secret scanners can know it. */
export function makeApiToken(): { readonly token: string; readonly hash: Buffer } {
  const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  return { token, hash: hashOf(token) };
}

/** The stored form of the token in an `Authorization: Bearer` header, or undefined when there is none of ours. */
export function apiTokenHashOf(authorization: string | undefined): Buffer | undefined {
  const token = /^Bearer +(oi_[\w-]{43})$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : hashOf(token);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
