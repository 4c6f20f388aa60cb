/** What a file says of a component that stands in a column of its own here, and that a new file can change. */
export const FILE_FIELDS = [
  'name',
  'summary',
  'description',
  'language',
  'landingUrl',
  'documentationUrl',
  'softwareType',
  'maturity',
  'categories',
  'platforms',
  'languages',
  'features',
  'softwareVersion',
  'releaseDate',
  'maintainedBy',
  'licenceDeclared',
  'basedOn',
  'claimedUsers',
] as const;
export type FileField = (typeof FILE_FIELDS)[number];

type Value = string | readonly string[] | null;
/** What stands here, or what a file says. */
export type FileFacts = Readonly<Record<FileField, Value>>;

export interface FieldDifference {
  readonly field: FileField;
  readonly here: Value;
  readonly file: Value;
  /** Somebody wrote here what no file ever said: it is never overwritten unless a person chooses so. */
  readonly editedHere: boolean;
}

/**
 * What a new file would change, field by field. What stands here was edited when it is not what the last file said.
 * Where a file says nothing, what stands here stays.
 */
export function fileDifferences(here: FileFacts, last: FileFacts | null, file: FileFacts): readonly FieldDifference[] {
  return FILE_FIELDS.flatMap((field) => {
    if (saysNothing(file[field]) || same(here[field], file[field])) return [];
    const editedHere = last !== null && !saysNothing(here[field]) && !same(here[field], last[field]);
    return [{ field, here: here[field], file: file[field], editedHere }];
  });
}

function saysNothing(value: Value): boolean {
  return value === null || value.length === 0;
}

function same(one: Value, other: Value): boolean {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}

/** What a look at a project's file without a person may change: nothing that anybody edited here. */
export function changedUnattended(differences: readonly FieldDifference[]): readonly FieldDifference[] {
  return differences.filter(({ editedHere }) => !editedHere);
}
