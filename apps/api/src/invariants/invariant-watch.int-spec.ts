import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../test/support/api.js';
import { aFunder, anOpenRound, pledge } from '../../test/support/funding.js';
import { aPerson } from '../../test/support/people.js';
import { SetMatching } from '../modules/pledges/index.js';
import { InvariantWatch } from './invariant-watch.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const metric = async () => {
  const { body } = await api.app.inject({ url: '/metrics' });
  return body.match(/^openimpact_invariants_broken (\d+)$/m)?.[1];
};

it('says nothing while everything holds; says what is broken in the metrics, and to every steward once', async () => {
  const steward = await aPerson(api, { steward: true });
  const { roundId } = await anOpenRound(api);
  const { maker, mandateId } = await aFunder(api);
  const ask = { roundId, mandateId, percent: 100, most: 500n, note: '', idempotencyKey: crypto.randomUUID() };
  await api.app.get(SetMatching).execute(maker, ask);
  await pledge(api, await aFunder(api), roundId, 100n);
  expect(await api.app.get(InvariantWatch).look()).toEqual([]);
  expect(await metric()).toBe('0');

  // What no code of ours does: a match that is not worth what it matches, and a round that says so too.
  await api.dataSource.query('update pledges set amount_minor = 99 where round_id = $1 and match_percent is not null', [
    roundId,
  ]);
  await api.dataSource.query('update funding_rounds set pledged_minor = 199 where id = $1', [roundId]);
  await api.dataSource.query(
    'update ideas set pledged_minor = 199 where id = (select idea_id from funding_rounds where id = $1)',
    [roundId],
  );
  expect(await api.app.get(InvariantWatch).look()).toEqual(['I17']);
  expect(await api.app.get(InvariantWatch).look()).toEqual(['I17']);
  expect(await metric()).toBe('1');
  const told = await api.dataSource.query(
    `select activity.visibility from activities activity join activity_addressees addressee on addressee.activity_id = activity.id
     where activity.kind = 'invariants.broken' and addressee.person_id = $1`,
    [steward.person.id],
  );
  expect(told).toEqual([{ visibility: 'PRIVATE' }]);
});
