/**
 * Why a query of the pages, or another statement of the product, may read a table as a whole: by the operation, or the file
 * it comes from, and what was found, or `*` for whatever was found there. A fault that is not named here fails the suite.
 */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  'demonstration/index.ts: reads all of people': 'Asked before there is anybody, and ends at the first.',
  'invariants/index.ts: *': 'They look through everything by the hour, in the background: that is what they are for.',
  'modules/people/persistence/person-store.ts: has no index for auth_verifications':
    'One-time links of the last hours, which are taken away when they lapsed; asked when somebody deletes their account.',
  'platform/auth/demonstration.ts: reads all of people':
    'Only a demonstration asks, and some hundred people are in it.',
  'modules/portfolio/application/books.ts: reads all of ledger_accounts':
    'A year of one organisation’s books, asked seldom: among 20,000 accounts that is the cheaper way, among more the index by owner is.',
  'modules/stewardship/persistence/redaction-store.ts: *':
    'A redaction looks for somebody’s words wherever they may stand. The site team asks, seldom, and nothing may be overlooked.',
  'modules/stewardship/persistence/transparency-reader.ts: *':
    'What was decided in two years, by month: few, and most of them are asked for.',
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
