import { expect, it } from '@jest/globals';
import { buildSchema, type FieldNode, type GraphQLObjectType, Kind, parse } from 'graphql';

import { anonymous, type Viewer } from '../auth/viewer.js';
import { sql } from '../database/sql.js';
import { defineView, idOf, type PageAsk, type View } from './view.js';
import { ViewCompiler } from './view-compiler.js';

const schema = buildSchema(`
  type Idea { id: ID!, title: String!, mine: Boolean!, ours: Int!, since(year: Int!): Int!, mineToo: Note!, next: Idea! }
  type Note { text: String! }
  type IdeaConnection { nodes: [Idea!]! }
  type Query { ideas: IdeaConnection! }
`);
const ideaView: View = defineView('Idea', {
  id: idOf('idea'),
  title: (at) => at.col('title'),
  mine: (at) => sql`${at.col('id')} = ${at.viewer.person?.id ?? null}`,
  ours: (at) => (at.member ? sql`of(${at.member.person?.id})` : sql`0`),
  since: (at) => sql`${at.args['year']}::int`,
  next: (at) => at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.builds_on = ${at.col('id')}`),
  mineToo: (at) => at.embed({ text: (inner) => sql`${inner.viewer.person?.id ?? null}::text` }),
});

const ASK: PageAsk = {
  from: (idea) => sql`ideas ${idea}`,
  where: () => [],
  order: (idea) => ({ direction: 'asc', by: [{ expression: sql`${idea}.id`, type: 'uuid' }] }),
  args: {},
};

function somebody(id: string, ...organisationIds: string[]): Viewer {
  return {
    ...anonymous('a request'),
    person: { id, handle: id, name: id, steward: false },
    memberships: organisationIds.map((organisationId) => ({ organisationId, roles: [] })),
  };
}

/** Compiles one document for one after the other, as a trusted document is: its nodes stay the same. */
function compiling(selection: string) {
  const [operation] = parse(`query ($year: Int) { ideas { nodes { ${selection} } } }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation.');
  const nodes = operation.selectionSet.selections as readonly FieldNode[];
  return (viewer: Viewer, variableValues = {}) => {
    const compiler = new ViewCompiler({ info: { schema, fragments: {}, variableValues }, viewer });
    const connection = schema.getType('IdeaConnection') as GraphQLObjectType;
    const parts = compiler.page(ideaView, nodes, connection, ASK);
    return { whole: parts.whole(), common: parts.common, own: parts.own?.(['an-id']) };
  };
}

it('puts a field that asks who the viewer is into no statement that others are answered by, however deep it asks', () => {
  const compile = compiling('title mine mineToo { text }');
  const [asha, sam] = [compile(somebody('asha')), compile(somebody('sam'))];
  expect(asha.common?.values).toEqual([]);
  expect([sam.common?.text, sam.common?.values]).toEqual([asha.common?.text, []]);
  expect(asha.common?.text).not.toMatch(/"mine/);
  expect(asha.own?.values).toEqual(['asha', 'asha', ['an-id']]);
  expect(sam.own?.values).toEqual(['sam', 'sam', ['an-id']]);
  expect(sam.whole.values).toEqual(['sam', 'sam']);
});

it('asks for what is of the viewer’s organisations as one of them, whoever asked by the same document before', () => {
  const compile = compiling('title ours');
  const ofNobody = [compile(somebody('asha')), compile(somebody('sam'))];
  for (const { common, own } of ofNobody) expect([common?.values, own]).toEqual([[], undefined]);
  const ofOne = compile(somebody('noor', 'a-charity'));
  expect(ofOne.common?.text).not.toContain('ours');
  expect(ofOne.own?.values).toEqual(['noor', ['an-id']]);
  expect(compile(somebody('lena', 'a-trust')).own?.values).toEqual(['lena', ['an-id']]);
  expect(compile(somebody('asha')).common?.values).toEqual([]);
});

it('asks by the variables of this execution, not of the one before', () => {
  for (const selection of ['title since(year: $year)', 'title next { next { since(year: $year) } }']) {
    const compile = compiling(selection);
    const years = [2025, 2026].map((year) => compile(somebody('asha'), { year }).whole.values);
    expect(years.map((values) => values.includes(2025))).toEqual([true, false]);
    expect(years.map((values) => values.includes(2026))).toEqual([false, true]);
  }
});

it('looks at no row again for what is known of it by its id alone', () => {
  expect(compiling('title mine')(somebody('asha')).own?.text).toContain('unnest(');
  expect(compiling('title mine')(somebody('asha')).own?.text).not.toContain('from ideas');
});
