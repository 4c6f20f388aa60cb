import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import {
  aFunder,
  anOpenRound,
  brokenInvariants,
  codesOf,
  ledgerTable,
  moneyStored,
  pledge,
  type TestFunder,
} from '../../../test/support/funding.js';
import { aPerson, anOrganisation, joins } from '../../../test/support/people.js';
import { globalId } from '../../platform/database/index.js';
import {
  ApprovePledge,
  ChangePledge,
  CloseDueRounds,
  CloseFundingRound,
  DeclinePledge,
  WithdrawPledge,
} from './index.js';
import { RoundStandingResolver } from './graphql/round-standing.resolver.js';

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

async function placed(funder: TestFunder, roundId: string, amount: bigint, wishes = {}): Promise<string> {
  const decision = await pledge(api, funder, roundId, amount, wishes);
  if (!decision.ok) throw new Error(codesOf(decision).join());
  return decision.value.pledgeId;
}

async function contentHash(pledgeId: string): Promise<string> {
  const [row] = await api.dataSource.query(`select encode(content_hash, 'hex') as hash from pledges where id = $1`, [
    pledgeId,
  ]);
  return row.hash;
}

async function statusOf(pledgeId: string): Promise<string> {
  const [row] = await api.dataSource.query('select status from pledges where id = $1', [pledgeId]);
  return row.status;
}

describe('a pledge', () => {
  it('takes room and budget in the same moment as the ledger says so', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api);
    await placed(funder, roundId, 20_000n);
    expect(await ledgerTable(api, roundId)).toEqual(['PLEDGE_PLACED: MANDATE_AVAILABLE -20000, PLEDGED +20000']);
    const [round] = await api.dataSource.query('select pledged_minor from funding_rounds where id = $1', [roundId]);
    expect(round.pledged_minor).toBe('20000');
  });

  it('is refused with every reason, and then nothing has changed', async () => {
    const { roundId } = await anOpenRound(api, { target: 10_000n });
    const funder = await aFunder(api, {
      budget: 9_000n,
      smallestPledge: 100n,
      largestPledge: 5_000n,
      purposes: ['RUN'],
    });
    const before = await moneyStored(api);
    const refused = await pledge(api, funder, roundId, 10_001n, { note: 'x'.repeat(1_001) });
    expect(codesOf(refused)).toEqual([
      'ROUND_HAS_NO_ROOM',
      'MANDATE_BUDGET_EXHAUSTED',
      'OUTSIDE_TICKET',
      'MANDATE_EXCLUDES_PURPOSE',
      'TEXT_TOO_LONG',
    ]);
    expect(await moneyStored(api)).toBe(before);
  });

  it.each([
    [0n, 'AMOUNT_NOT_POSITIVE'],
    [-1n, 'AMOUNT_NOT_POSITIVE'],
    [10_001n, 'ROUND_HAS_NO_ROOM'],
  ])('of %s is refused with %s and changes nothing', async (amount, code) => {
    const { roundId } = await anOpenRound(api, { target: 10_000n });
    const funder = await aFunder(api);
    const before = await moneyStored(api);
    expect(codesOf(await pledge(api, funder, roundId, amount))).toContain(code);
    expect(await moneyStored(api)).toBe(before);
  });

  it('in another currency, or by a person without the role, changes nothing', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api);
    const approver = await joins(api, await aPerson(api), funder.organisation.id, 'APPROVER');
    const stranger = await aPerson(api);
    const before = await moneyStored(api);
    expect(codesOf(await pledge(api, funder, roundId, 100n, { currency: 'EUR' }))).toEqual(['CURRENCY_DIFFERS']);
    expect(codesOf(await pledge(api, { ...funder, maker: approver }, roundId, 100n))).toEqual(['ROLE_MISSING']);
    expect(codesOf(await pledge(api, { ...funder, maker: stranger }, roundId, 100n))).toEqual(['ROLE_MISSING']);
    expect(await moneyStored(api)).toBe(before);
  });

  it('is refused by the database’s clock, a moment after the deadline', async () => {
    const { roundId } = await anOpenRound(api, { minutes: 10 });
    const funder = await aFunder(api);
    await api.moveClock(10);
    const before = await moneyStored(api);
    expect(codesOf(await pledge(api, funder, roundId, 100n))).toEqual(['DEADLINE_PASSED']);
    expect(await moneyStored(api)).toBe(before);
    await api.app.get(CloseDueRounds).sweep();
  });

  it('is one a funder and round; changing it keeps its history', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api);
    const pledgeId = await placed(funder, roundId, 10_000n);
    expect(codesOf(await pledge(api, funder, roundId, 1n))).toEqual(['ALREADY_PLEDGED']);
    const change = { pledgeId, amount: 12_000n, conditions: [], note: 'More', idempotencyKey: randomUUID() };
    expect((await api.app.get(ChangePledge).execute(funder.maker, change)).ok).toBe(true);
    const versions = await api.dataSource.query(
      'select amount_minor from pledge_versions where pledge_id = $1 order by version',
      [pledgeId],
    );
    expect(versions.map((version: { amount_minor: string }) => version.amount_minor)).toEqual(['10000', '12000']);
    expect(await ledgerTable(api, roundId)).toEqual([
      'PLEDGE_PLACED: MANDATE_AVAILABLE -10000, PLEDGED +10000',
      'PLEDGE_CHANGED: MANDATE_AVAILABLE -2000, PLEDGED +2000',
    ]);
  });

  it('can be withdrawn while the round is open, and made again', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api);
    const pledgeId = await placed(funder, roundId, 10_000n);
    const withdrawn = await api.app
      .get(WithdrawPledge)
      .execute(funder.maker, { pledgeId, idempotencyKey: randomUUID() });
    expect(withdrawn.ok).toBe(true);
    await placed(funder, roundId, 50_000n);
  });
});

describe('the second person', () => {
  async function waiting() {
    const round = await anOpenRound(api);
    const organisation = await anOrganisation(api, { kind: 'FOUNDATION', approvalThresholdMinor: 5_000n });
    const funder = await aFunder(api, {}, organisation);
    const pledgeId = await placed(funder, round.roundId, 5_001n);
    const approver = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
    return { ...round, funder, pledgeId, approver, organisation };
  }
  const approve = async (viewer: TestFunder['maker'], pledgeId: string, hash?: string) =>
    api.app.get(ApprovePledge).execute(viewer, {
      pledgeId,
      contentHash: hash ?? (await contentHash(pledgeId)),
      idempotencyKey: randomUUID(),
    });

  it('brings a pledge above the threshold into force; before, it holds nothing', async () => {
    const { roundId, pledgeId, approver } = await waiting();
    expect(await ledgerTable(api, roundId)).toEqual([]);
    expect((await approve(approver, pledgeId)).ok).toBe(true);
    expect(await statusOf(pledgeId)).toBe('PLEDGED');
  });

  it('is not the maker through a second role', async () => {
    const { pledgeId, funder, organisation } = await waiting();
    await api.dataSource.query(
      `update memberships set roles = '{ADMIN,APPROVER}' where person_id = $1 and organisation_id = $2`,
      [funder.maker.person.id, organisation.id],
    );
    const both = {
      ...funder.maker,
      memberships: [{ organisationId: organisation.id, roles: ['ADMIN', 'APPROVER'] as const }],
    };
    const before = await moneyStored(api);
    expect(codesOf(await approve(both, pledgeId))).toEqual(['APPROVER_WROTE_IT']);
    expect(await moneyStored(api)).toBe(before);
  });

  it('approves what they read: a change in between voids it', async () => {
    const { pledgeId, funder, approver } = await waiting();
    const read = await contentHash(pledgeId);
    const change = { pledgeId, amount: 5_002n, conditions: [], note: '', idempotencyKey: randomUUID() };
    expect((await api.app.get(ChangePledge).execute(funder.maker, change)).ok).toBe(true);
    const before = await moneyStored(api);
    expect(codesOf(await approve(approver, pledgeId, read))).toEqual(['CONTENT_CHANGED']);
    expect(await moneyStored(api)).toBe(before);
  });

  it('can decline, and nobody outside ever hears of it', async () => {
    const { pledgeId, roundId, approver, organisation } = await waiting();
    const { data } = await api
      .as(nobody)
      .graphql<{ fundingRound: { pledges: unknown[] }; node: unknown }>(
        'query ($round: ID!, $pledge: ID!) { fundingRound(id: $round) { pledges { id } } node(id: $pledge) { id } }',
        { round: globalId('round', roundId), pledge: globalId('pledge', pledgeId) },
      );
    expect(data).toEqual({ fundingRound: { pledges: [] }, node: null });
    const inside = await api
      .as(approver)
      .graphql<{ fundingRound: { pledges: { status: string }[] } }>(
        'query ($round: ID!) { fundingRound(id: $round) { pledges { status viewerCan { approve { allowed } } } } }',
        { round: globalId('round', roundId) },
      );
    expect(inside.data.fundingRound.pledges).toEqual([
      { status: 'AWAITING_APPROVAL', viewerCan: { approve: { allowed: true } } },
    ]);

    const decline = { pledgeId, contentHash: await contentHash(pledgeId), reason: 'Not this year' };
    expect((await api.app.get(DeclinePledge).execute(approver, decline)).ok).toBe(true);
    const seen = await api.dataSource.query(
      `select visibility from activities where organisation_id = $1 and kind like 'pledge.%'`,
      [organisation.id],
    );
    expect(new Set(seen.map((entry: { visibility: string }) => entry.visibility))).toEqual(new Set(['ORGANISATION']));
  });
});

describe('closing', () => {
  it('makes one venture of the pledges that count, and releases the others', async () => {
    const { roundId } = await anOpenRound(api, { minimum: 10_000n, minutes: 60 });
    const [one, two, picky] = [await aFunder(api), await aFunder(api), await aFunder(api)];
    const counts = await placed(one, roundId, 8_000n, { conditions: [{ code: 'NOT_FIRST' }] });
    await placed(two, roundId, 6_000n, { conditions: [{ code: 'MIN_FUNDERS', funders: 2 }] });
    const released = await placed(picky, roundId, 9_000n, { conditions: [{ code: 'MIN_VOTES', votes: 1000 }] });
    await api.moveClock(61);
    await api.app.get(CloseDueRounds).sweep();
    await api.app.get(CloseDueRounds).sweep();

    expect([await statusOf(counts), await statusOf(released)]).toEqual(['COMMITTED', 'RELEASED']);
    const [round] = await api.dataSource.query(
      'select status, committed_minor, venture_id from funding_rounds where id = $1',
      [roundId],
    );
    expect(round).toMatchObject({ status: 'SUCCEEDED', committed_minor: '14000', venture_id: expect.any(String) });
    const [idea] = await api.dataSource.query(
      'select stage from ideas where id = (select idea_id from funding_rounds where id = $1)',
      [roundId],
    );
    expect(idea.stage).toBe('DELIVERY');
  });

  it('releases all when the minimum is not reached, and the idea may ask again', async () => {
    const { roundId, ideaId } = await anOpenRound(api, { minimum: 10_000n, minutes: 60 });
    const funder = await aFunder(api);
    const pledgeId = await placed(funder, roundId, 9_999n);
    await api.moveClock(61);
    await api.app.get(CloseDueRounds).sweep();
    expect(await statusOf(pledgeId)).toBe('RELEASED');
    const [mandate] = await api.dataSource.query('select drawn_minor from mandates where id = $1', [funder.mandateId]);
    expect(mandate.drawn_minor).toBe('0');
    const [idea] = await api.dataSource.query('select stage from ideas where id = $1', [ideaId]);
    expect(idea.stage).toBe('SHAPED');
  });

  it('waits for an approval that was asked for in time, and lapses it after the window', async () => {
    const { roundId } = await anOpenRound(api, { minimum: 1_000n, minutes: 60 });
    const organisation = await anOrganisation(api, { kind: 'FOUNDATION', approvalThresholdMinor: 0n });
    const slow = await aFunder(api, {}, organisation);
    const waits = await placed(slow, roundId, 2_000n);
    await placed(await aFunder(api), roundId, 1_000n);
    await api.moveClock(61);
    await api.app.get(CloseDueRounds).sweep();
    const status = async () =>
      (await api.dataSource.query('select status from funding_rounds where id = $1', [roundId]))[0].status;
    expect(await status()).toBe('CLOSING');
    await api.moveClock(48 * 60);
    await api.app.get(CloseDueRounds).sweep();
    expect([await status(), await statusOf(waits)]).toEqual(['SUCCEEDED', 'LAPSED']);
  });

  it('is the lead’s, early, only at the target; or giving up, which says why', async () => {
    const { roundId, lead } = await anOpenRound(api, { target: 5_000n });
    const funder = await aFunder(api);
    await placed(funder, roundId, 4_999n);
    const close = (viewer = lead.admin, givingUpBecause: string | null = null) =>
      api.app.get(CloseFundingRound).execute(viewer, { roundId, givingUpBecause, idempotencyKey: randomUUID() });
    const before = await moneyStored(api);
    expect(codesOf(await close())).toEqual(['TARGET_NOT_REACHED']);
    expect(codesOf(await close(funder.maker))).toEqual(['ROLE_MISSING']);
    expect(await moneyStored(api)).toBe(before);
    expect((await close(lead.admin, 'Another group builds it already')).ok).toBe(true);
    expect(codesOf(await close())).toEqual(['ROUND_ALREADY_CLOSED']);
  });
});

describe('what everyone can see', () => {
  it('is told to those who watch as soon as it is sealed', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api);
    const changes = api.app.get(RoundStandingResolver).fundingRoundChanged(globalId('round', roundId));
    const next = changes.next();
    // The first question opens the connection that listens; only what is sealed after it is told.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await placed(funder, roundId, 1_000n);
    await api.tail.tick();
    expect(await next).toEqual({ done: false, value: { roundId } });
    await changes.return(undefined);
  });

  it('says which pledges count now and why, and which licences content all', async () => {
    const { roundId } = await anOpenRound(api, { minimum: 5_000n, licences: ['MIT', 'EUPL-1.2'] });
    const licences = (...names: string[]) => ({
      code: 'ACCEPTED_LICENCES' as const,
      accepted: [{ licensedAs: 'software' as const, licences: names }],
    });
    const a = await placed(await aFunder(api, { returnConditions: [licences('MIT', 'EUPL-1.2')] }), roundId, 4_000n);
    await placed(await aFunder(api, { returnConditions: [licences('EUPL-1.2')] }), roundId, 1_000n);
    const { data, errors } = await api.as(nobody).graphql<{ fundingRound: { standing: object } }>(
      `query ($id: ID!) { fundingRound(id: $id) { pledged { minorUnits } standing { counting { minorUnits currency decimals } funders reachesMinimum
        pledges { pledgeId counts conditions { met condition { sentence } } } licences { licensedAs licences collision } } } }`,
      { id: globalId('round', roundId) },
    );
    expect(errors).toEqual([]);
    expect(data.fundingRound.standing).toMatchObject({
      counting: { minorUnits: '4000', currency: 'GBP', decimals: 2 },
      funders: 1,
      reachesMinimum: false,
      pledges: [
        { pledgeId: globalId('pledge', a), counts: true },
        {
          counts: false,
          conditions: [{ met: false, condition: { sentence: 'Any software is shared under this licence: EUPL-1.2.' } }],
        },
      ],
      licences: [{ licensedAs: 'software', licences: ['EUPL-1.2'], collision: [] }],
    });
  });

  it('tells a funder before it pledges what would be in the way', async () => {
    const { roundId } = await anOpenRound(api);
    const funder = await aFunder(api, { largestPledge: 1_000n, pledgeConditions: [{ code: 'NOT_FIRST' }] });
    const preview = (amount: bigint) =>
      api.as(funder.maker).graphql<{ pledgePreview: object }>(
        `query ($round: ID!, $mandate: ID!, $amount: BigInt!) { pledgePreview(roundId: $round, mandateId: $mandate, amount: $amount) {
          needsSecondPerson counts requirements { code needed path } conditions { met condition { code } } } }`,
        {
          round: globalId('round', roundId),
          mandate: globalId('mandate', funder.mandateId),
          amount: amount.toString(),
        },
      );
    expect((await preview(1_001n)).data.pledgePreview).toMatchObject({
      requirements: [{ code: 'OUTSIDE_TICKET', needed: 'from £0.01 to £10', path: ['input', 'amount'] }],
    });
    expect((await preview(1_000n)).data.pledgePreview).toEqual({
      needsSecondPerson: false,
      counts: false,
      requirements: [],
      conditions: [
        { met: true, condition: { code: 'ACCEPTED_LICENCES' } },
        { met: false, condition: { code: 'NOT_FIRST' } },
      ],
    });
  });
});
