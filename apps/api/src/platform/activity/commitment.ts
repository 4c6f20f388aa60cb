import { createHash, randomBytes } from 'node:crypto';

import { canonicalJson } from './canonical-json.js';

/** What a log may keep about text: a leaf that reveals nothing once content and salt are destroyed. */
export interface Commitment {
  readonly salt: Buffer;
  /** SHA-256 over the 32-byte salt followed by the canonical JSON of the content. */
  readonly leaf: Buffer;
}

export function leafOf(salt: Buffer, content: unknown): Buffer {
  return createHash('sha256').update(salt).update(canonicalJson(content)).digest();
}

/** Commits to content under a fresh random salt: without it, short content could be found by trying all of it. */
export function commitTo(content: unknown): Commitment {
  const salt = randomBytes(32);
  return { salt, leaf: leafOf(salt, content) };
}
