import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import {
  aFunder,
  anOpenRound,
  brokenInvariants,
  moneyStored,
  type TestFunder,
  type TestRound,
} from '../../../test/support/funding.js';
import { aPerson, anOrganisation, joins } from '../../../test/support/people.js';
import type { SignedInViewer } from '../../platform/auth/index.js';
import { globalId } from '../../platform/database/index.js';

let api: TestApi;
let round: TestRound;
let funder: TestFunder;
beforeAll(async () => {
  api = await anApi();
  round = await anOpenRound(api, { target: 10_000n, minutes: 60 });
  funder = await aFunder(api, { budget: 6_000n, largestPledge: 5_000n, smallestPledge: 10n });
});
afterEach(async () => {
  expect(await brokenInvariants(api)).toEqual([]);
});
afterAll(async () => {
  await api.close();
});

const PLACE = `mutation ($input: PlacePledgeInput!) { placePledge(input: $input) {
  __typename ... on PlacePledgePayload { pledge { id status contentHash } }
  ... on Refusal { requirements { code message current needed path } } } }`;

interface Answer {
  readonly placePledge: {
    readonly requirements?: readonly { readonly code: string; readonly message: string; readonly needed?: string }[];
    readonly pledge?: { readonly id: string; readonly contentHash: string };
  };
}

async function place(changes: Record<string, unknown> = {}, viewer: SignedInViewer = funder.maker) {
  const input = {
    roundId: globalId('round', round.roundId),
    mandateId: globalId('mandate', funder.mandateId),
    amount: '100',
    currency: 'GBP',
    idempotencyKey: randomUUID(),
    ...changes,
  };
  return api.as(viewer).graphql<Answer>(PLACE, { input });
}

/** A refusal says a stable code and words, and changed nothing. */
async function expectRefused(code: string, changes: Record<string, unknown>, viewer?: SignedInViewer) {
  const before = await moneyStored(api);
  const { data, errors } = await place(changes, viewer);
  const [first] = data?.placePledge?.requirements ?? [];
  expect({
    code: first?.code ?? errors[0]?.extensions?.code,
    worded: Boolean(first?.message ?? errors[0]?.message),
  }).toEqual({ code, worded: true });
  expect(await moneyStored(api)).toBe(before);
}

describe('an amount', () => {
  it.each([
    ['zero', '0', 'AMOUNT_NOT_POSITIVE'],
    ['less than nothing', '-100', 'AMOUNT_NOT_POSITIVE'],
    ['a number with an exponent', '1e3', 'BAD_USER_INPUT'],
    ['not a number', 'NaN', 'BAD_USER_INPUT'],
    ['a tenth of a penny', '0.1', 'BAD_USER_INPUT'],
    ['twenty digits', '12345678901234567890', 'BAD_USER_INPUT'],
    ['digits of another script', '١٠٠', 'BAD_USER_INPUT'],
    ['text with a sign of money', '£100', 'BAD_USER_INPUT'],
    ['nothing at all', '', 'BAD_USER_INPUT'],
    ['above the largest pledge', '5001', 'OUTSIDE_TICKET'],
    ['below the smallest pledge', '9', 'OUTSIDE_TICKET'],
    ['above the room and everything else', '10001', 'ROUND_HAS_NO_ROOM'],
    ['a penny above the budget', '6001', 'MANDATE_BUDGET_EXHAUSTED'],
  ])('is refused when it is %s: %s', async (_what, amount, code) => {
    await expectRefused(code, { amount });
  });

  it('says by how much a budget falls short, in figures', async () => {
    const { data } = await place({ amount: '6001' });
    const said = data.placePledge.requirements?.find(({ code }) => code === 'MANDATE_BUDGET_EXHAUSTED');
    expect(said?.needed).toBe('at most £60');
  });
});

describe('a currency', () => {
  it.each([
    ['another than the round’s', { currency: 'EUR' }, 'CURRENCY_DIFFERS'],
    ['yen, whose hundredths do not exist', { currency: 'JPY', amount: '100' }, 'CURRENCY_DIFFERS'],
    ['none that exists', { currency: 'XXX' }, 'BAD_USER_INPUT'],
  ])('is refused when it is %s', async (_what, changes, code) => {
    await expectRefused(code, changes);
  });
});

describe('who pledges, and under what', () => {
  it('is refused under an open offer of another organisation', async () => {
    const other = await aFunder(api);
    await expectRefused('ROLE_MISSING', { mandateId: globalId('mandate', other.mandateId) });
  });

  it('is refused to a member who has no role where money is concerned', async () => {
    const approver = await joins(api, await aPerson(api), funder.organisation.id, 'APPROVER');
    await expectRefused('ROLE_MISSING', {}, approver);
  });

  it.each(['round_00000000-0000-7000-8000-000000000000', 'round_1', "round_' or 1=1", 'mandate_x', ''])(
    'knows no round %j',
    async (roundId) => {
      await expectRefused('NOT_FOUND', { roundId });
    },
  );

  it('is refused without a key, and with one that is none', async () => {
    await expectRefused('BAD_USER_INPUT', { idempotencyKey: null });
    await expectRefused('BAD_USER_INPUT', { idempotencyKey: 'again' });
  });

  it('is refused a link that is none, and a name that hides its letters', async () => {
    const signing = (changes: object) => ({ signing: { name: 'Rowan Ashby', role: '', agreementUrl: '', ...changes } });
    await expectRefused('TEXT_LINK_NOT_SAFE', signing({ agreementUrl: 'javascript:alert(1)' }));
    await expectRefused('TEXT_MISSING', signing({ name: '', role: 'Director' }));
    await expectRefused('TEXT_HAS_HIDDEN_CHARACTERS', signing({ name: 'Rowan\u202eybhsA' }));
  });
});

it('is refused a millisecond of the database’s time after the deadline', async () => {
  const late = await anOpenRound(api, { minutes: 5 });
  await api.dataSource.query(
    "update funding_rounds set deadline = app_now() - interval '1 millisecond' where id = $1",
    [late.roundId],
  );
  await expectRefused('DEADLINE_PASSED', { roundId: globalId('round', late.roundId) });
});

describe('an approval', () => {
  const APPROVE = `mutation ($input: ApprovePledgeInput!) { approvePledge(input: $input) {
    ... on ApprovePledgePayload { pledge { status } } ... on Refusal { requirements { code message } } } }`;

  async function awaiting() {
    const organisation = await anOrganisation(api, { kind: 'FOUNDATION', approvalThresholdMinor: 0n });
    const careful = await aFunder(api, {}, organisation);
    const { data } = await place({ mandateId: globalId('mandate', careful.mandateId) }, careful.maker);
    const { id = '', contentHash = '' } = data.placePledge.pledge ?? {};
    return { organisation, careful, pledgeId: id, contentHash };
  }
  async function codesOf(viewer: SignedInViewer, pledgeId: string, contentHash: string) {
    const before = await moneyStored(api);
    const input = { pledgeId, contentHash, idempotencyKey: randomUUID() };
    const { data } = await api
      .as(viewer)
      .graphql<{ approvePledge: { requirements?: { code: string }[] } }>(APPROVE, { input });
    expect(await moneyStored(api)).toBe(before);
    return data.approvePledge.requirements?.map(({ code }) => code);
  }

  it('is refused to whoever made the pledge, also through a second role', async () => {
    const { organisation, careful, pledgeId, contentHash } = await awaiting();
    await api.dataSource.query(
      `update memberships set roles = '{ADMIN,MEMBER,APPROVER}' where organisation_id = $1 and person_id = $2`,
      [organisation.id, careful.maker.person.id],
    );
    expect(await codesOf(careful.maker, pledgeId, contentHash)).toEqual(['APPROVER_WROTE_IT']);
  });

  it('is refused for content that changed since it was read', async () => {
    const { organisation, careful, pledgeId, contentHash } = await awaiting();
    const change = `mutation ($input: ChangePledgeInput!) { changePledge(input: $input) { __typename } }`;
    const input = { pledgeId, amount: '200', idempotencyKey: randomUUID() };
    await api.as(careful.maker).graphql(change, { input });
    const approver = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
    expect(await codesOf(approver, pledgeId, contentHash)).toEqual(['CONTENT_CHANGED']);
  });
});
