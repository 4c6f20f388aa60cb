import type { Kind } from './rules.js';

/** What the licence wants from whoever builds on the work. */
export type Group =
  | 'PUBLIC_DOMAIN'
  | 'PERMISSIVE'
  | 'WEAK_COPYLEFT'
  | 'COPYLEFT'
  | 'NETWORK_COPYLEFT'
  | 'SHARE_ALIKE'
  | 'RESTRICTED';

/** What people may do with the work. */
export type Permission = 'USE' | 'USE_WITHOUT_PROFIT' | 'SELL' | 'CHANGE' | 'SHARE' | 'SHARE_UNCHANGED';
/** What people must do in return. */
export type Duty =
  | 'CREDIT'
  | 'KEEP_NOTICES'
  | 'SAY_WHAT_CHANGED'
  | 'NAME_IN_ADVERTISING'
  | 'SHARE_CHANGED_FILES'
  | 'SHARE_LIBRARY_CHANGES'
  | 'SHARE_WHOLE_ALIKE'
  | 'SHARE_TO_NETWORK_USERS'
  | 'SHARE_ADAPTATIONS_ALIKE'
  | 'SHARE_DATABASE_ALIKE'
  | 'NOT_COMMERCIAL'
  | 'NO_CHANGED_VERSIONS';

/** A licence this package judges by its own rules. */
export interface Profile {
  readonly id: string;
  readonly group: Group;
  /** What it was written for. */
  readonly madeFor: 'software' | 'works';
  /** Versions of one licence; `from` and `to` are the versions it grants, as numbers. */
  readonly family?: { readonly name: string; readonly from: number; readonly to: number };
  readonly duties: readonly Duty[];
}

type Row = readonly [id: string, duties: readonly Duty[]];

function software(group: Group, rows: readonly Row[]): Profile[] {
  return rows.map(([id, duties]) => ({ id, group, madeFor: 'software', duties, ...familyOf(id) }));
}

function works(group: Group, rows: readonly Row[]): Profile[] {
  return rows.map(([id, duties]) => ({ id, group, madeFor: 'works', duties, ...familyOf(id) }));
}

const GNU = /^(?<name>A?GPL|LGPL)-(?<version>\d\.\d)-(?<reach>only|or-later)$/;

function familyOf(id: string): Pick<Profile, 'family'> {
  const match = GNU.exec(id)?.groups;
  if (!match) return {};
  const from = Number(match['version']);
  return {
    family: { name: match['name'] ?? '', from, to: match['reach'] === 'only' ? from : Number.POSITIVE_INFINITY },
  };
}

const NOTICES: readonly Duty[] = ['KEEP_NOTICES'];
const GPL: readonly Duty[] = ['KEEP_NOTICES', 'SAY_WHAT_CHANGED', 'SHARE_WHOLE_ALIKE'];
const LGPL: readonly Duty[] = ['KEEP_NOTICES', 'SAY_WHAT_CHANGED', 'SHARE_LIBRARY_CHANGES'];
const FILES: readonly Duty[] = ['KEEP_NOTICES', 'SHARE_CHANGED_FILES'];

/**
 * The licences of the worked cases and those that work in the social sector is mostly under.
 * Sources: the licence texts, read for what they permit and demand.
 */
const PROFILES: readonly Profile[] = [
  ...software('PUBLIC_DOMAIN', [
    ['0BSD', []],
    ['MIT-0', []],
    ['Unlicense', []],
  ]),
  ...software('PERMISSIVE', [
    ['Apache-2.0', ['KEEP_NOTICES', 'SAY_WHAT_CHANGED']],
    ['BSD-2-Clause', NOTICES],
    ['BSD-3-Clause', NOTICES],
    ['BSD-4-Clause', ['KEEP_NOTICES', 'NAME_IN_ADVERTISING']],
    ['BSL-1.0', NOTICES],
    ['ISC', NOTICES],
    ['MIT', NOTICES],
    ['NCSA', NOTICES],
    ['PostgreSQL', NOTICES],
    ['UPL-1.0', NOTICES],
    ['Zlib', ['KEEP_NOTICES', 'SAY_WHAT_CHANGED']],
  ]),
  ...software('WEAK_COPYLEFT', [
    ['EPL-2.0', FILES],
    ['EUPL-1.2', ['KEEP_NOTICES', 'SAY_WHAT_CHANGED', 'SHARE_WHOLE_ALIKE', 'SHARE_TO_NETWORK_USERS']],
    ['LGPL-2.1-only', LGPL],
    ['LGPL-2.1-or-later', LGPL],
    ['LGPL-3.0-only', LGPL],
    ['LGPL-3.0-or-later', LGPL],
    ['MPL-2.0', FILES],
  ]),
  ...software('COPYLEFT', [
    ['GPL-2.0-only', GPL],
    ['GPL-2.0-or-later', GPL],
    ['GPL-3.0-only', GPL],
    ['GPL-3.0-or-later', GPL],
  ]),
  ...software('NETWORK_COPYLEFT', [
    ['AGPL-3.0-only', [...GPL, 'SHARE_TO_NETWORK_USERS']],
    ['AGPL-3.0-or-later', [...GPL, 'SHARE_TO_NETWORK_USERS']],
  ]),
  ...works('PUBLIC_DOMAIN', [
    ['CC0-1.0', []],
    ['PDDL-1.0', []],
  ]),
  ...works('PERMISSIVE', [
    ['CC-BY-4.0', ['CREDIT', 'SAY_WHAT_CHANGED']],
    ['ODC-By-1.0', ['CREDIT', 'KEEP_NOTICES']],
    ['OGL-UK-3.0', ['CREDIT']],
  ]),
  ...works('SHARE_ALIKE', [
    ['CC-BY-SA-4.0', ['CREDIT', 'SAY_WHAT_CHANGED', 'SHARE_ADAPTATIONS_ALIKE']],
    ['LAL-1.3', ['CREDIT', 'SAY_WHAT_CHANGED', 'SHARE_ADAPTATIONS_ALIKE']],
    ['ODbL-1.0', ['CREDIT', 'KEEP_NOTICES', 'SHARE_DATABASE_ALIKE']],
  ]),
  ...works('RESTRICTED', [
    ['CC-BY-NC-4.0', ['CREDIT', 'SAY_WHAT_CHANGED', 'NOT_COMMERCIAL']],
    ['CC-BY-NC-ND-4.0', ['CREDIT', 'NOT_COMMERCIAL', 'NO_CHANGED_VERSIONS']],
    ['CC-BY-NC-SA-4.0', ['CREDIT', 'SAY_WHAT_CHANGED', 'NOT_COMMERCIAL', 'SHARE_ADAPTATIONS_ALIKE']],
    ['CC-BY-ND-4.0', ['CREDIT', 'NO_CHANGED_VERSIONS']],
  ]),
];

const byId: ReadonlyMap<string, Profile> = new Map(PROFILES.map((profile) => [profile.id, profile]));

/** The identifiers this package judges by its own rules. */
export const TABLE_IDS: readonly string[] = PROFILES.map((profile) => profile.id);

export function profileOf(id: string): Profile | undefined {
  return byId.get(id);
}

/**
 * Licences that conform to the Open Definition, and what each was reviewed for.
 * Source: opendefinition.org/licenses; the facts of github.com/okfn/licenses (public domain, PDDL-1.0),
 * with SPDX's names where that list has its own (`ODC-BY-1.0`, `FAL-1.3`, `GFDL-1.3-no-cover-texts-…`).
 */
export const OPEN_DEFINITION: Readonly<Record<string, readonly Kind[]>> = {
  'CC-BY-4.0': ['data', 'content'],
  'CC-BY-SA-4.0': ['data', 'content'],
  'CC0-1.0': ['data', 'content'],
  'GFDL-1.3-no-invariants-only': ['content'],
  'GFDL-1.3-no-invariants-or-later': ['content'],
  'LAL-1.3': ['content'],
  MirOS: ['content'],
  'OGL-Canada-2.0': ['data', 'content'],
  'OGL-UK-2.0': ['data', 'content'],
  'OGL-UK-3.0': ['data', 'content'],
  'ODC-By-1.0': ['data'],
  'ODbL-1.0': ['data'],
  'PDDL-1.0': ['data'],
};

/** Exceptions whose text only adds permissions, so that a work with one grants all that its licence grants. */
export const ADDING_EXCEPTIONS: ReadonlySet<string> = new Set([
  'Autoconf-exception-3.0',
  'Bison-exception-2.2',
  'Classpath-exception-2.0',
  'Font-exception-2.0',
  'GCC-exception-3.1',
  'GPL-3.0-linking-exception',
  'LGPL-3.0-linking-exception',
  'LLVM-exception',
  'OCaml-LGPL-linking-exception',
  'Universal-FOSS-exception-1.0',
  'WxWindows-exception-3.1',
]);
