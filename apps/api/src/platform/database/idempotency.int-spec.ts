import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aDatabase, type TestDatabase } from '../../../test/support/database.js';
import { newId, once, UnitOfWork } from './index.js';

let database: TestDatabase;
let work: UnitOfWork;
beforeAll(async () => {
  database = await aDatabase();
  work = new UnitOfWork(database.dataSource);
});
afterAll(async () => {
  await database.close();
});

const actorId = newId();

function pledge(
  key: string,
  amount: string,
  effect: () => { ok: true; value: { pledgeId: string } } | { ok: false; reasons: { code: string }[] },
) {
  return work.run((tx) =>
    once(tx, { actorId, operation: 'placePledge', key, request: { amount } }, async () => effect()),
  );
}

it('takes effect once, however often and however fast the same request comes', async () => {
  const key = newId();
  let effects = 0;
  const answers = await Promise.all(
    Array.from({ length: 9 }, () =>
      pledge(key, '2000', () => {
        effects += 1;
        return { ok: true, value: { pledgeId: newId() } };
      }),
    ),
  );
  expect(effects).toBe(1);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

it('refuses the same key for another request', async () => {
  const key = newId();
  await pledge(key, '2000', () => ({ ok: true, value: { pledgeId: newId() } }));
  await expect(pledge(key, '3000', () => ({ ok: true, value: { pledgeId: newId() } }))).rejects.toMatchObject({
    extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
  });
});

it('lets a key that was refused succeed later', async () => {
  const key = newId();
  expect((await pledge(key, '2000', () => ({ ok: false, reasons: [{ code: 'ROUND_NOT_OPEN' }] }))).ok).toBe(false);
  expect((await pledge(key, '2000', () => ({ ok: true, value: { pledgeId: newId() } }))).ok).toBe(true);
});
