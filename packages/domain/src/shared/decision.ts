/** Yes, with what became true. */
export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

/** No, with everything that is in the way (never only the first thing). Nothing changed. */
export interface Refused<R> {
  readonly ok: false;
  readonly reasons: readonly R[];
}

/** The answer of a rule: a pure function from facts to yes with the new facts, or no with every reason. */
export type Decision<T, R> = Accepted<T> | Refused<R>;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

/** @throws {Error} when there is no reason: a refusal that says nothing cannot be acted on. */
export function refuse<R>(reasons: readonly R[]): Refused<R> {
  if (reasons.length === 0) throw new Error('A refusal needs at least one reason.');
  return { ok: false, reasons };
}
