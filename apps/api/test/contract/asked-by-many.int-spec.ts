import { createHash } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../support/api.js';
import { aDemonstration, type Person, signedIn } from '../support/http.js';

const LIST = `query { ideas(first: 5, orderBy: NEWEST) {
  nodes { id slug title author { handle } support { votes } viewerVote { perspective answer } viewerCan { revise { allowed } } }
  edges { cursor node { id viewerVote { why } } } pageInfo { hasNextPage endCursor } } viewer { person { handle } } }`;
const PAGE = `query ($slug: String!) { idea(slug: $slug) { title support { votes } viewerVote { perspective answer why } viewerCan { revise { allowed } withdraw { allowed } }
  comments(first: 5) { nodes { body author { handle } viewerCan { edit { allowed } } } } } }`;
const FOUND = `query { ideas(first: 5, filter: { text: "bench" }) { nodes { title } } }`;
const DOCUMENTS = [LIST, PAGE, FOUND];
const hashOf = (document: string) => createHash('sha256').update(document).digest('hex');

const PERSPECTIVES = ['PRACTITIONER', 'TECHNOLOGIST', 'PUBLIC'];

let api: TestApi;
let address: string;
let people: Person[];
let cookies: string[];
let ideas: { id: string; slug: string }[];
beforeAll(async () => {
  api = await anApi({}, Object.fromEntries(DOCUMENTS.map((document) => [hashOf(document), document])));
  await aDemonstration(api);
  people = await Promise.all(['asha-bell', 'tom-okafor', 'lena-novak'].map((handle) => signedIn(api, handle)));
  ideas = [];
  for (const [line, person] of people.entries()) {
    const { idea } = await person.does<{ idea: { id: string; slug: string } }>(
      'logIdea',
      {
        title: `A bench at each bus stop of line ${line}`,
        need: 'Whoever cannot stand for long does not take the bus.',
        outcome: 'More people get where they want to go.',
        peopleServed: 'Older people in terraced streets',
        themes: ['OLDER_PEOPLE'],
      },
      'idea { id slug }',
    );
    ideas.push(idea);
    await person.does('addComment', { subjectId: idea.id, body: `Line ${line} is mine.`, perspective: 'PRACTITIONER' });
  }
  for (const [n, person] of people.entries())
    await person.does('castVote', { ideaId: ideas[(n + 1) % 3]?.id, perspective: PERSPECTIVES[n] });
  cookies = await Promise.all(people.map(({ handle }) => cookieOf(handle)));
  address = await api.app.getHttpAdapter().getInstance().listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await api.close();
});

async function cookieOf(handle: string): Promise<string> {
  const entered = await api.app.inject({
    method: 'POST',
    url: '/api/demo/sign-in',
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
    payload: { handle },
  });
  return entered.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** As the pages ask. */
async function ask(cookie: string | undefined, document: string, variables: object = {}): Promise<unknown> {
  const query = new URLSearchParams({
    variables: JSON.stringify(variables),
    extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(document) } }),
  });
  const answer = await fetch(`${address}/graphql?${query.toString()}`, {
    headers: { 'apollo-require-preflight': 'true', ...(cookie === undefined ? {} : { cookie }) },
  });
  const { data, errors } = (await answer.json()) as { data: unknown; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

/** Everybody at once, often enough that what they have in common is asked once for all. */
async function allAtOnce(document: string, variables: object = {}): Promise<unknown[][]> {
  const rounds = await Promise.all(
    Array.from({ length: 12 }, () => Promise.all(cookies.map((cookie) => ask(cookie, document, variables)))),
  );
  return cookies.map((_, n) => rounds.map((answers) => answers[n]));
}

it('answers each of many who ask the same at once what they are answered alone, and nobody what is somebody else’s', async () => {
  const asked: [string, object][] = [
    [LIST, {}],
    [FOUND, {}],
    ...ideas.map(({ slug }): [string, object] => [PAGE, { slug }]),
  ];
  for (const [document, variables] of asked) {
    const alone = [];
    for (const cookie of cookies) alone.push(await ask(cookie, document, variables));
    for (const [n, answers] of (await allAtOnce(document, variables)).entries())
      for (const answer of answers) expect(answer).toEqual(alone[n]);
  }
  const votes = await Promise.all(cookies.map((cookie) => ask(cookie, PAGE, { slug: ideas[0]?.slug })));
  expect(votes).toMatchObject([
    { idea: { viewerVote: null, viewerCan: { revise: { allowed: true } } } },
    { idea: { viewerVote: null, viewerCan: { revise: { allowed: false } } } },
    { idea: { viewerVote: { perspective: 'PUBLIC' }, viewerCan: { revise: { allowed: false } } } },
  ]);
});

it('shows whoever voted their vote at once, and the sum with it, while many ask', async () => {
  const variables = { slug: ideas[0]?.slug };
  const sum = async () =>
    ((await ask(cookies[0], PAGE, variables)) as { idea: { support: { votes: number } } }).idea.support.votes;
  await allAtOnce(PAGE, variables);
  const before = await sum();
  const many = allAtOnce(PAGE, variables);
  await people[1]?.does('castVote', { ideaId: ideas[0]?.id, perspective: 'TECHNOLOGIST' });
  expect(await sum()).toBe(before + 1);
  await many;
});

it('gives an ended session nothing of its person while many ask the same', async () => {
  const cookie = await cookieOf('lena-novak');
  await allAtOnce(LIST);
  expect(await ask(cookie, LIST)).toMatchObject({ viewer: { person: { handle: 'lena-novak' } } });
  await api.app.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { 'content-type': 'application/json', host: '127.0.0.1', cookie },
    payload: {},
  });
  const many = allAtOnce(LIST);
  const answer = (await ask(cookie, LIST)) as { ideas: { nodes: { viewerVote: unknown }[] }; viewer: unknown };
  expect([answer.viewer, answer.ideas.nodes.map(({ viewerVote }) => viewerVote)]).toEqual([null, [null, null, null]]);
  await many;
});
