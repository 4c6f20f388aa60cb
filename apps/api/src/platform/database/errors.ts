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
