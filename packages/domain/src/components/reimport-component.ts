import { accept, refuse, type Decision } from '../shared/decision.js';
import { FILE_FIELDS, type FieldDifference, type FileField } from './file-differences.js';

type At = { readonly path: readonly string[] };
export type ReimportComponentRefusal =
  | { readonly code: 'MAY_NOT_CHANGE' }
  | ({ readonly code: 'FILE_NOT_READ'; readonly why: string } & At)
  | ({ readonly code: 'ANOTHER_REPOSITORY'; readonly here: string; readonly file: string } & At)
  | ({ readonly code: 'FIELD_UNKNOWN'; readonly given: string } & At);

export interface ReimportFacts {
  /** Who registered it, somebody of the organisation that maintains it, or the site team. */
  readonly mayChange: boolean;
  readonly file: { readonly repositoryUrl: string | null } | { readonly refused: string };
  /** The repository it was registered with. */
  readonly repositoryUrl: string | null;
  readonly differences: readonly FieldDifference[];
}

/**
 * Decides which fields take what the new file says: those a person chose, and no other. A file of another repository is
 * another component.
 */
export function reimportComponent(
  take: readonly string[],
  { mayChange, file, repositoryUrl, differences }: ReimportFacts,
): Decision<readonly FieldDifference[], ReimportComponentRefusal> {
  const reasons: ReimportComponentRefusal[] = [];
  if (!mayChange) reasons.push({ code: 'MAY_NOT_CHANGE' });
  if ('refused' in file) {
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
  if (reasons.length > 0) return refuse(reasons);
  return accept(differences.filter(({ field }) => take.includes(field)));
}
