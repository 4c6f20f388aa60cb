import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, brokenInvariants, codesOf, type TestFunder } from '../../../test/support/funding.js';
import { aPerson, anOrganisation, joins } from '../../../test/support/people.js';
import { ReviseMandate } from '../mandates/index.js';
import { ConfirmSecond } from '../organisations/index.js';
import { AutomaticRules, PlaceAutomaticPledges } from './index.js';

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

/** A funder whose every pledge needs a second person, and that second person. */
async function aCarefulFunder() {
  const organisation = await anOrganisation(api, { kind: 'FOUNDATION', approvalThresholdMinor: 0n });
  const funder = await aFunder(api, { budget: 100_000n, largestPledge: 5_000n }, organisation);
  return { ...funder, approver: await joins(api, await aPerson(api), organisation.id, 'APPROVER') };
}
async function propose({ maker, mandateId }: TestFunder, perIdea: bigint, perMonth: bigint): Promise<string> {
  const proposed = await api.app.get(AutomaticRules).propose(maker, { mandateId, perIdea, perMonth });
  if (!proposed.ok) throw new Error(codesOf(proposed).join());
  return proposed.value.actId;
}
const pledgesOf = async ({ mandateId }: TestFunder): Promise<{ amount: string; status: string }[]> =>
  api.dataSource.query(
    `select amount_minor as amount, status from pledges where mandate_id = $1 order by placed_at, id`,
    [mandateId],
  );
const rounds = (roundId: string) => api.app.get(PlaceAutomaticPledges).place({ roundId, mandateId: null });

it('pledges within both limits, without asking again, once two people authorised it', async () => {
  const funder = await aCarefulFunder();
  const actId = await propose(funder, 2_000n, 5_000n);
  for (let index = 0; index < 3; index += 1) await rounds((await anOpenRound(api)).roundId);
  // Nothing while one person alone has said so.
  expect(await pledgesOf(funder)).toEqual([]);
  expect((await api.app.get(ConfirmSecond).execute(funder.approver, actId)).ok).toBe(true);

  await api.app.get(PlaceAutomaticPledges).place({ roundId: null, mandateId: funder.mandateId });
  // The limit for the month leaves a part for the third idea.
  expect((await pledgesOf(funder)).map(({ amount, status }) => [amount, status])).toEqual([
    ['2000', 'PLEDGED'],
    ['2000', 'PLEDGED'],
    ['1000', 'PLEDGED'],
  ]);
  await api.app.get(PlaceAutomaticPledges).place({ roundId: null, mandateId: funder.mandateId });
  expect(await pledgesOf(funder)).toHaveLength(3);
});

it('is not authorised by whoever proposed it, nor by a member who is no approver', async () => {
  const funder = await aCarefulFunder();
  const actId = await propose(funder, 2_000n, 5_000n);
  const member = await joins(api, await aPerson(api), funder.organisation.id, 'MEMBER');
  for (const person of [funder.maker, member]) {
    expect((await api.app.get(ConfirmSecond).execute(person, actId)).ok).toBe(false);
  }
  await rounds((await anOpenRound(api)).roundId);
  expect(await pledgesOf(funder)).toEqual([]);
});

it('ends with a revised offer, because two people authorised the one before', async () => {
  const funder = await aCarefulFunder();
  const actId = await propose(funder, 2_000n, 5_000n);
  await api.app.get(ConfirmSecond).execute(funder.approver, actId);
  await api.app.get(ReviseMandate).execute(funder.maker, {
    mandateId: funder.mandateId,
    draft: {
      title: 'Another offer',
      themes: ['HEALTH'],
      currency: 'GBP',
      budget: 100_000n,
      largestPledge: 5_000n,
      closesOn: '2099-12-31',
    },
  });
  await rounds((await anOpenRound(api)).roundId);
  expect(await pledgesOf(funder)).toEqual([]);
});

it('refuses limits that the offer does not allow', async () => {
  const funder = await aCarefulFunder();
  const attempt = async (perIdea: bigint, perMonth: bigint) =>
    codesOf(
      await api.app.get(AutomaticRules).propose(funder.maker, { mandateId: funder.mandateId, perIdea, perMonth }),
    );
  expect(await attempt(0n, 10n)).toEqual(['LIMIT_PER_IDEA_NOT_POSITIVE']);
  expect(await attempt(5_001n, 10_000n)).toEqual(['LIMIT_PER_IDEA_OUTSIDE_TICKET']);
  expect(await attempt(2_000n, 1_999n)).toEqual(['LIMIT_PER_MONTH_BELOW_PER_IDEA']);
});

it('R14: many workers that look at once place one pledge a funder and round, within its limits', async () => {
  const funder = await aCarefulFunder();
  await api.app.get(ConfirmSecond).execute(funder.approver, await propose(funder, 3_000n, 7_000n));
  for (let index = 0; index < 4; index += 1) await anOpenRound(api);
  const { mandateId } = funder;
  await Promise.all(
    [1, 2, 3, 4, 5, 6].map(() => api.app.get(PlaceAutomaticPledges).place({ roundId: null, mandateId })),
  );
  const amounts = (await pledgesOf(funder)).map(({ amount }) => BigInt(amount));
  expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(7_000n);
});
