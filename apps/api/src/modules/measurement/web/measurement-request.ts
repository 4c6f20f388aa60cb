import type { RequirementObject } from '../../../platform/graphql/index.js';

/** A value as a program reads it. */
export interface Measured {
  readonly id: string;
  readonly value: string | null;
  /** Set instead for a small count of people. */
  readonly fewerThan: number | null;
  /** The version of the definition it was measured by. */
  readonly version: number;
  readonly method: string;
  readonly revision: number;
  readonly recordedAt: string;
}

/** Why a request was not done, with the status that says so. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requirements: readonly RequirementObject[] = [],
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

const FIELDS: ReadonlySet<string> = new Set(['value', 'version', 'method']);

/** @throws {Problem} for anything but `{ "value": "31.5", "version": 2, "method": "…" }` */
export function readBody(body: unknown): { readonly value: string; readonly version: number; readonly method: string } {
  const sent = parsed(body);
  const bad = (words: string) => new Problem(400, 'BAD_USER_INPUT', words);
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) {
    throw bad('Send a JSON object: { "value": "31.5", "version": 1 }.');
  }
  const unknown = Object.keys(sent).find((name) => !FIELDS.has(name));
  if (unknown !== undefined) throw bad('Send only "value", "version" and "method".');
  const { value, version, method = '' } = sent as Readonly<Record<string, unknown>>;
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw bad('"value" is missing: a number, or "<5" for fewer than five people.');
  }
  if (typeof version !== 'number' || !Number.isSafeInteger(version)) {
    throw bad('"version" is missing: say by which version of its definition it was measured.');
  }
  if (typeof method !== 'string') throw bad('"method" is a text.');
  return { value: String(value), version, method };
}

function parsed(body: unknown): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : '');
  } catch {
    throw new Problem(400, 'BAD_USER_INPUT', 'This is not JSON.');
  }
}

const REVISION = /^"(\d{1,9})"$/;

/**
 * The revision that the sender says is there: from `If-Match`, or 0 from `If-None-Match: *`. Undefined where they do not say.
 *
 * @throws {Problem} for a condition that cannot be understood: passing over it would write over what somebody wanted kept
 */
export function readRevision(headers: {
  readonly 'if-match'?: string | undefined;
  readonly 'if-none-match'?: string | undefined;
}): number | undefined {
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (none?.trim() === '*' && match === undefined) return 0;
  const revision = REVISION.exec(match?.trim() ?? '')?.[1];
  if (revision !== undefined && none === undefined) return Number(revision);
  if (match === undefined && none === undefined) return undefined;
  const words = 'Send If-Match with the ETag you were given, or If-None-Match: * where nothing should be there yet.';
  throw new Problem(400, 'BAD_USER_INPUT', words);
}
