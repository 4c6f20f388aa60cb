import { accept, refuse, type Decision } from '../shared/decision.js';

/** What a table brings in. */
export const IMPORT_KINDS = ['IDEAS', 'VOTES'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What the page takes at once; a larger file comes in by the command, which shows how far it is. */
export const IMPORT_LIMITS = { characters: 500_000, lines: 1_000 } as const;

export type ImportTableRefusal =
  | { readonly code: 'NOT_A_STEWARD' }
  | { readonly code: 'TABLE_EMPTY'; readonly path: readonly string[] }
  | {
      readonly code: 'TABLE_TOO_LARGE';
      readonly path: readonly string[];
      readonly lines: number;
      readonly mostLines: number;
    };

/** Decides whether a table is read at all. What is wrong in its rows is told row by row, and the others come in. */
export function importTable(csv: string, facts: { readonly isSteward: boolean }): Decision<true, ImportTableRefusal> {
  const path = ['input', 'csv'];
  const reasons: ImportTableRefusal[] = [];
  if (!facts.isSteward) reasons.push({ code: 'NOT_A_STEWARD' });
  const lines = csv.split('\n').length;
  if (csv.trim() === '') reasons.push({ code: 'TABLE_EMPTY', path });
  else if (csv.length > IMPORT_LIMITS.characters || lines > IMPORT_LIMITS.lines) {
    reasons.push({ code: 'TABLE_TOO_LARGE', path, lines, mostLines: IMPORT_LIMITS.lines });
  }
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}
