import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import {
  aFunder,
  anOpenRound,
  aShapedIdea,
  brokenInvariants,
  codesOf,
  moneyStored,
  pledge,
  type TestFunder,
} from '../../../test/support/funding.js';
import { aPerson, anOrganisation, joins } from '../../../test/support/people.js';
import { globalId } from '../../platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterEach(async () => {
  expect(await brokenInvariants(api)).toEqual([]);
});
afterAll(async () => {
  await api.close();
});

type Answer = { readonly __typename: string; readonly requirements?: readonly { readonly code: string }[] };
const codes = (answer: Answer) => answer.requirements?.map((requirement) => requirement.code) ?? [];

const TERMS = {
  title: 'Joint work',
  themes: ['HEALTH'],
  currency: 'GBP',
  budget: '100000',
  largestPledge: '50000',
  closesOn: '2099-12-31',
};

async function publish(viewer: Parameters<TestApi['as']>[0], input: Record<string, unknown>) {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ publishMandate: Answer & { mandate?: { id: string; clause: string } } }>(
      `mutation ($input: PublishMandateInput!) { publishMandate(input: $input) { __typename
      ... on PublishMandatePayload { mandate { id clause budget { minorUnits } available { minorUnits } returnConditions { sentence } } }
      ... on Refusal { requirements { code message path needed } } } }`,
      { input },
    );
  return { answer: data?.publishMandate, errors };
}

describe('an open offer', () => {
  it('is published with the required fields alone, and says the clause for a grant letter', async () => {
    const funder = await anOrganisation(api, { kind: 'FOUNDATION' });
    const { answer } = await publish(funder.admin, { organisationId: funder.globalId, ...TERMS });
    expect(answer).toMatchObject({
      __typename: 'PublishMandatePayload',
      mandate: { budget: { minorUnits: '100000' }, available: { minorUnits: '100000' } },
    });
    expect(answer.mandate?.clause).toContain('1. Any software is shared under an open licence.');
  });

  it('says everything that is wrong beside its field, and stores nothing', async () => {
    const funder = await anOrganisation(api);
    const before = await moneyStored(api);
    const { answer } = await publish(funder.admin, {
      organisationId: funder.globalId,
      ...TERMS,
      title: '',
      largestPledge: '100001',
      pledgeConditions: [{ code: 'MIN_FUNDERS' }],
    });
    expect(codes(answer)).toEqual(['TITLE_MISSING', 'LARGEST_PLEDGE_ABOVE_BUDGET', 'CONDITION_OUT_OF_RANGE']);
    expect(await moneyStored(api)).toBe(before);
  });

  it('is refused to a stranger and to nobody', async () => {
    const funder = await anOrganisation(api);
    const stranger = await aPerson(api);
    const input = { organisationId: funder.globalId, ...TERMS };
    expect(codes((await publish(stranger, input)).answer)).toEqual(['ROLE_MISSING']);
    expect((await publish(nobody, input)).errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it.each(['1e3', '0.1', 'NaN', '12345678901234567890', '٢٠٠'])('does not take %j for an amount', async (budget) => {
    const funder = await anOrganisation(api);
    const { errors } = await publish(funder.admin, { organisationId: funder.globalId, ...TERMS, budget });
    expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  it('is listed by theme and place, and explains which ideas fit', async () => {
    const { ideaId } = await aShapedIdea(api);
    const funder = await aFunder(api, { title: 'Only here', places: ['Leeds'] });
    const { data } = await api.as(nobody).graphql<{
      mandates: { nodes: { title: string }[] };
      matchingIdeas: { idea: { id: string }; criteria: { met: boolean }[] }[];
    }>(
      `query ($id: ID!) { mandates(first: 100, filter: { place: "leeds", themes: [HEALTH] }) { nodes { title } }
        matchingIdeas(mandateId: $id) { idea { id } criteria { criterion met message } } }`,
      { id: globalId('mandate', funder.mandateId) },
    );
    expect(data.mandates.nodes.map((mandate) => mandate.title)).toContain('Only here');
    const match = data.matchingIdeas.find(({ idea }) => idea.id === globalId('idea', ideaId));
    expect(match?.criteria.every((criterion) => criterion.met)).toBe(true);
  });
});

type Viewer = Parameters<TestApi['as']>[0];

async function changes(viewer: Viewer, mutation: 'revise' | 'close', { mandateId }: TestFunder, terms = {}) {
  const type = mutation === 'revise' ? 'ReviseMandate' : 'CloseMandate';
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, Answer>>(
      `mutation ($input: ${type}Input!) { answer: ${mutation}Mandate(input: $input) { __typename ... on Refusal { requirements { code } } } }`,
      { input: { mandateId: globalId('mandate', mandateId), ...terms } },
    );
  expect(errors).toEqual([]);
  return data['answer']!;
}

interface Offer {
  readonly title: string;
  readonly status: string;
  readonly version: number;
  readonly approvalThreshold: { readonly minorUnits: string } | null;
  readonly viewerCan: { readonly revise: { readonly allowed: boolean } };
}

async function offer(viewer: Viewer, { mandateId }: TestFunder): Promise<Offer> {
  const { data, errors } = await api.as(viewer).graphql<{ node: Offer }>(
    `query ($id: ID!) { node(id: $id) { ... on Mandate {
      title status version approvalThreshold { minorUnits } viewerCan { revise { allowed } } } } }`,
    { id: globalId('mandate', mandateId) },
  );
  expect(errors).toEqual([]);
  return data.node;
}

async function isListed({ organisation }: TestFunder, withClosed = false): Promise<boolean> {
  const { data } = await api
    .as(nobody)
    .graphql<{ mandates: { nodes: unknown[] } }>(
      `query ($filter: MandateFilter) { mandates(first: 5, filter: $filter) { nodes { id } } }`,
      { filter: { organisationId: organisation.globalId, withClosed } },
    );
  return data.mandates.nodes.length > 0;
}

describe('an offer that changes', () => {
  it('leaves what was pledged under the version that was read', async () => {
    const [funder, { roundId }] = [await aFunder(api), await anOpenRound(api)];
    const before = await pledge(api, funder, roundId, 1_000n);
    const answer = await changes(funder.maker, 'revise', funder, { ...TERMS, title: 'Larger joint work' });
    expect(answer.__typename).toBe('ReviseMandatePayload');
    expect(await offer(nobody, funder)).toMatchObject({ title: 'Larger joint work', version: 2 });
    const rows = await api.dataSource.query(
      `select p.mandate_version as version, v.title from pledges p
       join mandate_versions v on v.mandate_id = p.mandate_id and v.version = p.mandate_version where p.id = $1`,
      [before.ok ? before.value.pledgeId : null],
    );
    expect(rows).toEqual([{ version: 1, title: 'Open to joint work' }]);
  });

  it('takes no pledge once it is closed, and keeps those it has', async () => {
    const [funder, { roundId }] = [await aFunder(api), await anOpenRound(api)];
    expect((await pledge(api, funder, roundId, 1_000n)).ok).toBe(true);
    expect(await isListed(funder)).toBe(true);
    await changes(funder.maker, 'close', funder);

    const other = await anOpenRound(api);
    expect(codesOf(await pledge(api, funder, other.roundId, 1_000n))).toContain('MANDATE_CLOSED');
    expect(codes(await changes(funder.maker, 'revise', funder, TERMS))).toEqual(['MANDATE_CLOSED']);
    expect([await isListed(funder), await isListed(funder, true)]).toEqual([false, true]);
    const [{ pledged }] = await api.dataSource.query(
      'select pledged_minor as pledged from funding_rounds where id = $1',
      [roundId],
    );
    expect(BigInt(pledged)).toBe(1_000n);
  });

  it('is changed by those who may move the money, not by others nor by somebody who only approves', async () => {
    const funder = await aFunder(api);
    const approver = await joins(api, await aPerson(api), funder.organisation.id, 'APPROVER');
    for (const viewer of [approver, await aPerson(api)]) {
      expect(codes(await changes(viewer, 'revise', funder, TERMS))).toEqual(['ROLE_MISSING']);
      expect(codes(await changes(viewer, 'close', funder))).toEqual(['ROLE_MISSING']);
      expect((await offer(viewer, funder)).viewerCan.revise.allowed).toBe(false);
    }
    expect((await offer(funder.maker, funder)).viewerCan.revise.allowed).toBe(true);
  });

  it('tells only its members from which amount a second person decides', async () => {
    const funder = await aFunder(api, { approvalThreshold: 25_000n });
    expect((await offer(funder.maker, funder)).approvalThreshold).toEqual({ minorUnits: '25000' });
    expect((await offer(nobody, funder)).approvalThreshold).toBeNull();
    expect((await offer(await aPerson(api), funder)).approvalThreshold).toBeNull();
  });
});
