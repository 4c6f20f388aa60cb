/** What a licence comes to. Which those are is a list, because a reader asks "may I?", not "which family?". */
export const LICENCE_SORTS = ['ANY_USE', 'SHARE_ALIKE'] as const;
export type LicenceSort = (typeof LICENCE_SORTS)[number];

const LICENCES: Readonly<Record<LicenceSort, readonly string[]>> = {
  ANY_USE: [
    'MIT',
    'MIT-0',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    '0BSD',
    'Unlicense',
    'CC0-1.0',
    'CC-BY-4.0',
    'OGL-UK-3.0',
    'PDDL-1.0',
    'ODC-By-1.0',
  ],
  SHARE_ALIKE: [
    'GPL-2.0-only',
    'GPL-2.0-or-later',
    'GPL-3.0-only',
    'GPL-3.0-or-later',
    'AGPL-3.0-only',
    'AGPL-3.0-or-later',
    'LGPL-2.1-or-later',
    'LGPL-3.0-only',
    'LGPL-3.0-or-later',
    'MPL-2.0',
    'EUPL-1.2',
    'CC-BY-SA-4.0',
    'ODbL-1.0',
  ],
};

export function licencesOf(sort: LicenceSort): readonly string[] {
  return LICENCES[sort];
}
