import { type AttackCase, JSON_TYPE, NO_FAULT, posted, query } from './attack-case.js';

const UPLOADS: readonly AttackCase[] = [
  ['a path in its name', { name: '../../etc/cron.d/x.png', bytes: '10' }],
  ['a program by its name', { name: 'invoice.pdf.exe', bytes: '10' }],
  ['a page by its name', { name: 'page.html', bytes: '10' }],
  ['a drawing that runs scripts by its name', { name: 'logo.svg', bytes: '10' }],
  ['a NUL in its name', { name: 'a\u0000.png', bytes: '10' }],
  ['more bytes than any file may have', { name: 'film.mp4', bytes: '99999999999999' }],
  ['less than nothing', { name: 'a.png', bytes: '-1' }],
].map(([what, input]) =>
  posted(
    `a file announced with ${what as string}`,
    query('mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { __typename } }', {
      input: { description: 'A picture', ...(input as object) },
    }),
    { status: [200, 400], never: [...NO_FAULT, 'RequestUploadPayload'] },
    { as: 'person' },
  ),
);

const SENT_FILES: readonly AttackCase[] = [
  ['to an address nobody gave out', '/uploads/018f2b4e-7c1a-7e5d-9c1f-3a2b1c0d9e8f'],
  ['to a path that climbs', '/uploads/..%2f..%2fsecret'],
  ['to a token of a megabyte', `/uploads/${'a'.repeat(4_000)}`],
].map(([what = '', url = '']) => ({
  what: `a file sent ${what}`,
  method: 'PUT' as const,
  url,
  headers: { 'content-type': 'application/octet-stream' },
  body: 'x',
  expect: { status: [400, 403, 404, 405, 413, 414, 415], never: NO_FAULT },
}));

const PLACE = '/data/measurements/lantern/reached/came/2026-01-01/2026-03-31';
const VALUES: readonly AttackCase[] = [
  ['with a session', { as: 'person' as const }, [401]],
  ['with a token for something else', { as: 'token' as const }, [403]],
  ['by nobody', {}, [401]],
  ['under a name that is a path', { url: '/data/measurements/..%2f../x/y/2026-01-01/2026-03-31' }, [401, 404]],
  ['under a name with a NUL', { url: '/data/measurements/%00/x/y/2026-01-01/2026-03-31' }, [400, 401, 404]],
  [
    'as a form of another site',
    { headers: { 'content-type': 'text/plain', origin: 'https://evil.example' } },
    [401, 415],
  ],
  ['of a megabyte', { body: { value: '1', version: 1, method: 'x'.repeat(900_000) } }, [401, 413]],
  ['without an end', { body: '{"value": "1", "version": ' }, [400, 401]],
  ['turned over', { method: 'POST' as const, headers: { ...JSON_TYPE, 'x-http-method-override': 'PUT' } }, [404]],
].map(([what, sent, status]) => ({
  what: `a value put ${what as string}`,
  method: 'PUT' as const,
  url: PLACE,
  headers: JSON_TYPE,
  body: { value: '1', version: 1 },
  ...(sent as Partial<AttackCase>),
  expect: { status: status as readonly number[], never: NO_FAULT },
}));

/** Names and numbers under which a server finds itself, its neighbours or its cloud. */
const INSIDE = [
  'http://127.0.0.1/',
  'https://127.0.0.1/',
  'https://localhost/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
  'https://user:password@example.org/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:5432/',
] as const;
const REACHING_INSIDE: readonly AttackCase[] = INSIDE.flatMap((address) => [
  posted(
    `a component read from ${address}`,
    query('mutation ($input: PreviewComponentInput!) { previewComponent(input: $input) { __typename } }', {
      input: { repositoryUrl: address },
    }),
    { status: [200, 400], never: [...NO_FAULT, 'root:x:', 'PreviewComponentPayload'] },
    { as: 'person' },
  ),
]);
const WEBHOOKS: readonly AttackCase[] = INSIDE.filter((address) => !address.startsWith('https:')).map((address) =>
  posted(
    `news sent to ${address}`,
    query('mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }', {
      input: { address },
    }),
    { status: [200, 400], never: [...NO_FAULT, 'CreateWebhookPayload'] },
    { as: 'person' },
  ),
);

const NAMED_HOSTS: readonly AttackCase[] = ['/ideas', '/', '/commons', '/feeds/activity.json'].flatMap((url) => [
  {
    what: `another host that asks first for ${url}, so that others would be given its links`,
    url,
    headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
    expect: { status: [200, 400, 404, 500], never: ['gopher:'] },
  },
  { what: `${url} afterwards, for everybody else`, url, expect: { status: [200, 404, 500], never: ['evil.example'] } },
]);

const SCOPES: readonly AttackCase[] = [
  'createApiToken(input: {name: "another", scopes: [READ], days: 1})',
  'deleteMyAccount(input: {handle: "x"})',
  'updateProfile(input: {about: "x"})',
  'exportMyData(input: {})',
].map((call) =>
  posted(
    `a machine’s token for what needs a person: ${call.slice(0, 24)}`,
    query(`mutation { ${call} { __typename } }`),
    { status: [200, 400], never: [...NO_FAULT, 'Payload'] },
    { as: 'token' },
  ),
);

const FEEDS: readonly AttackCase[] = [
  '/data/ideas.csv?q=%3Dcmd%7C%27%2FC%20calc%27!A0',
  '/data/ideas.ndjson?stage=__proto__',
  '/feeds/ideas.atom?q=%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '/feeds/ideas.json?q=%00',
  '/data/votes.ndjson?ideaId=1%27%20or%201%3D1',
].map((url) => ({
  what: `an export or feed asked for by ${url}`,
  url,
  expect: { status: [200, 400], never: [...NO_FAULT, '<script>alert(1)'] },
}));

const SIGN_IN: readonly AttackCase[] = [
  {
    what: 'a one-time link without its token',
    url: '/api/auth/magic-link/verify',
    expect: { status: [302, 303, 400], never: ['INTERNAL', 'set-cookie":"openimpact='] },
  },
  {
    what: 'a one-time link that nobody sent',
    url: `/api/auth/magic-link/verify?token=${'A'.repeat(32)}`,
    expect: { status: [302, 303, 400], never: ['INTERNAL', 'set-cookie":"openimpact='] },
  },
  {
    what: 'a new password by a link that nobody sent',
    method: 'POST',
    url: '/api/auth/reset-password',
    headers: JSON_TYPE,
    body: { token: 'A'.repeat(24), newPassword: 'a password that is long enough' },
    expect: { status: [400, 401, 404, 429], never: [...NO_FAULT, 'set-cookie'] },
  },
];

/** Attacks by files, by addresses the server is made to ask, by what is shared, and by what a machine may do. */
export const MORE_CASES: readonly AttackCase[] = [
  ...UPLOADS,
  ...VALUES,
  ...SENT_FILES,
  ...REACHING_INSIDE,
  ...WEBHOOKS,
  ...NAMED_HOSTS,
  ...SCOPES,
  ...FEEDS,
  ...SIGN_IN,
];
