import { Document, isMap, isPair, isScalar, Scalar, visit } from 'yaml';

import { MAX_BYTES } from './parse.js';
import type { Problem } from './problem.js';
import type { Publiccode } from './sections.js';
import { TOP_LEVEL } from './sections.js';
import { LATEST_VERSION } from './vocabularies.js';
import { validatePubliccode } from './validate.js';

/** Thrown instead of writing a file that would not validate. `problems` are those of the text it would have had. */
export class InvalidPubliccodeError extends Error {
  override readonly name = 'InvalidPubliccodeError';

  constructor(readonly problems: readonly Problem[]) {
    super(`This metadata is not valid: ${problems.map(({ message }) => message).join(' ')}`);
  }
}

/** Words that YAML 1.1 readers, still common, take for true or false: the language `no` among them. */
const YAML_1_1_BOOLEANS = /^(?:y|n|yes|no|on|off|true|false)$/i;

/** What `writePubliccode` takes: the version is written by the package. */
export type WritablePubliccode = Omit<Publiccode, 'publiccodeYmlVersion'> & { publiccodeYmlVersion?: string };

/**
 * Writes metadata as a publiccode.yml 0.7 file that validates and reads back as the same value.
 *
 * Keys come in the order of the specification. Text is quoted and long text is a block, so that older YAML
 * readers understand the same.
 *
 * @throws {InvalidPubliccodeError} when the metadata lacks something mandatory or breaks a rule.
 */
export function writePubliccode(metadata: WritablePubliccode): string {
  const text = draftPubliccode(metadata);
  const { valid, problems } = validatePubliccode(text);
  if (!valid) throw new InvalidPubliccodeError(problems.filter(({ severity }) => severity === 'error'));
  return text;
}

/** The same for metadata that is not complete yet: a file to go on with, which may not validate. */
export function draftPubliccode(metadata: WritablePubliccode): string {
  const versioned: Publiccode = { ...metadata, publiccodeYmlVersion: LATEST_VERSION };
  const ordered = Object.fromEntries(
    Object.keys(TOP_LEVEL).flatMap((key) => {
      const value = versioned[key as keyof Publiccode];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  const document = new Document(ordered, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, pair) {
      if (isScalar(pair.key) && YAML_1_1_BOOLEANS.test(String(pair.key.value))) pair.key.type = Scalar.QUOTE_DOUBLE;
    },
    Scalar(key, scalar, ancestors) {
      if (key === 'key' || typeof scalar.value !== 'string') return;
      scalar.type = isLong(scalar.value, ancestors.at(-1)) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
    },
  });
  // A quoted text over several lines can gain a backslash where a line holds only spaces; escaped, it cannot.
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: MAX_BYTES });
}

/** Only text of several lines without odd white space survives a block unchanged. */
function isLong(value: string, parent: unknown): boolean {
  return (isPair(parent) || isMap(parent)) && /\n/.test(value) && !/^\s|[^\S\n]\n|\r|\n\n$/.test(value);
}
