import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../support/api.js';
import { aCutter, type Cutter } from '../support/cut-connection.js';
import { brokenInvariants, moneyStored } from '../support/funding.js';
import { isFullSize, killedAt, noMoreKills } from '../support/killed-process.js';
import { carryOut, MONEY_ACTS } from '../support/money-acts.js';

let api: TestApi;
let cutter: Cutter;
beforeAll(async () => {
  api = await anApi();
  cutter = await aCutter(api.dataSource);
});
afterAll(async () => {
  cutter.remove();
  noMoreKills();
  await api.close();
});

/** Every statement at full size; every fifth and the COMMIT otherwise. */
const STEP = isFullSize ? 1 : 5;

it.each(Object.keys(MONEY_ACTS))(
  'R12, R16: %s is wholly there or not at all, after whichever statement its connection is cut, and the same key ends it once',
  async (name) => {
    const act = await MONEY_ACTS[name]?.(api);
    if (!act) throw new Error(`There is no ${name}.`);
    const before = await moneyStored(api);
    for (let at = 1; ; at += STEP) {
      cutter.arm(at);
      await expect(carryOut(api, act)).rejects.toThrow();
      expect(cutter.disarm()).toBe(true);
      // Not told and not there: the next turn of the loop is the retry, with the same key.
      const now = await moneyStored(api);
      expect({ at, broken: await brokenInvariants(api) }).toEqual({ at, broken: [] });
      if (now !== before) break;
    }
    // The cut after COMMIT: it is there, and nobody was told. Whoever asks again is told, and nothing is done twice.
    const done = await moneyStored(api);
    expect(await carryOut(api, act)).toMatchObject({ ok: true });
    expect(await moneyStored(api)).toBe(done);
  },
  isFullSize ? 600_000 : 60_000,
);

// A process takes seconds to start, and there are hundreds to kill.
const atFullSize = isFullSize ? it : it.skip;
atFullSize.each(Object.keys(MONEY_ACTS))(
  `R12: %s survives a kill -9 of the process after every statement, and the same key ends it once${isFullSize ? '' : ' (skipped: npm run test:crash kills them)'}`,
  async (name) => {
    const act = await MONEY_ACTS[name]?.(api);
    if (!act) throw new Error(`There is no ${name}.`);
    const before = await moneyStored(api);
    let kills = 0;
    for (let at = 1; ; at += 1) {
      expect(await killedAt(api.url, act, at)).toBe('SIGKILL');
      kills += 1;
      expect({ at, broken: await brokenInvariants(api) }).toEqual({ at, broken: [] });
      if ((await moneyStored(api)) !== before) break;
    }
    const done = await moneyStored(api);
    expect(await carryOut(api, act)).toMatchObject({ ok: true });
    expect(await moneyStored(api)).toBe(done);
    process.stdout.write(`${name}: killed ${kills} times\n`);
  },
  1_200_000,
);
