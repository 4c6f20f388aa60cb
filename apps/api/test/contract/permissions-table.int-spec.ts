import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLSchema, isLeafType } from 'graphql';

import type { Viewer } from '../../src/platform/auth/index.js';
import { scopeOf, TOKEN_SCOPES } from '../../src/platform/auth/scopes.js';
import { Sessions } from '../../src/platform/auth/sessions.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { anApi, nobody, type TestApi } from '../support/api.js';
import { aBusyPlace, type BusyPlace, idsIn } from '../support/busy-place.js';
import { aPerson, joins, type SignedInViewer } from '../support/people.js';
import { callOf, everythingOf, mutationsOf } from '../support/schema-walk.js';
import { NO_EXPORTS, permissionsPage, type Right, TABLE } from './permissions-table.js';

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

/** What is said to somebody because of who they are, or about what is not there; any other answer was the rule's own. */
const ABOUT_WHO = /^(?:ROLE_MISSING|NOT_(?:A|AN|THE|YOUR)_|OWN_|UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|APPROVER_WROTE_IT)/;

it('lets those do it whom it says, wherever generated input comes as far as the rule of the matter', async () => {
  const reached: string[] = [];
  const wrong: string[] = [];
  const { everywhere } = place;
  await api.dataSource.query('update people set safeguarding = true where id = $1', [everywhere.person.id]);
  for (const mutation of mutationsOf(schema)) {
    // It ends the account that the others are tried with.
    if (mutation.name === 'deleteMyAccount') continue;
    const selection = '{ __typename ... on Refusal { requirements { code } } }';
    const { document, variables } = callOf('mutation', mutation, filling, selection);
    const { data, errors } = await api
      .as(everywhere)
      .graphql<Record<string, { __typename: string; requirements?: { code: string }[] }> | null>(document, variables);
    const told = data?.[mutation.name];
    const codes = told?.requirements?.map(({ code }) => code) ?? errors.map(({ extensions }) => extensions?.code ?? '');
    if (codes.some((code) => /^(?:UNAUTHENTICATED|FORBIDDEN|INTERNAL)$/.test(code)))
      wrong.push(`${mutation.name}: ${codes.join()}`);
    if (!codes.some((code) => ABOUT_WHO.test(code))) reached.push(mutation.name);
  }
  expect(wrong).toEqual([]);
  // Most of them. The others need what no generated input is: an invitation, an appeal, somebody else's work.
  expect(reached.length).toBeGreaterThan(mutationsOf(schema).length * 0.6);
  for (const right of ['OWN', 'AUTHOR', 'MEMBER', 'ADMIN', 'APPROVER', 'SEAT', 'STEWARD'] as const)
    expect([right, reached.some((name) => TABLE.mutation[name] === right)]).toEqual([right, true]);
});

/** What of an answer to a query is there at all: not null, not an empty list, not an error. */
async function askedBy(viewer: Viewer, name: string): Promise<{ codes: string[]; holds: boolean }> {
  const field = schema.getQueryType()!.getFields()[name]!;
  const type = getNamedType(field.type);
  const { document, variables } = callOf('query', field, filling, isLeafType(type) ? '' : everythingOf(schema, type));
  const { data, errors } = await api.as(viewer).graphql<Record<string, unknown> | null>(document, variables);
  const answer = data?.[name];
  const { nodes = answer, requirements = [] } = (answer ?? {}) as {
    nodes?: unknown;
    requirements?: { code: string }[];
  };
  return {
    codes: errors.map(({ extensions }) => extensions?.code ?? ''),
    // What says only that one may not is no answer.
    holds:
      !requirements.some(({ code }) => ABOUT_WHO.test(code)) &&
      (Array.isArray(nodes) ? nodes.length > 0 : nodes !== null && nodes !== undefined),
  };
}

it('answers each query to whom it says, and to nobody else', async () => {
  const wrong: string[] = [];
  for (const [name, right] of Object.entries(TABLE.query)) {
    // Everything by its id is asked for in permissions.int-spec.ts, a kind at a time.
    if (name === 'node') continue;
    const everywhere = await askedBy(place.everywhere, name);
    if (everywhere.codes.some((code) => code !== 'NOT_FOUND'))
      wrong.push(`${name}, by who may: ${everywhere.codes.join()}`);
    if (right === 'PUBLIC') {
      const anybody = await askedBy(nobody, name);
      if (anybody.codes.includes('FORBIDDEN') || (anybody.codes.includes('UNAUTHENTICATED') && !anybody.holds))
        wrong.push(`${name}, by anybody: ${anybody.codes.join()}`);
      continue;
    }
    const anonymous = await askedBy(nobody, name);
    if (anonymous.holds) wrong.push(`${name}, by nobody`);
    if (right === 'OWN') continue;
    const stranger = await askedBy(place.stranger, name);
    if (stranger.holds) wrong.push(`${name}, by a stranger`);
  }
  expect(wrong).toEqual([]);
});

it('has a row for every export and feed that is served', () => {
  const routes = api.app
    .getHttpAdapter()
    .getInstance()
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => /^[├└]── (\S+) \((.*)\)$/.exec(line)?.[1] ?? []);
  expect(routes.length).toBeGreaterThan(30);
  const exports = routes.filter((route) => !NO_EXPORTS.some((other) => other.test(route)));
  const rows = Object.keys(TABLE.address);
  // A route for many names (`/data/:name.csv`) has a row for each of them.
  const fits = (row: string, route: string) =>
    row === route || new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/.]+')}$`).test(row);
  expect(exports.filter((route) => !rows.some((row) => fits(row, route)))).toEqual([]);
  expect(rows.filter((row) => !exports.some((route) => fits(row, route)))).toEqual([]);
});

it('opens the books of an organisation to its members and to nobody else', async () => {
  const session = async ({ person }: SignedInViewer) =>
    (await api.app.get(UnitOfWork).run((tx) => api.app.get(Sessions).begin(tx, person.id, undefined))).split(';')[0] ??
    '';
  const cookies = { nobody: '', stranger: await session(place.stranger), member: await session(place.everywhere) };
  for (const [address, right] of Object.entries(TABLE.address)) {
    // What was measured is opened by tokens alone: see measurements.int-spec.ts.
    if (right !== 'MEMBER' || !address.startsWith('/organisations/')) continue;
    const url = `${address.replace(':slug', place.lead.slug)}?from=2026-04-01&to=2027-03-31`;
    for (const [who, cookie] of Object.entries(cookies)) {
      const { statusCode } = await api.app.inject({ url, headers: { cookie } });
      expect([address, who, statusCode === 200]).toEqual([address, who, who === 'member']);
    }
  }
});

it('opens the addresses it says to everybody', async () => {
  for (const [address, right] of Object.entries(TABLE.address)) {
    if (address.includes(':') || right !== 'PUBLIC' || address.startsWith('/schema')) continue;
    const { statusCode } = await api.app.inject({ url: address });
    expect([address, statusCode < 400 || statusCode === 503]).toEqual([address, true]);
  }
});
