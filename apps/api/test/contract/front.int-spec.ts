import { createHash } from 'node:crypto';
import { get, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { makeApiToken } from '../../src/platform/auth/index.js';
import { newId } from '../../src/platform/database/index.js';
import { anApi, type TestApi } from '../support/api.js';
import { aDemonstration, type Person, signedIn } from '../support/http.js';

const LIST = `query ($first: Int) { ideas(first: $first, orderBy: NEWEST) { nodes { title author { handle } viewerCan { vote { allowed } } } pageInfo { hasNextPage } } viewer { person { handle } } }`;
const TWO = `query One { viewer { person { name } } } query Other { ideas { nodes { slug } } }`;
const MAY = `query { ideas(first: 1, orderBy: NEWEST) { nodes { viewerCan { decline { allowed } } } } viewer { person { handle } } }`;
const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

let api: TestApi;
let address: string;
let asha: Person;
let authorization: string;
let cookie: string;
beforeAll(async () => {
  api = await anApi({}, Object.fromEntries([LIST, TWO, MAY].map((document) => [hashOf(document), document])));
  await aDemonstration(api);
  asha = await signedIn(api, 'asha-bell');
  for (let n = 1; n <= 12; n += 1) {
    await asha.does('logIdea', {
      title: `A map of warm places, ${n}`,
      need: 'Older neighbours do not know where they can sit for an hour without paying.',
      outcome: 'Nobody sits alone in the cold.',
      peopleServed: 'Older people in terraced streets',
      themes: ['OLDER_PEOPLE'],
    });
  }
  const { token, hash } = makeApiToken();
  authorization = `Bearer ${token}`;
  await api.dataSource.query(
    `insert into api_tokens (id, person_id, name, token_hash, scopes, expires_at) values ($1, $2, 'test', $3, '{READ}', app_now() + interval '1 day')`,
    [newId(), asha.viewer.person.id, hash],
  );
  const entered = await api.app.inject({
    method: 'POST',
    url: '/api/demo/sign-in',
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
    payload: { handle: 'asha-bell' },
  });
  cookie = entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  address = await api.app.getHttpAdapter().getInstance().listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await api.close();
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

/** Over a socket of its own; nothing is added to the headers and nothing decoded, as `fetch` would. */
function over(path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`${address}${path}`, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
      });
    }).on('error', reject);
  });
}

const PROOF = { 'apollo-require-preflight': 'true', accept: 'application/json' };
function pathOf(document: string, variables: unknown, operationName?: string): string {
  const query = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(document) } }),
    ...(operationName === undefined ? {} : { operationName }),
  });
  return `/graphql?${query.toString()}`;
}

it('answers a signed-in person from the socket what the framework answers', async () => {
  const asked: [string, Record<string, string>][] = [
    [pathOf(LIST, { first: 3 }), { ...PROOF, authorization }],
    [pathOf(LIST, { first: 3 }), { ...PROOF, cookie }],
    [pathOf(LIST, { first: 3 }), { ...PROOF, cookie, accept: 'application/graphql-response+json, application/json' }],
    [pathOf(LIST, { first: 3 }), { ...PROOF, cookie, origin: 'https://elsewhere.example' }],
    [pathOf(LIST, { first: 3 }), { ...PROOF, authorization: 'Bearer oi_nobodys' }],
    [pathOf(LIST, { first: 101 }), { ...PROOF, authorization }],
    [pathOf(LIST, { first: 'many' }), { ...PROOF, authorization }],
    [pathOf(LIST, 'no object'), { ...PROOF, authorization }],
    [pathOf(TWO, {}, 'One'), { ...PROOF, authorization }],
    [pathOf(TWO, {}), { ...PROOF, authorization }],
    [pathOf(TWO, {}, 'Neither'), { ...PROOF, authorization }],
    [pathOf('{ __typename }', {}), { ...PROOF, authorization }],
    [pathOf(LIST, { first: 3 }), { accept: 'application/json', authorization }],
    [pathOf(LIST, { first: 3 }), { ...PROOF, authorization, accept: 'text/html' }],
  ];
  for (const [path, headers] of asked) {
    const [fast, slow] = [await over(path, headers), await api.app.inject({ url: path, headers })];
    const said = (text: string) => text.replaceAll(/"requestId":"[^"]+"/g, '');
    expect([fast.status, fast.headers['content-type'], said(fast.text)]).toEqual([
      slow.statusCode,
      slow.headers['content-type'],
      said(slow.body),
    ]);
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'permissions-policy'])
      expect([name, fast.headers[name]]).toEqual([name, slow.headers[name]]);
  }
  const own = await over(pathOf(LIST, { first: 3 }), { ...PROOF, cookie });
  expect(JSON.parse(own.text).data.viewer.person.handle).toBe('asha-bell');
  expect(own.headers['cache-control']).toBe('private, no-store');
});

it('gives an ended session nothing of its person any more, from the very next request on', async () => {
  const entered = await api.app.inject({
    method: 'POST',
    url: '/api/demo/sign-in',
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
    payload: { handle: 'asha-bell' },
  });
  const own = { ...PROOF, cookie: entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const handleNow = async () => JSON.parse((await over(pathOf(LIST, { first: 1 }), own)).text).data.viewer;
  expect(await handleNow()).toEqual({ person: { handle: 'asha-bell' } });
  await api.app.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { 'content-type': 'application/json', host: '127.0.0.1', cookie: own.cookie },
    payload: {},
  });
  expect(await handleNow()).toBeNull();
});

it('sees at the very next request what somebody who is remembered may do no more', async () => {
  const writer = await signedIn(api, 'tom-okafor');
  await writer.does('logIdea', {
    title: 'A bench at each third bus stop',
    need: 'Whoever cannot stand for long does not take the bus.',
    outcome: 'More people get where they want to go.',
    peopleServed: 'Older people in terraced streets',
    themes: ['OLDER_PEOPLE'],
  });
  const becomes = (steward: boolean) =>
    api.dataSource.query(`update people set steward = $2 where id = $1`, [asha.viewer.person.id, steward]);
  for (const credential of [{ authorization }, { cookie }] as Record<string, string>[]) {
    const mayDecline = async () => {
      const answer = await over(pathOf(MAY, {}), { ...PROOF, ...credential });
      return JSON.parse(answer.text).data.ideas.nodes[0].viewerCan.decline.allowed;
    };
    expect([await mayDecline(), await mayDecline()]).toEqual([false, false]);
    await becomes(true);
    expect([await mayDecline(), await mayDecline()]).toEqual([true, true]);
    await becomes(false);
    expect([await mayDecline(), await mayDecline()]).toEqual([false, false]);
  }
});

it('gives a token that was revoked nothing of its person any more, and writes down once a day that one is in use', async () => {
  const { token, hash } = makeApiToken();
  const own = { ...PROOF, authorization: `Bearer ${token}` };
  const id = newId();
  await api.dataSource.query(
    `insert into api_tokens (id, person_id, name, token_hash, scopes, expires_at) values ($1, $2, 'other', $3, '{READ}', app_now() + interval '1 day')`,
    [id, asha.viewer.person.id, hash],
  );
  const viewerNow = async () => JSON.parse((await over(pathOf(MAY, {}), own)).text).data.viewer;
  const usedToday = async () =>
    (await api.dataSource.query(`select last_used_on = current_date as used from api_tokens where id = $1`, [id]))[0]
      .used;
  expect([await viewerNow(), await viewerNow(), await usedToday()]).toEqual([
    expect.any(Object),
    expect.any(Object),
    true,
  ]);
  await api.dataSource.query(`update api_tokens set last_used_on = current_date - 1 where id = $1`, [id]);
  expect([await viewerNow(), await usedToday()]).toEqual([expect.any(Object), true]);
  await api.dataSource.query(`update api_tokens set revoked_at = app_now() where id = $1`, [id]);
  expect(await viewerNow()).toBeNull();
});

it('keeps the bytes of what is the same for everybody, as each browser reads them, and for nobody else', async () => {
  const path = pathOf(LIST, { first: 10 });
  const shared = await over(path, PROOF);
  expect(shared.status).toBe(200);
  // Whatever the second brings, what is given is whole and says how it is packed.
  for (const [encoding, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    for (let time = 0; time < 3; time += 1) {
      const packed = await over(path, { ...PROOF, 'accept-encoding': encoding });
      expect(packed.headers['content-encoding']).toBe(encoding);
      expect(packed.headers['vary']).toMatch(/accept-encoding/i);
      expect(unpack(packed.bytes).toString()).toBe(shared.text);
    }
  }
  const plain = await over(path, { ...PROOF, 'accept-encoding': 'br;q=0, gzip;q=0' });
  expect([plain.headers['content-encoding'], plain.text]).toEqual([undefined, shared.text]);
  const known = await over(path, { ...PROOF, 'if-none-match': String(shared.headers['etag']) });
  expect([known.status, known.text]).toEqual([304, '']);
  for (const headers of [{ cookie }, { authorization }] as Record<string, string>[]) {
    const own = await over(path, { ...PROOF, ...headers });
    expect([JSON.parse(own.text).data.viewer.person.handle, own.headers['etag']]).toEqual(['asha-bell', undefined]);
  }
  expect((await over(path, PROOF)).text).toBe(shared.text);
});

it('tells languages, hosts and preferences apart, and proves first that no plain link asks', async () => {
  const path = pathOf(LIST, { first: 2 });
  expect((await over(path, PROOF)).status).toBe(200);
  expect((await over(path, { accept: 'application/json' })).status).toBe(400);
  const feeds = await Promise.all(
    ['one.example', 'two.example'].map((host) => over('/feeds/ideas.atom', { host, accept: '*/*' })),
  );
  const again = await over('/feeds/ideas.atom', { host: 'two.example', accept: '*/*' });
  expect(feeds[0]?.text).toContain('http://one.example/');
  expect(again.text).toContain('http://two.example/');
  expect(again.text).not.toContain('one.example');
});
