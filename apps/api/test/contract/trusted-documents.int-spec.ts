import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getIntrospectionQuery, isObjectType, parse } from 'graphql';

import type { Viewer } from '../../src/platform/auth/index.js';
import { newId } from '../../src/platform/database/index.js';
import { CompiledDocuments } from '../../src/platform/graphql/compiled-documents.js';
import { anApi, nobody, type TestApi } from '../support/api.js';

const DOCUMENTS = {
  union: `mutation ($input: LogIdeaInput!) { logIdea(input: $input) { __typename ... on LogIdeaPayload { idea { id slug title } } ... on Refusal { requirements { code path met } } } }`,
  include: `query ($slug: String!, $whole: Boolean!) { idea(slug: $slug) { title ... @include(if: $whole) { need author { name } } outcome @skip(if: $whole) } }`,
  interface: `query ($id: ID!) { node(id: $id) { __typename id ... on Idea { title stage createdAt author { ...P } } ... on Person { name } } } fragment P on Person { id handle }`,
  nested: `query ($slug: String!, $after: String, $first: Int) { idea(slug: $slug) { comments(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage } } versions(after: $after) { nodes { __typename } } } }`,
  list: `query ($first: Int, $after: String) { ideas(first: $first, after: $after) { edges { cursor node { title } } nodes { slug version } pageInfo { hasNextPage endCursor } } }`,
  alias: `query ($slug: String!) { one: idea(slug: $slug) { heading: title same: title } other: idea(slug: "no-such-idea") { title } }`,
} as const;

const hashOf = (document: string): string => createHash('sha256').update(document).digest('hex');

let api: TestApi;
let viewer: Viewer;
let slug: string;
let id: string;

const INPUT = {
  title: 'A map of warm places',
  need: 'Older neighbours do not know where they can sit for an hour without paying.',
  outcome: 'Nobody sits alone in the cold.',
  peopleServed: 'Older people in terraced streets',
  themes: ['OLDER_PEOPLE'],
};

beforeAll(async () => {
  api = await anApi({}, Object.fromEntries(Object.values(DOCUMENTS).map((document) => [hashOf(document), document])));
  const person = { id: newId(), handle: 'asha-bell', name: 'Asha Bell', steward: false };
  await api.dataSource.query('insert into people (id, handle, name) values ($1, $2, $3)', [
    person.id,
    person.handle,
    person.name,
  ]);
  viewer = { ...nobody, person };
  const { data, errors } = await api
    .as(viewer)
    .trusted<{ logIdea: { idea: { id: string; slug: string } } }>(hashOf(DOCUMENTS.union), { input: INPUT });
  expect(errors).toEqual([]);
  ({ slug, id } = data.logIdea.idea);
});
afterAll(async () => {
  await api.close();
});

describe('a trusted document answers, compiled, exactly what graphql-js answers', () => {
  const cases: [keyof typeof DOCUMENTS, () => Record<string, unknown>][] = [
    ['include', () => ({ slug, whole: true })],
    ['include', () => ({ slug, whole: false })],
    ['interface', () => ({ id })],
    ['interface', () => ({ id: 'idea_00000000-0000-7000-8000-000000000000' })],
    ['nested', () => ({ slug, after: null, first: 5 })],
    ['nested', () => ({ slug, first: null })],
    ['nested', () => ({ slug })],
    ['list', () => ({ first: 1 })],
    ['list', () => ({})],
    ['alias', () => ({ slug })],
  ];
  it.each(cases)('%s', async (name, variables) => {
    const compiled = await api.as(viewer).trusted(hashOf(DOCUMENTS[name]), variables());
    expect(compiled).toEqual(await api.as(viewer).graphql(DOCUMENTS[name], variables()));
    expect(compiled.errors).toEqual([]);
    expect(compiled.data).not.toBeNull();
  });
});

it('tells the members of a union apart', async () => {
  const { data } = await api
    .as(viewer)
    .trusted<{ logIdea: { __typename: string; requirements: { code: string; met: boolean }[] } }>(
      hashOf(DOCUMENTS.union),
      { input: { ...INPUT, title: '   ' } },
    );
  expect(data.logIdea.__typename).toBe('Refusal');
  expect(data.logIdea.requirements).toEqual([expect.objectContaining({ met: false, path: ['input', 'title'] })]);
});

it('gives our codes on the compiled path too', async () => {
  const unauthenticated = await api.as(nobody).trusted(hashOf(DOCUMENTS.union), { input: INPUT });
  expect(unauthenticated.errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
  const unfit = await api.as(viewer).trusted(hashOf(DOCUMENTS.list), { first: 'many' });
  expect(unfit.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  const tooMany = await api.as(viewer).trusted(hashOf(DOCUMENTS.list), { first: 101 });
  expect(tooMany.errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
});

it('says PERSISTED_QUERY_NOT_FOUND for a hash it does not know, and learns no new ones', async () => {
  const document = '{ __typename }';
  const ask = () =>
    api.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } } },
    });
  expect((await ask()).json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
  await api.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: document, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } } },
  });
  expect((await ask()).json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
});

it('reads what stands in an object without calling anything', () => {
  const { schema } = api.app.get(GraphQLSchemaHost);
  const calls = (type: string, field: string) => {
    const found = schema.getType(type);
    return isObjectType(found) && found.getFields()[field]?.resolve !== undefined;
  };
  const plain = [
    ['Idea', 'title'],
    ['PerspectiveCount', 'count'],
    ['Comment', 'author'],
  ] as const;
  expect(plain.map(([type, field]) => calls(type, field))).toEqual([false, false, false]);
  expect([calls('IdeaSupport', 'byPerspective'), calls('Query', 'ideas')]).toEqual([true, true]);
});

it('refuses a name that no operation of the document has, on the compiled path too', async () => {
  const answer = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: DOCUMENTS.list, operationName: 'Another' },
  });
  expect([answer.statusCode, answer.json().data]).toEqual([400, undefined]);
});

describe('a document from elsewhere that is asked often is compiled', () => {
  const OFTEN = 50;
  const ask = (document: string, variables = {}) =>
    api.app
      .get(CompiledDocuments)
      .executeAny(
        { hash: hashOf(document), operationName: undefined, document: parse(document), variables },
        { viewer },
      );
  const often = async (document: string) => {
    for (let time = 1; time < OFTEN; time += 1) expect(await ask(document)).toBeUndefined();
    return ask(document);
  };

  it.each([
    ['include', () => ({ slug, whole: true })],
    ['interface', () => ({ id })],
    ['nested', () => ({ slug })],
    ['list', () => ({ first: 1 })],
    ['list', () => ({ first: 'many' })],
    ['list', () => ({ first: 101 })],
    ['alias', () => ({ slug })],
  ] as [keyof typeof DOCUMENTS, () => Record<string, unknown>][])(
    'and answers what it answered before: %s',
    async (name, variables) => {
      const document = `# ${JSON.stringify(variables())}\n${DOCUMENTS[name]}`;
      const before = await api.as(viewer).graphql(document, variables());
      for (let time = 1; time < OFTEN; time += 1) await ask(document, variables());
      expect(await ask(document, variables())).toBeDefined();
      expect(await api.as(viewer).graphql(document, variables())).toEqual(before);
    },
  );

  it('and tells what the schema is as before', async () => {
    const document = getIntrospectionQuery();
    const before = await api.as(nobody).graphql(document);
    for (let time = 1; time < OFTEN; time += 1) await ask(document);
    expect(await ask(document)).toBeDefined();
    expect(await api.as(nobody).graphql(document)).toEqual(before);
  });

  it('unless it changes something', async () => {
    expect(await often(`# from elsewhere\n${DOCUMENTS.union}`)).toBeUndefined();
  });

  it('and is forgotten when others are asked as often, so that inventing documents fills no memory', async () => {
    const [first, ...others] = Array.from({ length: 21 }, (_, n) => `{ other${n}: node(id: "idea_x") { id } }`);
    expect(await often(first ?? '')).toBeDefined();
    for (const other of others) expect(await often(other)).toBeDefined();
    expect(await ask(first ?? '')).toBeUndefined();
  });
});

describe('a document from elsewhere is refused before it costs anything', () => {
  it.each([
    ['too many aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: idea(slug: "x") { id }`).join(' ')} }`],
    [
      'lists that multiply',
      `{ ${Array.from({ length: 30 }, (_, n) => `a${n}: ideas(first: 100) { nodes { id slug title need outcome language createdAt } }`).join(' ')} }`,
    ],
  ])('%s', async (_, document) => {
    const { errors } = await api.as(nobody).graphql(document);
    expect(errors.map(({ extensions }) => extensions?.code)).toContain('TOO_COMPLEX');
  });
});
