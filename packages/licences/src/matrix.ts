import { type Parsed, problem } from './expression.js';
import { ask, no, type Ruling, yes } from './rules.js';

/** A matrix of licence pairs that an operator imported. */
export interface Matrix {
  /** When its maker says that it was made. */
  readonly timestamp: string;
  /** The licences it knows, as keys of its rows. */
  readonly ids: readonly string[];
  /** What it says of building on the incoming licence for the outgoing one; undefined when it has no such pair. */
  look(outgoing: string, incoming: string): Ruling | undefined;
}

const ENTRIES: Readonly<Record<string, Ruling>> = {
  Yes: yes('MATRIX_YES'),
  Same: yes('SAME_LICENCE'),
  No: no('MATRIX_NO'),
  Unknown: ask('MATRIX_UNKNOWN'),
  'Check dependency': ask('MATRIX_CHECK_DEPENDENCY'),
};

const MOST_ROWS = 1_000;

/**
 * Reads a matrix in the shape OSADL publishes: outgoing licence, incoming licence, one of five words.
 *
 * A word that is not among the five is refused rather than read as one of them. The matrix is under
 * CC-BY-4.0 with attribution; it is imported by whoever runs an installation, never shipped here.
 */
export function importMatrix(json: unknown): Parsed<Matrix> {
  if (!isRecord(json)) return problem('NOT_AN_EXPRESSION', 'A matrix is an object of rows by outgoing licence.');
  const rows = new Map<string, ReadonlyMap<string, Ruling>>();
  for (const [outgoing, row] of Object.entries(json)) {
    if (typeof row === 'string') continue; // `timestamp` and `timeformat` stand beside the rows.
    if (!isRecord(row)) return problem('NOT_AN_EXPRESSION', `The row of ${outgoing} is not an object.`);
    const cells = new Map<string, Ruling>();
    for (const [incoming, word] of Object.entries(row)) {
      const ruling = typeof word === 'string' && Object.hasOwn(ENTRIES, word) ? ENTRIES[word] : undefined;
      if (!ruling) return problem('NOT_AN_EXPRESSION', `${outgoing}, ${incoming}: “${String(word)}” is not an entry.`);
      cells.set(incoming, ruling);
    }
    rows.set(outgoing, cells);
    if (rows.size > MOST_ROWS) return problem('TOO_MANY_TERMS', `A matrix may have ${MOST_ROWS} rows.`);
  }
  if (rows.size === 0) return problem('EMPTY', 'The matrix has no rows.');
  const timestamp = json['timestamp'];
  return {
    ok: true,
    value: {
      timestamp: typeof timestamp === 'string' ? timestamp : '',
      ids: [...rows.keys()],
      look: (outgoing, incoming) => rows.get(outgoing)?.get(incoming),
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
