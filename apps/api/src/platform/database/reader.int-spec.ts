import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { aDatabase, type TestDatabase } from '../../../test/support/database.js';

const BUILT = pathToFileURL(resolve(import.meta.dirname, '../../../dist/src/platform/database/index.js')).href;

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => {
  await database.close();
});

/** Reads 30,000 rows, 200 at a time, and says how much memory is held that only a look through everything gives back. */
const LONG_READ = `
  import { getHeapSpaceStatistics } from 'node:v8';
  import { Reader, sql } from ${JSON.stringify(BUILT)};
  const held = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'old_space').space_used_size / 1_048_576;
  const reader = Reader.connect(process.argv[1]);
  const read = (from) => reader.query(sql\`
    select n, md5(n::text) as text, json_build_object('n', n, 'text', md5(n::text), 'more', repeat('x', 200)) as content
    from generate_series(\${from}::int, \${from}::int + 199) n\`);
  for (let times = 0; times < 10; times += 1) await read(0);
  gc();
  const before = held();
  for (let from = 0; from < 30_000; from += 200) await read(from);
  console.log(held() - before);
  process.exit();`;

it('forgets the rows it read as soon as nobody needs them, however many it reads', () => {
  const args = ['--expose-gc', '--max-semi-space-size=4', '--input-type=module', '-e', LONG_READ, database.url];
  const grown = Number(execFileSync(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: '' } }).toString());
  // All of them would be 15 MB.
  expect(grown).toBeLessThan(4);
});
