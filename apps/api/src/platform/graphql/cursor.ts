import { BadUserInputError } from './errors.js';
import type { Order } from './view.js';

export const MAX_PAGE = 100;
const DEFAULT_PAGE = 20;

/** Where a row of a page holds what its cursor is made of. */
export const CURSOR_PARTS = '__cursor';

export function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE)
    throw new BadUserInputError(`first must be a whole number from 1 to ${MAX_PAGE}.`);
  return size;
}

export function writeCursor(keys: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

type KeyType = Order['by'][number]['type'];

const NUMBER = /^-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|infinity)$/i;
const MOMENT = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2}){0,2}$/;

/** What each part of a cursor looks like: a cursor comes from outside, whatever we once wrote into it. */
const LOOKS_LIKE: Readonly<Record<KeyType, (key: string) => boolean>> = {
  bigint: (key) => /^-?\d{1,18}$/.test(key),
  integer: (key) => /^-?\d{1,9}$/.test(key),
  'double precision': (key) => NUMBER.test(key) && (Number.isFinite(Number(key)) || /infinity/i.test(key)),
  uuid: (key) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
  date: (key) => /^\d{4}-\d{2}-\d{2}$/.test(key) && !Number.isNaN(Date.parse(key)),
  timestamptz: (key) => MOMENT.test(key) && !Number.isNaN(Date.parse(key.slice(0, 19).replace(' ', 'T'))),
  text: (key) => key.isWellFormed() && !key.includes('\0'),
};

export function readCursor(cursor: string, types: readonly KeyType[]): string[] {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new BadUserInputError(NO_CURSOR);
  }
  const read = Array.isArray(keys) ? (keys as readonly unknown[]) : [];
  if (read.length !== types.length || !types.every((type, at) => isKey(read[at], type))) {
    throw new BadUserInputError(NO_CURSOR);
  }
  return read as string[];
}

const NO_CURSOR = 'after is not a cursor of this list. Use the endCursor of the page before.';

function isKey(key: unknown, type: KeyType): key is string {
  return typeof key === 'string' && LOOKS_LIKE[type](key);
}
