import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, aShapedIdea, brokenInvariants, moneyStored } from '../../../test/support/funding.js';
import { aPerson, anOrganisation } from '../../../test/support/people.js';
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

describe('a funding round', () => {
  async function open(viewer: Parameters<TestApi['as']>[0], ideaId: string, wishes: Record<string, unknown> = {}) {
    const { data } = await api.as(viewer).graphql<{ openFundingRound: Answer }>(
      `mutation ($input: OpenFundingRoundInput!) { openFundingRound(input: $input) { __typename
        ... on OpenFundingRoundPayload { fundingRound { id status tranches { position amount { minorUnits } } idea { stage target { minorUnits } } } }
        ... on Refusal { requirements { code message path } } } }`,
      {
        input: {
          ideaId: globalId('idea', ideaId),
          purpose: 'BUILD',
          currency: 'GBP',
          minimum: '5000',
          target: '10001',
          deadline: new Date(Date.now() + 86_400_000).toISOString(),
          tranches: [{ basisPoints: 5000 }, { basisPoints: 5000 }],
          ...wishes,
        },
      },
    );
    return data.openFundingRound;
  }

  it('moves its idea to FUNDING, and plans instalments that add up', async () => {
    const { ideaId, lead } = await aShapedIdea(api);
    expect(await open(lead.admin, ideaId)).toMatchObject({
      fundingRound: {
        status: 'OPEN',
        tranches: [{ amount: { minorUnits: '5001' } }, { amount: { minorUnits: '5000' } }],
        idea: { stage: 'FUNDING', target: { minorUnits: '10001' } },
      },
    });
  });

  it('is one at a time, the lead’s, and never opened past a gate', async () => {
    const { ideaId, lead } = await aShapedIdea(api);
    const stranger = await aPerson(api);
    const before = await moneyStored(api);
    expect(codes(await open(stranger, ideaId))).toEqual(['ROLE_MISSING']);
    expect(codes(await open(lead.admin, ideaId, { target: '4999', tranches: [{ basisPoints: 9999 }] }))).toEqual([
      'TRANCHE_SHARES_DO_NOT_ADD_UP',
      'TARGET_BELOW_MINIMUM',
    ]);
    expect(await moneyStored(api)).toBe(before);
    const both = await Promise.all([open(lead.admin, ideaId), open(lead.admin, ideaId)]);
    expect(both.map((answer) => answer.__typename).toSorted()).toEqual(['OpenFundingRoundPayload', 'Refusal']);
    const unverified = await aShapedIdea(api, { lead: await anOrganisation(api) });
    expect(codes(await open(unverified.lead.admin, unverified.ideaId))).toEqual(['LEAD_NOT_VERIFIED']);
  });

  it('takes a pledge through the API once, whatever is sent twice', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api);
    const input = {
      roundId: globalId('round', roundId),
      mandateId: globalId('mandate', funder.mandateId),
      amount: '20000',
      currency: 'GBP',
      idempotencyKey: randomUUID(),
    };
    const send = () =>
      api
        .as(funder.maker)
        .graphql<{ placePledge: { pledge: { id: string; status: string } } }>(
          'mutation ($input: PlacePledgeInput!) { placePledge(input: $input) { ... on PlacePledgePayload { pledge { id status fundingRound { pledged { minorUnits } } } } } }',
          { input },
        );
    const [first, second] = [await send(), await send()];
    expect(first.data.placePledge.pledge).toMatchObject({
      status: 'PLEDGED',
      fundingRound: { pledged: { minorUnits: '20000' } },
    });
    expect(second.data).toEqual(first.data);
  });
});
