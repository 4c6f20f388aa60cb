/**
 * Why a query of the pages may read a table as a whole: by the operation and what was found, or `*` for whatever was found
 * of an operation. A fault that is not named here fails the suite.
 */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  'RedactionPlaces: *':
    'A redaction looks for somebody’s words wherever they may stand. The site team asks, seldom, and nothing may be overlooked.',
  'StewardQueue: has no index for appeals':
    'What was decided in a year, by month: few, and most of them are asked for.',
  'StewardQueue: has no index for held_posts':
    'What was decided in a year, by month: few, and most of them are asked for.',
  'StewardQueue: has no index for vote_signals':
    'What was decided in a year, by month: few, and most of them are asked for.',
  'Transparency: has no index for appeals':
    'What was decided in a year, by month: few, and most of them are asked for.',
  'Transparency: has no index for held_posts':
    'What was decided in a year, by month: few, and most of them are asked for.',
  'Transparency: has no index for vote_signals':
    'What was decided in a year, by month: few, and most of them are asked for.',
};
