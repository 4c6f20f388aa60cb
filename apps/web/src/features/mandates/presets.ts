import type { ReturnConditionInput } from '../../gql/graphql.js';

/**
 * Conditions on what comes back as real funders and public bodies publish them, under invented names: a place to begin,
 * not a recommendation. `ANY_OPEN` is what an offer says that says nothing else.
 */
export const PRESETS = {
  ANY_OPEN: [{ code: 'ACCEPTED_LICENCES' }],
  // Foundations that publish everything they pay for: text free with attribution, code given away.
  GIVE_AWAY: [
    {
      code: 'ACCEPTED_LICENCES',
      accepted: [
        { licensedAs: 'software', licences: ['CC0-1.0', 'MIT-0', 'Unlicense', '0BSD'] },
        { licensedAs: 'data', licences: ['CC0-1.0'] },
        { licensedAs: 'content', licences: ['CC-BY-4.0', 'CC0-1.0'] },
      ],
    },
    { code: 'RESEARCH_PUBLISHED' },
  ],
  // Public bodies that want improvements back: share alike, and an interface others can build on.
  SHARE_ALIKE: [
    {
      code: 'ACCEPTED_LICENCES',
      accepted: [
        {
          licensedAs: 'software',
          licences: ['AGPL-3.0-or-later', 'EUPL-1.2', 'GPL-3.0-or-later', 'LGPL-3.0-or-later', 'MPL-2.0'],
        },
        { licensedAs: 'data' },
        { licensedAs: 'content', licences: ['CC-BY-SA-4.0', 'CC-BY-4.0'] },
      ],
    },
    { code: 'OPEN_API' },
  ],
  // Governments that keep suppliers’ terms simple: permissive code, attribution for the rest, within half a year.
  SIMPLE_TERMS: [
    {
      code: 'ACCEPTED_LICENCES',
      accepted: [
        { licensedAs: 'software', licences: ['Apache-2.0', 'BSD-3-Clause', 'MIT'] },
        { licensedAs: 'data', licences: ['CC-BY-4.0', 'OGL-UK-3.0', 'CC0-1.0'] },
        { licensedAs: 'content', licences: ['CC-BY-4.0', 'OGL-UK-3.0'] },
      ],
    },
    { code: 'OUTPUTS_DUE', withinDays: 180 },
  ],
} as const satisfies Record<string, readonly ReturnConditionInput[]>;

export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as Preset[];
