// npm run plans: writes down how the database answers every query of the pages, on data that npm run bench:data made.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { launch } from './lib/launch.mjs';
import { prepare } from './lib/prepare.mjs';
import { command, Trouble } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  const data = process.env.OPENIMPACT_DATA_DIR ?? join(CACHE, 'bench/100000');
  if (!process.env.OPENIMPACT_DATABASE_URL && !existsSync(data)) {
    throw new Trouble('There is nothing to plan on. Make it first: npm run bench:data');
  }
  return launch(join(ROOT, 'apps/api/dist/bench/plans.js'), process.argv.slice(2), {
    ...process.env,
    OPENIMPACT_DATA_DIR: data,
    NODE_ENV: 'production',
  });
});
