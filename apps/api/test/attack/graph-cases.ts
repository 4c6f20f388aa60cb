import { type AttackCase, JSON_TYPE, NO_FAULT, posted, query, VIEWER } from './attack-case.js';

const repeated = (part: string, times: number): string => Array.from({ length: times }, () => part).join(' ');
const nested = (depth: number): string => `${'{ mergedInto '.repeat(depth)}{ id }${' }'.repeat(depth)}`;

const MALFORMED: readonly AttackCase[] = [
  ['nothing', ''],
  ['not JSON', 'query { viewer { id } }'],
  ['half of JSON', '{"query": "{ viewer { id } }"'],
  ['a number', '42'],
  ['null', 'null'],
  ['a string', '"{ viewer { id } }"'],
  ['an empty object', '{}'],
  ['a query that is a number', '{"query": 1}'],
  ['a query that is a list', '{"query": ["{ viewer { id } }"]}'],
  ['variables that are text', '{"query": "{ viewer { id } }", "variables": "x"}'],
  ['variables that are a list', '{"query": "{ viewer { id } }", "variables": [1]}'],
  ['an operation that is not there', '{"query": "query A { viewer { id } }", "operationName": "B"}'],
  ['two operations and no name', '{"query": "query A { viewer { id } } query B { viewer { id } }"}'],
  ['a batch', '[{"query": "{ viewer { id } }"}, {"query": "{ viewer { id } }"}]'],
  ['an empty batch', '[]'],
  ['a thousand open brackets', '['.repeat(1_000)],
  ['a byte that is no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]).toString('latin1')],
  ['a NUL in the query', '{"query": "{ viewer { id\\u0000 } }"}'],
  ['a proto', '{"__proto__": {"viewer": 1}, "query": ""}'],
  ['a constructor', '{"constructor": {"prototype": {"x": 1}}, "query": "{ nothing }"}'],
].map(([what = '', body = '']) => posted(`body: ${what}`, body, { status: [400] }));

const DOCUMENTS: readonly AttackCase[] = [
  posted('a document that is no GraphQL', query('{ viewer { '), { status: [400], code: 'BAD_USER_INPUT' }),
  posted('a field that is not there', query('{ passwords }'), { status: [400], code: 'BAD_USER_INPUT' }),
  posted(
    'fragments in a circle',
    query('{ ideas { nodes { ...A } } } fragment A on Idea { ...B } fragment B on Idea { ...A }'),
    { status: [400], code: 'BAD_USER_INPUT' },
  ),
  posted('forty levels', query(`{ idea(slug: "x") ${nested(40)} }`), { status: [400], code: 'TOO_COMPLEX' }),
  posted(
    'a thousand aliases',
    query(`{ ${Array.from({ length: 1_000 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`),
    { status: [400], code: 'TOO_COMPLEX' },
  ),
  posted('ten thousand fields', query(`{ viewer { ${repeated('id', 10_000)} } }`), { status: [400, 200] }),
  posted(
    'lists within lists',
    query(
      '{ ideas(first: 100) { nodes { comments(first: 100) { nodes { answers(first: 100) { nodes { versions(first: 100) { nodes { body } } } } } } } } }',
    ),
    { status: [400], code: 'TOO_COMPLEX' },
  ),
  posted('a directive a thousand times', query(`{ viewer { id ${repeated('@include(if: true)', 1_000)} } }`), {
    status: [400],
  }),
  posted('a directive that is not there', query('{ viewer { id @admin } }'), { status: [400], code: 'BAD_USER_INPUT' }),
  posted('a page of a million', query('{ ideas(first: 1000000) { nodes { id } } }'), {
    status: [400, 200],
    code: 'BAD_USER_INPUT',
  }),
  posted('a page of less than nothing', query('{ ideas(first: -1) { nodes { id } } }'), {
    status: [400, 200],
    code: 'BAD_USER_INPUT',
  }),
  posted(
    'a huge list of variables',
    query('query ($f: IdeaFilterInput) { ideas(filter: $f) { nodes { id } } }', {
      f: { themes: Array.from({ length: 5_000 }, () => 'FOOD') },
    }),
    { status: [200, 400] },
  ),
  posted('a number that is too large', query('query ($n: Int) { ideas(first: $n) { nodes { id } } }', { n: 2 ** 40 }), {
    status: [400, 200],
    code: 'BAD_USER_INPUT',
  }),
  posted(
    'a hash nobody knows',
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'f'.repeat(64) } } },
    { status: [200, 400], code: 'PERSISTED_QUERY_NOT_FOUND' },
  ),
  posted(
    'a document registered under its hash',
    { query: '{ viewer { id } }', extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
    { status: [400, 200], code: 'BAD_USER_INPUT' },
  ),
  posted('a subscription by POST', query('subscription { activityAdded { id } }'), {
    status: [400, 405, 200],
    code: 'BAD_USER_INPUT',
  }),
  posted(
    'a mutation without an account',
    query(
      'mutation { logIdea(input: {title: "x", need: "x", outcome: "x", peopleServed: "x", themes: [FOOD]}) { __typename } }',
    ),
    { status: [200, 401], code: 'UNAUTHENTICATED' },
  ),
  posted('2 MB of document', query(`# ${'x'.repeat(2_000_000)}\n{ viewer { id } }`), { status: [413, 400] }),
];

const BY_GET: readonly AttackCase[] = [
  ['a mutation', 'mutation { exportMyData(input: {}) { __typename } }', [400, 405]],
  [
    'a mutation behind a query',
    'query A { viewer { id } } mutation B { exportMyData(input: {}) { __typename } }&operationName=B',
    [400, 405],
  ],
].map(([what, text, status]) => ({
  what: `by GET: ${what as string}`,
  as: 'person' as const,
  url: `/graphql?query=${encodeURIComponent(text as string).replace('%26operationName%3D', '&operationName=')}`,
  headers: { ...JSON_TYPE, 'apollo-require-preflight': '1' },
  expect: { status: status as readonly number[], never: NO_FAULT },
}));

const CREATE =
  'mutation { createOrganisation(input: {name: "Planted by another site", kind: CHARITY}) { __typename } }';
const FROM_ELSEWHERE: readonly AttackCase[] = [
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, `query=${encodeURIComponent(CREATE)}`],
  ['plain text', { 'content-type': 'text/plain' }, JSON.stringify(query(CREATE))],
  [
    'a form with files',
    { 'content-type': 'multipart/form-data; boundary=x' },
    `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${CREATE}\r\n--x--`,
  ],
  ['no type', {}, JSON.stringify(query(CREATE))],
  ['JSON of another site', { ...JSON_TYPE, origin: 'https://evil.example' }, JSON.stringify(query(CREATE))],
  ['JSON of no site (a sandboxed frame)', { ...JSON_TYPE, origin: 'null' }, JSON.stringify(query(CREATE))],
  [
    'JSON of a name that only sounds like ours',
    { ...JSON_TYPE, origin: 'http://127.0.0.1.evil.example' },
    JSON.stringify(query(CREATE)),
  ],
].map(([what, headers, body]) => ({
  what: `from another site: ${what as string}`,
  as: 'person' as const,
  method: 'POST' as const,
  url: '/graphql',
  headers: headers as Record<string, string>,
  body,
  // As nobody: what its cookies say is not heard.
  expect: { status: [200, 400, 403, 415], never: [...NO_FAULT, 'CreateOrganisationPayload'] },
}));

const SESSIONS: readonly AttackCase[] = [
  ['made up', 'openimpact=abc.def'],
  ['without a signature', 'openimpact=abcdefghijklmnopqrstuvwxyz'],
  ['with an empty signature', 'openimpact=abc.'],
  ['of only a dot', 'openimpact=.'],
  ['with a NUL', 'openimpact=%00.%00'],
  ['broken in its encoding', 'openimpact=%E0%A4%A'],
  ['twice', 'openimpact=a.b; openimpact=c.d'],
  ['of 20 kB', `openimpact=${'a'.repeat(20_000)}.b`],
  ['as SQL', `openimpact=' or 1=1 --.x`],
  ['under the name of another', '__Host-openimpact=a.b; better-auth.session_token=a.b'],
].map(([what = '', cookie = '']) =>
  posted(
    `a session ${what}`,
    VIEWER,
    { status: [200, 400, 431], never: [...NO_FAULT, '"viewer":{'] },
    { headers: { ...JSON_TYPE, cookie } },
  ),
);
const TOKENS: readonly AttackCase[] = [
  'Bearer',
  'Bearer ',
  'Bearer x',
  `Bearer ${'x'.repeat(10_000)}`,
  'Basic YWRtaW46YWRtaW4=',
  `Bearer ' or '1'='1`,
  'Bearer oi_\u00e9',
  'bearer null',
  'Negotiate x',
].map((authorization) =>
  posted(
    `authorisation ${authorization.slice(0, 24)}`,
    VIEWER,
    { status: [200, 400, 401], never: [...NO_FAULT, '"viewer":{'] },
    { headers: { ...JSON_TYPE, authorization } },
  ),
);

const IDS: readonly AttackCase[] = [
  '',
  'idea',
  'idea_',
  'idea_1',
  `idea_' or 1=1`,
  'comment_00000000-0000-0000-0000-000000000000',
  'person_../../x',
  'report_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f',
  'heldPost_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f',
  'act_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f',
  'token_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f',
  'x'.repeat(5_000),
  'idea_018F2B4E-7C1A-7E5D-9C1F-3A2B1C0D9E8F',
  '🦊',
].map((id) =>
  posted(`the id ${JSON.stringify(id.slice(0, 30))}`, query('query ($id: ID!) { node(id: $id) { id } }', { id }), {
    status: [200],
    never: [...NO_FAULT, '"node":{'],
  }),
);

const LINKS: readonly AttackCase[] = [
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](file:///etc/passwd)',
  'right\u202Eto left',
  'zero\u200Bwidth',
  'a NUL\u0000',
].map((body) => ({
  ...posted(
    `a comment with ${JSON.stringify(body)}`,
    query('mutation ($input: AddCommentInput!) { addComment(input: $input) { __typename } }', {
      input: { subjectId: 'IDEA', perspective: 'PUBLIC', body },
    }),
    { status: [200, 400], never: [...NO_FAULT, 'AddCommentPayload'] },
  ),
  as: 'person' as const,
}));

const FIELDS: readonly AttackCase[] = [
  'updateProfile(input: {steward: true})',
  'updateProfile(input: {safeguarding: true})',
  'logIdea(input: {title: "x", need: "x", outcome: "x", peopleServed: "x", themes: [FOOD], stage: SHAPED})',
  'logIdea(input: {title: "x", need: "x", outcome: "x", peopleServed: "x", themes: [FOOD], authorId: "x"})',
  'castVote(input: {ideaId: "IDEA", perspective: PUBLIC, source: IMPORT})',
  'castVote(input: {ideaId: "IDEA", perspective: PUBLIC, weight: 10})',
  'createOrganisation(input: {name: "x", kind: CHARITY, verifiedAt: "2026-01-01"})',
  'addComment(input: {subjectId: "IDEA", body: "x", perspective: PUBLIC, personId: "x"})',
].map((call) =>
  posted(
    `a field nobody may set: ${call.slice(0, 140)}`,
    query(`mutation { ${call} { __typename } }`),
    { status: [400], code: 'BAD_USER_INPUT' },
    { as: 'person' },
  ),
);

const SITE_TEAM: readonly AttackCase[] = [
  'redact(input: {text: "warm room", kind: OTHER})',
  'decideReport(input: {reportId: "report_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f", remove: true, note: "x"})',
  'decideHeldPost(input: {postId: "heldPost_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f", decision: APPROVE})',
  'setVotesAside(input: {signalId: "signal_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f", aside: true, reason: "x"})',
  'lookAtIdentity(input: {subjectId: "comment_018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f", reason: "x"})',
  'changePolicy(input: {votesOfSupport: 1, verifiedOrganisations: 0, adoptionInterests: 0, livedExperienceVoices: 3, firstPosts: PUBLISHED, helpContacts: "", reason: "x"})',
].flatMap((call) => [
  posted(
    `the site team’s, by a person: ${call.slice(0, 40)}`,
    query(`mutation { ${call} { __typename } }`),
    { status: [200], never: [...NO_FAULT, 'Payload'] },
    { as: 'person' },
  ),
  posted(
    `the site team’s, by a token: ${call.slice(0, 40)}`,
    query(`mutation { ${call} { __typename } }`),
    { status: [200], code: 'FORBIDDEN', never: [...NO_FAULT, 'Payload'] },
    { as: 'token' },
  ),
]);

const SLOW: readonly AttackCase[] = [
  'a@'.repeat(9_000),
  '0 '.repeat(9_000),
  '1-'.repeat(9_000),
  '('.repeat(15_000),
  'Aa '.repeat(6_000),
  '.'.repeat(19_000),
].map((text) =>
  posted(
    `a text that makes patterns slow: ${text.slice(0, 6)} (${text.length})`,
    query('query ($text: String!) { personalDataIn(text: $text) { kind } }', { text }),
    { status: [200] },
  ),
);
const EXPRESSIONS: readonly AttackCase[] = [
  '('.repeat(5_000),
  'MIT AND '.repeat(3_000),
  `${'('.repeat(500)}MIT${')'.repeat(500)}`,
  '\u0000',
  'MIT OR',
].map((expression) =>
  posted(
    `a licence ${expression.slice(0, 8)} (${expression.length})`,
    query('query ($e: String!) { licence(expression: $e) { __typename } }', { e: expression }),
    { status: [200, 400] },
  ),
);

/** Attacks on the graph: what is sent to it, and as whom. */
export const GRAPH_CASES: readonly AttackCase[] = [
  ...MALFORMED,
  ...DOCUMENTS,
  ...BY_GET,
  ...FROM_ELSEWHERE,
  ...SESSIONS,
  ...TOKENS,
  ...IDS,
  ...LINKS,
  ...FIELDS,
  ...SITE_TEAM,
  ...SLOW,
  ...EXPRESSIONS,
];
