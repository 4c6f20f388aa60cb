import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { networkOf, RateLimits } from './rate-limits.js';
import { SignInSettings } from './sign-in-settings.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

/** Another process over the same database. */
function aProcess(): RateLimits {
  const noJobs = { every: () => undefined } as never;
  return new RateLimits(api.reader, api.app.get(SignInSettings), noJobs);
}

async function allowed(
  processes: readonly RateLimits[],
  attempts: number,
  most: number,
  kind: string,
): Promise<number> {
  let passed = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const limits = processes[attempt % processes.length]!;
    if ((await limits.take(kind, { account: 'a@people.example' }, { most, seconds: 60 })) === undefined) passed += 1;
  }
  return passed;
}

describe('a limit', () => {
  it('that guards a password holds to the last attempt, over processes and a restart', async () => {
    expect(await allowed([aProcess(), aProcess(), aProcess()], 30, 10, 'password')).toBe(10);
    expect(await allowed([aProcess()], 5, 10, 'password')).toBe(0);
  });

  it('that is large is passed by no more than what each process may hand out unasked', async () => {
    const passed = await allowed([aProcess(), aProcess()], 300, 200, 'mutations');
    expect(passed).toBeGreaterThanOrEqual(200);
    expect(passed).toBeLessThanOrEqual(220);
  });

  it('says how long to wait, and is fresh when its window is over', async () => {
    const limits = aProcess();
    const take = () => limits.take('short', { person: 'x' }, { most: 1, seconds: 1 });
    expect(await take()).toBeUndefined();
    expect(await take()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await take()).toBeUndefined();
  });

  it('keeps no address, and the same network is another key on another day', async () => {
    const limits = aProcess();
    await limits.take('seen', { address: '203.0.113.77' }, { most: 1, seconds: 60 });
    const rows = await api.dataSource.query(`select r::text as row from rate_limits r where kind = 'seen'`);
    expect(rows).toHaveLength(1);
    expect(rows[0].row).not.toContain('203.0');
    await limits.take('seen', { address: '203.0.113.12' }, { most: 1, seconds: 60 });
    expect(await api.dataSource.query(`select 1 from rate_limits where kind = 'seen'`)).toHaveLength(1);
  });

  it('forgets windows that ended', async () => {
    await api.dataSource.query(`update rate_limits set window_ends_at = clock_timestamp() - interval '1 second'`);
    await aProcess().forget();
    expect(await api.dataSource.query('select 1 from rate_limits')).toHaveLength(0);
  });
});

it.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:1:2:3:4:5:6', '2001:0db8:0001'],
  ['2001:db8::1', '2001:0db8:0000'],
  ['::1', '0000:0000:0000'],
  ['fe80::1%eth0', 'fe80:0000:0000'],
])('counts the network of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
