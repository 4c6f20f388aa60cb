import { accept, refuse, type Decision } from '../shared/decision.js';
import type { ComponentFunction } from './component.js';
import { FILE_FIELDS, type FieldDifference, type FileField } from './file-differences.js';
import { checkFunctions, type FunctionFault } from './register-component.js';

type At = { readonly path: readonly string[] };
export type ReimportComponentRefusal =
  | FunctionFault
  | { readonly code: 'MAY_NOT_CHANGE' }
  | ({ readonly code: 'FILE_NOT_READ'; readonly why: string } & At)
  | ({ readonly code: 'ANOTHER_REPOSITORY'; readonly here: string; readonly file: string } & At)
  | ({ readonly code: 'FIELD_UNKNOWN'; readonly given: string } & At);

export interface ReimportAsk {
  /** The fields that take what the file says. */
  readonly take: readonly string[];
  /** What it does, which no file says; null leaves it as it is. */
  readonly functions: readonly string[] | null;
}

export interface ReimportFacts {
  /** Who registered it, somebody of the organisation that maintains it, or the site team. */
  readonly mayChange: boolean;
  /** Null when none was given. */
  readonly file: { readonly repositoryUrl: string | null } | { readonly refused: string } | null;
  /** The repository it was registered with. */
  readonly repositoryUrl: string | null;
  readonly differences: readonly FieldDifference[];
}

export interface Reimported {
  readonly taken: readonly FieldDifference[];
  readonly functions: readonly ComponentFunction[] | null;
}

/**
 * Decides which fields take what the new file says: those a person chose, and no other; and what it does, in a person's
 * words. A file of another repository is another component; who only says what it does needs none.
 */
export function reimportComponent(
  { take, functions }: ReimportAsk,
  { mayChange, file, repositoryUrl, differences }: ReimportFacts,
): Decision<Reimported, ReimportComponentRefusal> {
  const reasons: ReimportComponentRefusal[] = [];
  if (!mayChange) reasons.push({ code: 'MAY_NOT_CHANGE' });
  if (file === null) {
    if (functions === null || take.length > 0) {
      reasons.push({ code: 'FILE_NOT_READ', why: 'Give the text of a file.', path: ['input', 'publiccode'] });
    }
  } else if ('refused' in file) {
    reasons.push({ code: 'FILE_NOT_READ', why: file.refused, path: ['input', 'publiccode'] });
  } else if (repositoryUrl !== null && file.repositoryUrl !== null && repositoryUrl !== file.repositoryUrl) {
    const path = ['input', 'publiccode'];
    reasons.push({ code: 'ANOTHER_REPOSITORY', here: repositoryUrl, file: file.repositoryUrl, path });
  }
  for (const given of take) {
    if (!FILE_FIELDS.includes(given as FileField)) {
      reasons.push({ code: 'FIELD_UNKNOWN', given: given.slice(0, 40).toWellFormed(), path: ['input', 'take'] });
    }
  }
  const does = functions === null ? null : checkFunctions(functions);
  reasons.push(...(does?.faults ?? []));
  if (reasons.length > 0) return refuse(reasons);
  return accept({ taken: differences.filter(({ field }) => take.includes(field)), functions: does?.functions ?? null });
}
