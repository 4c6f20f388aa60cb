/**
 * What can be wrong with a file. Codes are stable: programs may branch on them, messages may be reworded.
 *
 * The first group refuses a file before it is read any further (`value` is then null); the second says that
 * the text is not YAML; the rest are about the metadata.
 */
export type ProblemCode =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_NOT_UTF8'
  | 'FILE_HAS_CONTROL_CHARACTERS'
  | 'YAML_TOO_COMPLEX'
  | 'YAML_TOO_DEEP'
  | 'YAML_SEVERAL_DOCUMENTS'
  | 'YAML_TAG'
  | 'YAML_DIRECTIVE'
  | 'YAML_ALIAS_LOOP'
  | 'YAML_ALIAS_EXPANSION'
  | 'YAML_ALIAS_UNKNOWN'
  | 'YAML_DUPLICATE_KEY'
  | 'YAML_SYNTAX'
  | 'NOT_A_MAP'
  | 'KEY_UNKNOWN'
  | 'KEY_MISSING'
  | 'KEY_NOT_ALLOWED'
  | 'KEY_DEPRECATED'
  | 'TYPE_WRONG'
  | 'VALUE_NOT_IN_LIST'
  | 'TEXT_TOO_SHORT'
  | 'TEXT_TOO_LONG'
  | 'LIST_EMPTY'
  | 'URL_INVALID'
  | 'URI_INVALID'
  | 'EMAIL_INVALID'
  | 'DATE_INVALID'
  | 'COUNTRY_INVALID'
  | 'COUNTRY_LOWERCASE'
  | 'LANGUAGE_INVALID'
  | 'LICENCE_INVALID'
  | 'MEDIA_TYPE_INVALID'
  | 'PATH_INVALID'
  | 'IMAGE_FORMAT_INVALID'
  | 'VERSION_UNKNOWN'
  | 'VERSION_NOT_LATEST'
  | 'SECTION_TWICE'
  | 'COUNTRY_SECTION_DEPRECATED'
  | 'COUNTRY_SECTION_LOWERCASE';

/** An error makes a file invalid; a warning does not. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong, where it is, and what would be right. */
export interface Problem {
  /** The key it is about: `description.en.features[2]`. Empty when it is about the file. */
  readonly path: string;
  /** Counted from 1. For something that is missing: the line of the section it is missing from. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
  readonly code: ProblemCode;
  /** A sentence in English for the person who wrote the file. */
  readonly message: string;
  readonly severity: Severity;
}

/** Problems in the order in which a reader of the file meets them. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
