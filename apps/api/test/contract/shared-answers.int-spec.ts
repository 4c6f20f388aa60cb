import { createHash } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { makeApiToken } from '../../src/platform/auth/index.js';
import { newId } from '../../src/platform/database/index.js';
import { anApi, type TestApi } from '../support/api.js';
import { aPerson } from '../support/people.js';

const LIST = `query ($first: Int) { ideas(first: $first, orderBy: NEWEST) { nodes { title } } viewer { person { handle } } }`;
const LOG = `mutation ($input: LogIdeaInput!) { logIdea(input: $input) { __typename ... on LogIdeaPayload { idea { title } } } }`;
const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

let api: TestApi;
let authorization: string;
let handle: string;
beforeAll(async () => {
  api = await anApi({}, Object.fromEntries([LIST, LOG].map((document) => [hashOf(document), document])));
  const { person } = await aPerson(api);
  const { token, hash } = makeApiToken();
  ({ handle } = person);
  authorization = `Bearer ${token}`;
  await api.dataSource.query(
    `insert into api_tokens (id, person_id, name, token_hash, scopes, expires_at) values ($1, $2, 'test', $3, '{READ,CONTRIBUTE}', app_now() + interval '1 day')`,
    [newId(), person.id, hash],
  );
});
afterAll(async () => {
  await api.close();
});

function ask(document: string, variables: Record<string, unknown>, headers: Record<string, string> = {}) {
  const query = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(document) } }),
  });
  return api.app.inject({
    url: `/graphql?${query.toString()}`,
    headers: { 'apollo-require-preflight': 'true', accept: 'application/json', ...headers },
  });
}

const logged = (title: string) => ({
  input: {
    title,
    need: 'People wait for weeks without a word.',
    outcome: 'Nobody waits without knowing how long.',
    peopleServed: 'People who wait',
    themes: ['HEALTH'],
  },
});

it('gives everybody without an account the same answer for a second, and a newer one after it', async () => {
  // Where logging takes a busy machine longer than the second, the next attempt shows it.
  for (let attempt = 1; ; attempt += 1) {
    const begun = Date.now();
    const before = await ask(LIST, { first: 3 });
    const title = `Where the queue is short, ${attempt}`;
    const logging = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization },
      payload: { query: LOG, variables: logged(title) },
    });
    expect(logging.json().data.logIdea.__typename).toBe('LogIdeaPayload');
    const within = await ask(LIST, { first: 3 });
    if (Date.now() - begun > 950 && attempt < 5) continue;
    expect(within.body).toBe(before.body);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    const after = await ask(LIST, { first: 3 });
    expect(after.json().data.ideas.nodes[0]).toEqual({ title });
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
    return;
  }
});

it('says that nothing changed to whoever knows the answer', async () => {
  const known = await ask(LIST, { first: 2 });
  const again = await ask(LIST, { first: 2 }, { 'if-none-match': String(known.headers['etag']) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

it('never gives a signed-in person the answer of others, nor others theirs', async () => {
  const open = await ask(LIST, { first: 1 });
  const own = await ask(LIST, { first: 1 }, { authorization });
  expect(open.json().data.viewer).toBeNull();
  expect(own.json().data.viewer).toEqual({ person: { handle } });
  expect((await ask(LIST, { first: 1 })).json().data.viewer).toBeNull();
  expect(own.headers['etag']).toBeUndefined();
});

it('changes nothing by GET, signed in or not', async () => {
  for (const headers of [undefined, { authorization }]) {
    const answer = await ask(LOG, logged('By an address alone'), headers);
    expect(answer.statusCode).toBe(405);
  }
  const [{ ideas }] = await api.dataSource.query<[{ ideas: number }]>(
    `select count(*)::int as ideas from ideas where title = 'By an address alone'`,
  );
  expect(ideas).toBe(0);
});

it('shares no error: each is told to whoever made it', async () => {
  for (const first of [101, 102, 101]) {
    const answer = await ask(LIST, { first });
    expect(answer.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(answer.headers['etag']).toBeUndefined();
  }
});

it('asks of anonymous readers the same proof of no plain link as of everybody', async () => {
  const query = new URLSearchParams({
    variables: '{"first":1}',
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(LIST) } }),
  });
  expect((await api.app.inject({ url: `/graphql?${query.toString()}` })).statusCode).toBe(400);
});
