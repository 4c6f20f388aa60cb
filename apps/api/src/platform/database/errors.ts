/** What PostgreSQL says about an error, wherever TypeORM or `pg` put it. */
interface DatabaseFault {
  readonly code?: string;
  readonly constraint?: string;
}

function faultOf(error: unknown): DatabaseFault {
  if (typeof error !== 'object' || error === null) return {};
  const driverError = 'driverError' in error ? error.driverError : error;
  return typeof driverError === 'object' && driverError !== null ? driverError : {};
}

/** The constraint an error is about, so that a broken promise becomes a refusal by name; undefined for anything else. */
export function constraintName(error: unknown): string | undefined {
  return faultOf(error).constraint;
}

/** SQLSTATE of an error, undefined when the database did not raise it. */
export function sqlState(error: unknown): string | undefined {
  return faultOf(error).code;
}

/** PostgreSQL's codes for: gone, full or out of connections, told to stop, too late, waited too long for a lock. */
const PASSING = /^(?:08|53|57P0[1-5]|57014|55P03|25P0[34])/;
/** The system's words for a server that is not there or hung up. */
const NOT_THERE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What TypeORM says to whoever goes on in a transaction whose connection broke. */
const BROKEN_OFF = /^QueryRunner(?:Provider)?AlreadyReleasedError$/;
/** `pg` gives these no code. */
const LOST =
  /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|The database has gone silent|Cannot use a pool after)/;

/**
 * Whether the database could not do something now and may be able to in a moment. What was asked for may have been done
 * all the same, when the line broke after COMMIT: whoever asks again uses the same key, or looks first.
 */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (state !== undefined) return PASSING.test(state) || NOT_THERE.has(state);
  const fault = typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error;
  return fault instanceof Error && (LOST.test(fault.message) || BROKEN_OFF.test(fault.name));
}
