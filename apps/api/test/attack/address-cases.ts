import { type AttackCase, JSON_TYPE, NO_FAULT, VIEWER } from './attack-case.js';

const AUTH: readonly AttackCase[] = [
  ...[
    '/api/auth/sign-in/social',
    '/api/auth/list-sessions',
    '/api/auth/get-session',
    '/api/auth/update-user',
    '/api/auth/delete-user',
    '/api/auth/change-email',
    '/api/auth/admin/list-users',
    '/api/auth/callback/google',
    '/api/auth/ok',
    '/api/auth/error',
    '/api/auth/revoke-session',
    '/api/auth/link-social',
    '/api/auth/../graphql/x',
    '/api/auth//sign-out',
    '/api/auth/sign-in/email/',
    '/api/auth/__proto__',
    '/api/auth/constructor',
  ].flatMap((url): AttackCase[] => [
    { what: `an address of the account library: ${url}`, url, expect: { status: [404, 400, 308], never: NO_FAULT } },
    {
      what: `posted to ${url}`,
      method: 'POST',
      url,
      headers: JSON_TYPE,
      body: {},
      expect: { status: [404, 400, 308], never: NO_FAULT },
    },
  ]),
  ...(['GET', 'PUT', 'DELETE', 'PATCH'] as const).map((method): AttackCase => ({
    what: `sign-in by ${method}`,
    method,
    url: '/api/auth/sign-in/email',
    expect: { status: [404, 415], never: NO_FAULT },
  })),
  ...[
    ['without an address', {}],
    ['with a list', { email: ['a@people.example'], password: 'x' }],
    ['with an object', { email: { $ne: null }, password: { $ne: null } }],
    ['as SQL', { email: `' or 1=1 --`, password: 'x' }],
    ['with two lines', { email: 'a@people.example\r\nBcc: all@people.example', password: 'x' }],
    ['with a NUL', { email: 'a\u0000@people.example', password: 'x' }],
    ['with a password of 1 MB', { email: 'a@people.example', password: 'x'.repeat(900_000) }],
    ['with a role', { email: 'a@people.example', password: 'x', steward: true, role: 'admin' }],
  ].map(([what, body]): AttackCase => ({
    what: `sign-in ${what as string}`,
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: JSON_TYPE,
    body,
    expect: { status: [400, 401, 413, 429], never: [...NO_FAULT, 'set-cookie'] },
  })),
  ...[
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%0d%0aset-cookie:x=1',
    'http:evil.example',
    '\u0009//evil.example',
    'https:evil.example',
  ].map((to): AttackCase => ({
    what: `a link that leads on to ${JSON.stringify(to)}`,
    url: `/api/auth/magic-link/verify?token=x&callbackURL=${encodeURIComponent(to)}&errorCallbackURL=${encodeURIComponent(to)}`,
    expect: { status: [303, 302, 400], never: ['evil.example', 'javascript:', 'INTERNAL'] },
  })),
  ...['https://evil.example', 'null', 'http://127.0.0.1.evil.example'].map((origin): AttackCase => ({
    what: `signing out from ${origin}`,
    as: 'person',
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { ...JSON_TYPE, origin },
    body: {},
    expect: { status: [403], code: 'FORBIDDEN' },
  })),
];

const DEMONSTRATION: readonly AttackCase[] = [
  ['here', {}],
  ['through a proxy', { 'x-forwarded-for': '127.0.0.1' }],
  ['for another host', { host: 'evil.example' }],
  ['through a proxy that says so', { forwarded: 'for=127.0.0.1' }],
  ['from a cloud', { 'cf-connecting-ip': '127.0.0.1' }],
].map(([what, headers]) => ({
  what: `signing in as an invented person where nobody is invented, ${what as string}`,
  method: 'POST' as const,
  url: '/api/demo/sign-in',
  headers: { ...JSON_TYPE, ...(headers as Record<string, string>) },
  body: { handle: 'amara-oduya' },
  expect: { status: [403, 404], never: ['set-cookie', 'INTERNAL'] },
}));

const PATHS: readonly AttackCase[] = [
  '/../../etc/passwd',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/server/entry-server.js',
  '/.env',
  '/.git/config',
  '/.vite/manifest.json',
  '/server/entry-server.js',
  '/%00',
  '/assets/%00.js',
  '/..\\..\\windows\\win.ini',
  '/files/../secret',
  '/files/..%2fsecret',
  '/data/..%2f..%2fsecret',
  '/dev/outbox',
].map((url) => ({
  what: `a path that climbs: ${url}`,
  url,
  expect: {
    status: [200, 400, 403, 404, 308],
    never: ['root:x:', '"dependencies"', 'OPENIMPACT_SECRET', '[core]', 'import{'],
  },
}));

const HEADERS: readonly AttackCase[] = [
  {
    what: 'a request id with a line break',
    url: '/health/live',
    headers: { 'x-request-id': 'x%0d%0aset-cookie: a=b' },
    expect: { status: [200], never: ['a=b'] },
  },
  {
    what: 'another host for links',
    url: '/feeds/activity.atom',
    headers: { 'x-forwarded-host': 'evil.example' },
    expect: { status: [200], never: ['evil.example'] },
  },
  {
    what: 'a method that is turned over',
    method: 'POST',
    url: '/graphql',
    headers: { ...JSON_TYPE, 'x-http-method-override': 'DELETE' },
    body: VIEWER,
    expect: { status: [200] },
  },
  {
    what: 'a preflight from another site',
    method: 'OPTIONS',
    url: '/graphql',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    expect: { status: [200, 204, 404, 400, 405], never: ['access-control-allow-origin'] },
  },
  {
    what: 'an answer to another site',
    method: 'POST',
    url: '/graphql',
    headers: { ...JSON_TYPE, origin: 'https://evil.example' },
    body: VIEWER,
    expect: { status: [200, 403], never: ['access-control-allow-origin'] },
  },
];

/** Attacks on addresses beside the graph: accounts, files, feeds, headers. */
export const ADDRESS_CASES: readonly AttackCase[] = [...AUTH, ...DEMONSTRATION, ...PATHS, ...HEADERS];
