// npm run bench: measures the product beside the floor, on data that npm run bench:data made.
import { existsSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { launch } from './lib/launch.mjs';
import { prepare } from './lib/prepare.mjs';
import { serverMemory } from './lib/server-memory.mjs';
import { command, Trouble } from './lib/trouble.mjs';

/** Only measured against, and far too large to be installed with the product. */
const POSTGRAPHILE = 'postgraphile@5.1.5';

/** The server as npm start starts it. */
const AS_STARTED = { BENCH_SERVER_FLAGS: JSON.stringify(['--enable-source-maps', ...serverMemory(process.env)]) };

await command(async () => {
  await prepare();
  const args = process.argv.slice(2);
  if (args.includes('--growth')) return growth(args);
  const at = args.indexOf('--ideas');
  const [, size = '100000'] = at === -1 ? [] : args.splice(at, 2);
  const data = process.env.OPENIMPACT_DATA_DIR ?? join(CACHE, 'bench', size);
  if (!process.env.OPENIMPACT_DATABASE_URL) assertMade(data, size);
  return launch(join(ROOT, 'apps/api/dist/bench/bench.js'), args, {
    ...process.env,
    ...(args.includes('--with-postgraphile') ? { BENCH_POSTGRAPHILE: postgraphile() } : {}),
    BENCH_SIZE: size,
    ...AS_STARTED,
    OPENIMPACT_DATA_DIR: data,
    NODE_ENV: 'production',
  });
});

async function growth(args) {
  const sizes = args[args.indexOf('--growth') + 1]?.startsWith('--') ? undefined : args[args.indexOf('--growth') + 1];
  const folder = join(CACHE, 'bench');
  for (const size of (sizes ?? '1000,100000,1000000').split(',')) assertMade(join(folder, size), size);
  return launch(join(ROOT, 'apps/api/dist/bench/growth.js'), sizes ? args : args.filter((arg) => arg !== '--growth'), {
    ...process.env,
    ...AS_STARTED,
    BENCH_FOLDER: folder,
    NODE_ENV: 'production',
  });
}

function assertMade(data, size) {
  if (existsSync(data)) return;
  throw new Trouble(`There is nothing to measure on. Make it first: npm run bench:data -- --ideas ${size}`);
}

/** The folder PostGraphile lies in, installed when it is first asked for. */
function postgraphile() {
  const folder = join(CACHE, 'postgraphile');
  if (existsSync(join(folder, 'node_modules/postgraphile'))) return folder;
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', POSTGRAPHILE],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Trouble(`${POSTGRAPHILE} could not be installed. Measure without --with-postgraphile.`);
  return folder;
}
