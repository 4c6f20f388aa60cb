import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, codesOf, moneyStored, pledge } from '../../../test/support/funding.js';
import { anOrganisation, aPerson, joins, type SignedInViewer } from '../../../test/support/people.js';
import { PublishMandate } from '../mandates/index.js';
import { ApprovePledge, ChangePledge, CloseFundingRound, WithdrawPledge } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

/** As a request that began a second before has it: the viewer still says that they belong. */
async function leaves(viewer: SignedInViewer): Promise<SignedInViewer> {
  await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [viewer.person.id]);
  return viewer;
}

it('lets nobody move money for an organisation they left after their request began', async () => {
  const round = await anOpenRound(api, { target: 10_000n });
  const other = await anOpenRound(api);
  const funder = await aFunder(api);
  const placed = await pledge(api, funder, round.roundId, 10_000n);
  if (!placed.ok) throw new Error(codesOf(placed).join());
  const { pledgeId } = placed.value;
  await leaves(funder.maker);
  const lead = await leaves(round.lead.admin);
  const before = await moneyStored(api);
  const idempotencyKey = randomUUID();
  const change = { pledgeId, amount: 5_000n, conditions: [], note: '', idempotencyKey };
  const answers = [
    await pledge(api, funder, other.roundId, 100n),
    await api.app.get(ChangePledge).execute(funder.maker, change),
    await api.app.get(WithdrawPledge).execute(funder.maker, { pledgeId, idempotencyKey }),
    await api.app
      .get(CloseFundingRound)
      .execute(lead, { roundId: round.roundId, givingUpBecause: null, idempotencyKey }),
    await api.app.get(PublishMandate).execute(funder.maker, {
      organisationId: funder.organisation.id,
      draft: {
        title: 'An offer',
        themes: ['HEALTH'],
        currency: 'GBP',
        budget: 100n,
        largestPledge: 100n,
        closesOn: '2099-12-31',
      },
    }),
  ];
  expect(answers.map(codesOf)).toEqual(answers.map(() => ['ROLE_MISSING']));
  expect(await moneyStored(api)).toBe(before);
});

it('lets no approver approve once they left', async () => {
  const round = await anOpenRound(api);
  const organisation = await anOrganisation(api, { kind: 'FOUNDATION', verified: true, approvalThresholdMinor: 1n });
  const funder = await aFunder(api, {}, organisation);
  const placed = await pledge(api, funder, round.roundId, 10_000n);
  if (!placed.ok) throw new Error(codesOf(placed).join());
  const { pledgeId } = placed.value;
  const [{ hash }] = await api.dataSource.query(
    `select encode(content_hash, 'hex') as hash from pledges where id = $1`,
    [pledgeId],
  );
  const approver = await leaves(await joins(api, await aPerson(api), organisation.id, 'APPROVER'));
  const before = await moneyStored(api);
  await expect(
    api.app.get(ApprovePledge).execute(approver, { pledgeId, contentHash: hash, idempotencyKey: randomUUID() }),
  ).rejects.toThrow('does not exist, or is not public');
  expect(await moneyStored(api)).toBe(before);
});
