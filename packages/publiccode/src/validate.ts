import { parsePubliccode } from './parse.js';
import type { ParsedPubliccode } from './parse.js';
import type { Problem } from './problem.js';
import { inReadingOrder } from './problem.js';
import type { Publiccode } from './sections.js';
import { TOP_LEVEL } from './sections.js';
import { Findings, readKeys } from './shape.js';
import type { MapNode } from './tree.js';
import { LATEST_VERSION } from './vocabularies.js';

/** The verdict on a file. */
export interface Validation {
  /** No problem of severity error. */
  readonly valid: boolean;
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** What could be read, also from an invalid file; null when the file was refused or is not a map. */
  readonly value: Publiccode | null;
}

/**
 * Judges a publiccode.yml file by version 0.7 of the specification, reading what earlier 0.x had.
 *
 * Nothing is fetched and no file is looked for: that a logo exists, that a video plays and that an Italian
 * office is registered stay unjudged. Takes the text, the bytes, or what `parsePubliccode` answered.
 */
export function validatePubliccode(input: string | Uint8Array | ParsedPubliccode): Validation {
  const parsed = typeof input === 'string' || input instanceof Uint8Array ? parsePubliccode(input) : input;
  const findings = new Findings();
  const value = parsed.root ? readRoot(parsed, findings) : null;
  const problems = inReadingOrder([...parsed.problems, ...findings.problems]);
  return { valid: value !== null && problems.every(({ severity }) => severity !== 'error'), problems, value };
}

function readRoot({ root, problems }: ParsedPubliccode, findings: Findings): Publiccode | null {
  if (root?.kind !== 'map') {
    findings.error('NOT_A_MAP', '', root ?? { line: 1, column: 1 }, 'The file must be a list of keys and values.');
    return null;
  }
  // Once the syntax is broken, what seems to be missing may only be unreadable: the syntax is all that is told.
  if (problems.length > 0) return readKeys(TOP_LEVEL, root, '', new Findings());
  const value = readKeys(TOP_LEVEL, root, '', findings);
  tellVersion(root, value, findings);
  tellCountrySections(root, findings);
  return value;
}

function tellVersion(root: MapNode, value: Publiccode, findings: Findings): void {
  const version = value.publiccodeYmlVersion;
  if (version === undefined || version === '0' || `${version}.`.startsWith(`${LATEST_VERSION}.`)) return;
  const entry = root.entries.find(({ key }) => key === 'publiccodeYmlVersion') ?? root;
  findings.warning(
    'VERSION_NOT_LATEST',
    'publiccodeYmlVersion',
    entry,
    `publiccodeYmlVersion ${version.slice(0, 20)} is not the latest, which is ${LATEST_VERSION}.`,
  );
}

function tellCountrySections(root: MapNode, findings: Findings): void {
  const sections = root.entries.filter(({ key }) => key === 'IT' || key === 'it');
  const [first, second] = sections;
  if (first && second) {
    findings.error('SECTION_TWICE', second.key, second, 'The section IT is there twice, once in lower case.');
  }
  for (const entry of sections) {
    findings.warning(
      'COUNTRY_SECTION_DEPRECATED',
      entry.key,
      entry,
      `${entry.key}: sections for countries are deprecated since 0.7. Use supports and organisation.`,
    );
    if (entry.key === 'it') {
      findings.warning('COUNTRY_SECTION_LOWERCASE', 'it', entry, 'it: the name of a country section is in capitals.');
    }
  }
}
