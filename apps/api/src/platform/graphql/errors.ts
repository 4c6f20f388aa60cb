import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { isUnavailable, sqlState } from '../database/errors.js';
import { UNAVAILABLE } from '../web/unavailable.js';

/** Not there, or not for this viewer: both look the same. */
export class NotFoundError extends GraphQLError {
  constructor(what = 'That') {
    super(`${what} does not exist, or is not public.`, { extensions: { code: 'NOT_FOUND' } });
  }
}

export class UnauthenticatedError extends GraphQLError {
  constructor() {
    super('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
}

/** Only for an API token whose scopes do not cover the operation. */
export class ForbiddenError extends GraphQLError {
  constructor(scope: string) {
    super(`This token does not have the scope ${scope}.`, { extensions: { code: 'FORBIDDEN' } });
  }
}

/** Too much at once; the same request is welcome again after a while. */
export class RateLimitedError extends GraphQLError {
  constructor(retryAfterSeconds: number) {
    super('That was too much at once. Wait a little and send it again.', {
      extensions: { code: 'RATE_LIMITED', retryAfterSeconds },
    });
  }
}

/** The document or its variables do not fit the schema. */
export class BadUserInputError extends GraphQLError {
  /** @param nodes where in the document, if it is the document's fault. */
  constructor(message: string, nodes?: GraphQLError['nodes']) {
    super(message, { nodes: nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } });
  }
}

const PUBLIC_CODES = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'TOO_COMPLEX',
  'RATE_LIMITED',
  'IDEMPOTENCY_KEY_REUSED',
  'PERSISTED_QUERY_NOT_FOUND',
  'CONFLICT',
  'UNAVAILABLE',
]);
/** The library's own codes for a document or variables that do not fit. */
const LIBRARY_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** The database cannot answer at the moment. What was sent may have been done all the same. */
export class UnavailableError extends GraphQLError {
  constructor() {
    super(UNAVAILABLE.message, {
      extensions: { code: UNAVAILABLE.code, retryAfterSeconds: UNAVAILABLE.retryAfterSeconds, http: { status: 503 } },
    });
  }
}

/**
 * What a client hears of an error: our stable code and words, UNAVAILABLE while the database cannot answer, or INTERNAL
 * with the request's id and nothing else.
 * `report` is told of faults, which are ours.
 */
export function formatError(
  error: GraphQLFormattedError,
  original: unknown,
  requestId: string | undefined,
  report: (fault: unknown) => void,
): GraphQLFormattedError {
  const code = error.extensions?.['code'];
  const where = {
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
  };
  if (typeof code === 'string' && PUBLIC_CODES.has(code)) {
    const retryAfterSeconds = error.extensions?.['retryAfterSeconds'];
    return {
      message: error.message,
      ...where,
      extensions: { code, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) },
    };
  }
  // The server gives every fault of validation its own code, so limits mark theirs beside it.
  if (error.extensions?.['tooComplex'] === true)
    return { message: error.message, ...where, extensions: { code: 'TOO_COMPLEX' } };
  if (typeof code === 'string' && LIBRARY_CODES.has(code))
    return { message: error.message, ...where, extensions: { code: 'BAD_USER_INPUT' } };
  // The library gives this one no code of its own.
  if (error.message === 'provided sha does not match query') {
    return { message: 'This hash is not the hash of this document.', extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (cannotBeStored(original)) {
    return {
      message: 'A text holds a character that cannot be stored: a NUL, or half of a character.',
      ...where,
      extensions: { code: 'BAD_USER_INPUT' },
    };
  }
  report(original);
  if (isUnavailable(causeOf(original))) {
    const { code: unavailable, message, retryAfterSeconds } = UNAVAILABLE;
    return { message, ...where, extensions: { code: unavailable, retryAfterSeconds } };
  }
  return {
    message: 'Something went wrong on our side.',
    ...where,
    extensions: { code: 'INTERNAL', ...(requestId ? { requestId } : {}) },
  };
}

/** SQLSTATE of a NUL in text, and of one (or half of an emoji) in JSON. */
const UNSTORABLE = new Set(['22021', '22P05']);

/** Rules about texts name the field; where none looked, the database refuses, and whoever typed it hears that it was the text. */
function cannotBeStored(original: unknown): boolean {
  const fault = causeOf(original);
  const state = sqlState(fault) ?? '';
  return UNSTORABLE.has(state) || (state === '22P02' && fault instanceof Error && fault.message.endsWith('type json'));
}

/** The error that was thrown, without what the execution of the document put around it. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error;
}
