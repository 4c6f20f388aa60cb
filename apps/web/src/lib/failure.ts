import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** Why a page or an action could not be answered, told apart by what a person can do about it. */
export type FailureCode =
  | 'NOT_FOUND'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'NEW_VERSION'
  | 'OFFLINE'
  | 'CONFLICT'
  | 'UNAVAILABLE'
  | 'INTERNAL';

export interface Failure {
  readonly code: FailureCode;
  /** To quote when asking for help; the server's log has it too. */
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;
}

const KNOWN: Readonly<Record<string, FailureCode>> = {
  NOT_FOUND: 'NOT_FOUND',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  RATE_LIMITED: 'RATE_LIMITED',
  PERSISTED_QUERY_NOT_FOUND: 'NEW_VERSION',
  CONFLICT: 'CONFLICT',
  UNAVAILABLE: 'UNAVAILABLE',
};

const BY_STATUS: Readonly<Record<number, FailureCode>> = { 429: 'RATE_LIMITED', 503: 'UNAVAILABLE' };

/** Reads an error of any request. Whatever is not a known answer of the server counts as ours to mend. */
export function failureOf(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    return {
      code: KNOWN[String(extensions['code'])] ?? 'INTERNAL',
      ...(typeof extensions['requestId'] === 'string' ? { requestId: extensions['requestId'] } : {}),
      ...(typeof extensions['retryAfterSeconds'] === 'number'
        ? { retryAfterSeconds: extensions['retryAfterSeconds'] }
        : {}),
    };
  }
  if (ServerError.is(error)) return { code: BY_STATUS[error.statusCode] ?? 'INTERNAL' };
  // fetch() rejects with a TypeError when nothing answered at all.
  if (error instanceof TypeError) return { code: 'OFFLINE' };
  return { code: 'INTERNAL' };
}
