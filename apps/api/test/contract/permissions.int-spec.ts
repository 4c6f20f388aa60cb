import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, type GraphQLSchema, isInputObjectType, isLeafType } from 'graphql';

import type { SignedInViewer } from '../../src/platform/auth/index.js';
import { aBusyPlace, type BusyPlace, idsIn, SECRETS } from '../support/busy-place.js';
import { anApi, nobody, type TestApi, type GraphqlAnswer } from '../support/api.js';
import { callOf, everythingOf, mutationsOf, waysTo } from '../support/schema-walk.js';

let api: TestApi;
let place: BusyPlace;
let schema: GraphQLSchema;
let ids: (name: string) => string[];
beforeAll(async () => {
  api = await anApi();
  place = await aBusyPlace(api);
  schema = api.app.get(GraphQLSchemaHost).schema;
  ids = await idsIn(api);
}, 60_000);
afterAll(async () => {
  await api.close();
});

const filling = (more: { id?: (name: string) => string } = {}) => ({
  id: (name: string) => ids(name)[0] ?? 'idea_none',
  text: (name: string) => (name === 'currency' ? 'GBP' : name === 'language' ? 'en' : 'Some words'),
  optional: false,
  ...more,
});

const codes = ({ errors }: GraphqlAnswer<unknown>) => errors.map(({ extensions }) => extensions?.code);

/** What of an answer nobody without an account may see. */
function leaks(answer: unknown): string[] {
  const text = JSON.stringify(answer);
  return Object.entries(SECRETS).flatMap(([what, secret]) => (text.includes(secret) ? [what] : []));
}

// What people without an account may do: their own vote in a room, and one that waits for their sign-in.
const WITHOUT_AN_ACCOUNT = new Set(['castSessionVote', 'keepBallot']);

it('lets nobody change anything without signing in, whichever mutation it is', async () => {
  const open: string[] = [];
  for (const mutation of mutationsOf(schema)) {
    if (WITHOUT_AN_ACCOUNT.has(mutation.name)) continue;
    const { document, variables } = callOf('mutation', mutation, filling());
    const answer = await api.as(nobody).graphql(document, variables);
    if (codes(answer).join() !== 'UNAUTHENTICATED') open.push(`${mutation.name}: ${JSON.stringify(answer)}`);
  }
  expect(open).toEqual([]);
});

it('answers nobody’s every question without a fault of ours and without what is private', async () => {
  const faults: string[] = [];
  let asked = 0;
  for (const [document, variables] of questions()) {
    const answer = await api.as(nobody).graphql(document, variables);
    asked += 1;
    const wrong = [
      ...codes(answer).filter((code) => code !== 'NOT_FOUND' && code !== 'UNAUTHENTICATED'),
      ...leaks(answer.data),
    ];
    if (wrong.length > 0) faults.push(`${wrong.join()} in ${document} ${JSON.stringify(answer.errors)}`);
  }
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(60);
});

it('answers a signed-in stranger without what is private either', async () => {
  const faults: string[] = [];
  for (const [document, variables] of questions()) {
    const answer = await api.as(place.stranger).graphql(document, variables);
    const wrong = [...codes(answer).filter((code) => code === 'INTERNAL'), ...leaks(answer.data)];
    if (wrong.length > 0) faults.push(`${wrong.join()} in ${document} ${JSON.stringify(answer.errors)}`);
  }
  expect(faults).toEqual([]);
});

it('answers who belongs everywhere without a fault of ours', async () => {
  const faults: string[] = [];
  for (const [document, variables] of questions()) {
    const answer = await api.as(place.everywhere).graphql(document, variables);
    if (codes(answer).includes('INTERNAL')) faults.push(`${document} ${JSON.stringify(answer.errors)}`);
  }
  expect(faults).toEqual([]);
});

it('keeps what is private out of feeds', async () => {
  for (const url of ['/feeds/activity.atom', '/feeds/activity.json']) {
    const answer = await api.app.inject({ url });
    expect([url, answer.statusCode, leaks(answer.body)]).toEqual([url, 200, []]);
    expect(answer.body).not.toContain('.private@people.example');
  }
});

// What somebody without any organisation may do by themselves; a new mutation is not among them until it is said here.
const ANYBODYS = new Set([
  'addComment',
  ...WITHOUT_AN_ACCOUNT,
  'castVote',
  'confirmVote',
  'followSubject',
  'createWebhook',
  'unfollowSubject',
  'markNotificationsRead',
  'updateNotificationSettings',
  'withdrawVote',
  'createApiToken',
  'createOrganisation',
  'logIdea',
  'saveIdeaDraft',
  'discardIdeaDraft',
  'updateProfile',
  'exportMyData',
  'keepPersonalData',
  'reportContent',
  'deleteMyAccount',
  'previewComponent',
  'revokeApiToken',
  'offerReuse',
  'proposeMerge',
  'registerComponent',
]);

it('lets a stranger change nothing that belongs to others, whichever mutation it is', async () => {
  expect(await changesBy(place.stranger)).toEqual([]);
});

it('lets nobody use a role that ended while their request was on its way, whichever mutation it is', async () => {
  const organisations = await api.dataSource.query<{ id: string }[]>('select id from organisations');
  const memberships = organisations.map(({ id }) => ({
    organisationId: id,
    roles: ['ADMIN', 'MEMBER', 'APPROVER'] as const,
  }));
  const { person } = place.stranger;
  expect(await changesBy({ ...place.stranger, person: { ...person, steward: true }, memberships })).toEqual([]);
});

/** The mutations that did something for somebody who may not, each tried on things of others. */
async function changesBy(viewer: SignedInViewer): Promise<string[]> {
  const done: string[] = [];
  const asked: string[] = [];
  for (const mutation of mutationsOf(schema)) {
    if (ANYBODYS.has(mutation.name)) continue;
    const names = ids(firstId(mutation) ?? '');
    for (const target of names.slice(0, 5)) {
      const own = filling({ id: (name) => (name === firstId(mutation) ? target : (ids(name)[0] ?? 'idea_none')) });
      const { document, variables } = callOf('mutation', mutation, { ...own, optional: false });
      const answer = await api.as(viewer).graphql<Record<string, { __typename: string }>>(document, variables);
      asked.push(mutation.name);
      if (codes(answer).includes('INTERNAL')) done.push(`${mutation.name}: ${JSON.stringify(answer.errors)}`);
      const told = answer.data?.[mutation.name]?.__typename;
      if (told !== undefined && told !== 'Refusal') done.push(`${mutation.name}: ${told}`);
    }
  }
  expect(asked.length).toBeGreaterThan(60);
  return done;
}

/** The first id its input takes: what it would change. */
function firstId(mutation: ReturnType<typeof mutationsOf>[number]): string | undefined {
  const [input] = mutation.args;
  const type = input && getNamedType(input.type);
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return fields.find((field) => getNamedType(field.type).name === 'ID')?.name;
}

/** Every object type by the shortest way to it, with all it says of itself; then everything by its id. */
function* questions(): Generator<[document: string, variables: Record<string, unknown>]> {
  const roots = schema.getQueryType()?.getFields() ?? {};
  for (const [type, way] of waysTo(schema)) {
    const [root, ...rest] = way;
    if (root === undefined || root.name === 'node') continue;
    const selection = rest.reduceRight((inner, field) => `{ ${field.name} ${inner} }`, everythingOf(schema, type));
    const { document, variables } = callOf('query', root, filling(), selection);
    yield [document, variables];
  }
  for (const root of Object.values(roots)) {
    if (root.name === 'node') continue;
    const type = getNamedType(root.type);
    const { document, variables } = callOf(
      'query',
      root,
      filling(),
      isLeafType(type) ? '' : everythingOf(schema, type),
    );
    yield [document, variables];
  }
  const node = roots['node'];
  if (node === undefined) return;
  const KINDS = [
    'idea',
    'comment',
    'pledge',
    'payment',
    'callPart',
    'call',
    'activity',
    'agreement',
    'round',
    'mandate',
    'venture',
    'obligation',
    'organisation',
    'entry',
    'offer',
    'component',
  ];
  const members = schema.getPossibleTypes(schema.getType('Node') as never);
  for (const kind of KINDS) {
    for (const id of ids(kind).slice(0, 40)) {
      for (const member of members.filter(({ name }) => fits(kind, name))) {
        yield [
          `query ($id: ID!) { node(id: $id) { id ... on ${member.name} ${everythingOf(schema, member)} } }`,
          { id },
        ];
      }
    }
  }
}

function fits(kind: string, type: string): boolean {
  const named: Record<string, string> = {
    round: 'FundingRound',
    call: 'TrancheCall',
    agreement: 'CommonsAgreement',
    entry: 'CommonsEntry',
    offer: 'ReuseOffer',
    callPart: 'CallPart',
  };
  return type === (named[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1));
}
