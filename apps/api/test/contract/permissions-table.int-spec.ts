import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';

import { scopeOf, TOKEN_SCOPES } from '../../src/platform/auth/scopes.js';
import { anApi, nobody, type TestApi } from '../support/api.js';
import { aBusyPlace, type BusyPlace, idsIn } from '../support/busy-place.js';
import { aPerson, joins, type SignedInViewer } from '../support/people.js';
import { callOf, mutationsOf } from '../support/schema-walk.js';
import { permissionsPage, type Right, TABLE } from './permissions-table.js';

let api: TestApi;
let place: BusyPlace;
let schema: GraphQLSchema;
let ids: (name: string) => string[];
let withoutStewardship: SignedInViewer;
let plainSteward: SignedInViewer;
beforeAll(async () => {
  api = await anApi();
  place = await aBusyPlace(api);
  schema = api.app.get(GraphQLSchemaHost).schema;
  ids = await idsIn(api);
  withoutStewardship = await aPerson(api);
  const organisations: { id: string }[] = await api.dataSource.query('select id from organisations');
  for (const { id } of organisations)
    withoutStewardship = await joins(api, withoutStewardship, id, 'ADMIN', 'MEMBER', 'APPROVER');
  plainSteward = await aPerson(api, { steward: true });
}, 60_000);
afterAll(async () => {
  await api.close();
});

const filling = {
  id: (name: string) => ids(name)[0] ?? 'idea_none',
  text: (name: string) => (name === 'currency' ? 'GBP' : name === 'language' ? 'en' : 'Some words'),
  optional: false,
};

/** What each mutation of a right answered, with generated input: never its payload. */
async function doneBy(viewer: SignedInViewer, rights: readonly Right[]): Promise<string[]> {
  const done: string[] = [];
  for (const mutation of mutationsOf(schema)) {
    if (!rights.includes(TABLE.mutation[mutation.name]!)) continue;
    const { document, variables } = callOf('mutation', mutation, filling);
    const { data, errors } = await api
      .as(viewer)
      .graphql<Record<string, { __typename: string }> | null>(document, variables);
    const told = data?.[mutation.name]?.__typename;
    if (told !== undefined && told !== 'Refusal') done.push(`${mutation.name}: ${told}`);
    if (errors.some(({ extensions }) => extensions?.code === 'INTERNAL')) done.push(`${mutation.name}: INTERNAL`);
  }
  return done;
}

it('has a row for everything that can be asked for or done, and none for what is gone', () => {
  for (const [kind, type] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const) {
    const there = Object.keys(type?.getFields() ?? {}).toSorted();
    expect([kind, Object.keys(TABLE[kind]).toSorted()]).toEqual([kind, there]);
  }
});

it('is what the reference says', () => {
  const file = resolve(import.meta.dirname, '../../../../docs/reference/permissions.md');
  if (process.env['WRITE_REFERENCE']) writeFileSync(file, permissionsPage());
  const shape = (text: string): string => text.replaceAll(/[ -]+/g, ' ');
  expect(shape(readFileSync(file, 'utf8'))).toBe(shape(permissionsPage()));
});

it('gives nobody without an account more than reading', async () => {
  for (const mutation of mutationsOf(schema)) {
    if (TABLE.mutation[mutation.name] === 'PUBLIC') continue;
    const { document, variables } = callOf('mutation', mutation, filling);
    const { errors } = await api.as(nobody).graphql(document, variables);
    expect([mutation.name, errors.map(({ extensions }) => extensions?.code)]).toEqual([
      mutation.name,
      ['UNAUTHENTICATED'],
    ]);
  }
});

it('gives somebody of no or another organisation nothing of a member, an approver, an admin or the site team', async () => {
  expect(await doneBy(place.stranger, ['MEMBER', 'ADMIN', 'APPROVER', 'AUTHOR', 'STEWARD', 'SAFEGUARDING'])).toEqual(
    [],
  );
});

it('gives an admin of every organisation nothing of the site team', async () => {
  expect(await doneBy(withoutStewardship, ['STEWARD', 'SAFEGUARDING'])).toEqual([]);
});

it('gives the site team nothing of those named for safeguarding, and nothing of an organisation', async () => {
  expect(await doneBy(plainSteward, ['SAFEGUARDING', 'MEMBER', 'ADMIN'])).toEqual([]);
});

it('gives a token no mutation whose scope it lacks, and none that needs a person at a browser', async () => {
  for (const mutation of mutationsOf(schema)) {
    if (TABLE.mutation[mutation.name] === 'PUBLIC') continue;
    const needed = scopeOf(mutation.name);
    const others = TOKEN_SCOPES.filter((scope) => scope !== needed);
    const { document, variables } = callOf('mutation', mutation, filling);
    const { errors } = await api.as({ ...place.everywhere, scopes: others }).graphql(document, variables);
    expect([mutation.name, errors.map(({ extensions }) => extensions?.code)]).toEqual([mutation.name, ['FORBIDDEN']]);
  }
});

it('opens the addresses it says to everybody', async () => {
  for (const [address, right] of Object.entries(TABLE.address)) {
    if (address.includes(':slug') || right !== 'PUBLIC' || address.startsWith('/schema')) continue;
    const { statusCode } = await api.app.inject({ url: address });
    expect([address, statusCode < 400 || statusCode === 503]).toEqual([address, true]);
  }
});
