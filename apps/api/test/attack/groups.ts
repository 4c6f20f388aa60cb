/** What holds against one kind of attack: cases by the beginning of what they are, and tests of their own by title. */
export interface Defence {
  readonly cases?: readonly string[];
  readonly tests?: readonly (readonly [file: string, title: string])[];
}

const ATTACK = 'test/attack';
const CONTRACT = 'test/contract';
const AUTH = 'src/platform/auth';

/**
 * Every kind of attack the product is held against, and what holds. A kind without a case or a test, or one that names
 * what is not there, fails a test; `docs/security.md` is written from this.
 */
export const DEFENCES: Readonly<Record<string, Defence>> = {
  'depth, breadth, aliases': {
    cases: ['forty levels', 'a thousand aliases', 'ten thousand fields', 'lists within lists', 'a page of'],
    tests: [
      [`${CONTRACT}/trusted-documents.int-spec.ts`, 'a document from elsewhere is refused before it costs anything'],
    ],
  },
  'fragment cycles, directives': { cases: ['fragments in a circle', 'a directive'] },
  'documents that do not fit': {
    cases: [
      'a document that is no GraphQL',
      'a field that is not there',
      'a subscription by POST',
      'a mutation without an account',
      '2 MB of document',
    ],
  },
  'documents under a name of another': { cases: ['a hash nobody knows', 'a document registered under its hash'] },
  batches: { cases: ['body: a batch', 'body: an empty batch'] },
  'huge variables': { cases: ['a huge list of variables', 'a number that is too large'] },
  'mutations by GET': {
    cases: ['by GET:'],
    tests: [[`${CONTRACT}/shared-answers.int-spec.ts`, 'changes nothing by GET, signed in or not']],
  },
  'requests from other sites': {
    cases: ['from another site:', 'a preflight', 'an answer to another site', 'signing out from'],
    tests: [[`${AUTH}/sign-in.int-spec.ts`, 'is not begun by a page of another site, nor by a form']],
  },
  'content types, malformed text and JSON': {
    cases: ['body:'],
    tests: [[`${CONTRACT}/hostile-text.int-spec.ts`, 'whatever is typed, the answer is never a fault of ours']],
  },
  'header and cookie tricks': { cases: ['a session', 'a request id', 'a method that is turned over', 'authorisation'] },
  'session fixation and rotation': {
    tests: [
      [`${AUTH}/sign-in.int-spec.ts`, 'begins a new session each time and ends the one the browser brought'],
      [`${AUTH}/sign-in.int-spec.ts`, 'does not take a session that its own secret did not sign'],
      [`${AUTH}/sign-in.int-spec.ts`, 'everywhere else ends with a new password'],
    ],
  },
  'accounts told apart by answer or time': {
    cases: ['sign-in'],
    tests: [
      [
        `${AUTH}/sign-in.int-spec.ts`,
        'answers alike for a wrong password and an unknown address, in about the same time',
      ],
      [`${AUTH}/sign-in.int-spec.ts`, 'answers alike whether the address is known, and tells only its owner'],
    ],
  },
  'one-time links used again or forwarded': {
    cases: ['a one-time link', 'a new password by a link'],
    tests: [[`${AUTH}/sign-in.int-spec.ts`, 'by one-time link works once, and makes the account when there is none']],
  },
  'ids of what belongs to others': {
    cases: ['the id'],
    tests: [
      [
        `${CONTRACT}/permissions.int-spec.ts`,
        'lets a stranger change nothing that belongs to others, whichever mutation it is',
      ],
      [`${CONTRACT}/permissions.int-spec.ts`, 'answers a signed-in stranger without what is private either'],
      [
        `${CONTRACT}/permissions.int-spec.ts`,
        'lets nobody use a role that ended while their request was on its way, whichever mutation it is',
      ],
    ],
  },
  'fields a role may not set': {
    cases: ['a field nobody may set', 'the site team’s, by a person'],
    tests: [
      [`${CONTRACT}/permissions-table.int-spec.ts`, 'gives an admin of every organisation nothing of the site team'],
    ],
  },
  'subscriptions after sign-out': {
    tests: [
      [
        `${ATTACK}/subscriptions.int-spec.ts`,
        'hears nothing more once its session was signed out elsewhere, though the connection stays open',
      ],
      [
        `${ATTACK}/subscriptions.int-spec.ts`,
        'is opened from no page of another site, and tells nobody else what is somebody’s own',
      ],
    ],
  },
  'scopes of tokens': {
    cases: ['a machine’s token', 'the site team’s, by a token'],
    tests: [
      [
        `${CONTRACT}/permissions-table.int-spec.ts`,
        'gives a token no mutation whose scope it lacks, and none that needs a person at a browser',
      ],
    ],
  },
  'Markdown and SVG': {
    cases: ['a comment with'],
    tests: [['src/modules/uploads/uploads.int-spec.ts', 'runs nothing in a browser, whatever is in it']],
  },
  uploads: {
    cases: ['a file announced', 'a file sent'],
    tests: [
      ['src/modules/uploads/uploads.int-spec.ts', 'a file that is not what it should be leaves nothing behind'],
      ['src/modules/uploads/uploads.int-spec.ts', 'is cut where it becomes more than it says'],
      ['src/modules/uploads/uploads.int-spec.ts', 'is seen by nobody but who sent it until it is part of something'],
    ],
  },
  'formulas in tables': {
    cases: ['an export or feed'],
    tests: [
      [
        'src/modules/exchange/data/open-data.int-spec.ts',
        'gives the ideas of a list as a table that no spreadsheet runs',
      ],
    ],
  },
  'redirects to elsewhere': {
    cases: ['a link that leads on to'],
    tests: [[`${AUTH}/sign-in.int-spec.ts`, 'leads nowhere but this site']],
  },
  'being made to ask inside': {
    cases: ['a component read from', 'news sent to'],
    tests: [
      [
        'src/platform/outgoing/outgoing.int-spec.ts',
        'by a name that answers differently the second time: what was checked is what is dialled',
      ],
      ['src/platform/outgoing/outgoing.int-spec.ts', 'by a name that has a private address among public ones'],
      [
        'src/modules/webhooks/webhooks.int-spec.ts',
        'reaches nothing inside: what a name leads to is checked at each sending',
      ],
    ],
  },
  'texts that make patterns slow': { cases: ['a text that makes patterns slow', 'a licence'] },
  'lines planted in the log': {
    tests: [[`${ATTACK}/attack.int-spec.ts`, 'writes one line a request, with nothing in it that somebody sent']],
  },
  'shared answers that are poisoned or private': {
    cases: ['another host', '/'],
    tests: [
      [
        `${CONTRACT}/shared-answers.int-spec.ts`,
        'never gives a signed-in person the answer of others, nor others theirs',
      ],
    ],
  },
  'limits of attempts, and their reset': {
    tests: [
      [
        `${AUTH}/rate-limits.int-spec.ts`,
        'that guards a password holds to the last attempt, over processes and a restart',
      ],
      [`${AUTH}/rate-limits.int-spec.ts`, 'says how long to wait, and is fresh when its window is over'],
      [`${AUTH}/sign-in.int-spec.ts`, 'is slowed for one account after ten wrong passwords, whoever asks'],
    ],
  },
  'a demonstration behind a proxy': {
    cases: ['signing in as an invented person'],
    tests: [[`${AUTH}/demonstration.int-spec.ts`, 'signs in through its proxy, under its own name only']],
  },
  'redaction undone by trying every text': {
    tests: [
      [
        'src/modules/stewardship/redact.int-spec.ts',
        'cannot be found again by trying every number there is, although before it could',
      ],
    ],
  },
  'small counts compared over time': {
    tests: [
      [
        'src/modules/support/published-moments.int-spec.ts',
        'never sees two counts of one perspective that differ by fewer than five people, whatever happens',
      ],
      ['src/modules/support/support.int-spec.ts', 'are not told apart by comparing two moments'],
      [
        'src/modules/measurement/benchmarks.int-spec.ts',
        'was never told in two states that one to four organisations tell apart',
      ],
    ],
  },
  'values sent by programs': {
    cases: ['a value put'],
    tests: [
      [
        'src/modules/measurement/measurements-by-put.int-spec.ts',
        'is nobody else’s: not without a token, not with a session, not with another scope, not for another organisation',
      ],
      [
        'src/modules/measurement/measurements-by-put.int-spec.ts',
        'is slowed for who sends without end, and told when to go on',
      ],
    ],
  },
  'conflicts of interest': {
    tests: [
      ['src/modules/returns/returns.int-spec.ts', 'is refused to everybody with a conflict'],
      [
        'src/modules/stewardship/reports.int-spec.ts',
        'is decided by nobody with a part in it, and by nobody who is no steward',
      ],
    ],
  },
  'paths that climb': { cases: ['a path that climbs', 'an address of the account library', 'posted to'] },
};

/** The table as the documentation shows it: how many requests of each kind, and in which files its own tests are. */
export function defencesTable(cases: readonly string[]): string {
  const rows = Object.entries(DEFENCES).map(([kind, { cases: begins = [], tests = [] }]) => {
    const sent = cases.filter((what) => begins.some((begin) => what.startsWith(begin))).length;
    const files = [...new Set(tests.map(([file]) => `\`${file.split('/').at(-1) ?? file}\``))];
    return `| ${kind} | ${sent === 0 ? '' : sent} | ${files.join(', ')} |`;
  });
  return ['| kind | requests | tests of its own |', '|---|---|---|', ...rows, ''].join('\n');
}
