// npm run bench: measures the product beside the floor, on data that npm run bench:data made.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { launch } from './lib/launch.mjs';
import { prepare } from './lib/prepare.mjs';
import { command, Trouble } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  const args = process.argv.slice(2);
  const at = args.indexOf('--ideas');
  const [, size = '100000'] = at === -1 ? [] : args.splice(at, 2);
  const data = process.env.OPENIMPACT_DATA_DIR ?? join(CACHE, 'bench', size);
  if (!process.env.OPENIMPACT_DATABASE_URL && !existsSync(data)) {
    throw new Trouble(`There is nothing to measure on. Make it first: npm run bench:data -- --ideas ${size}`);
  }
  return launch(join(ROOT, 'apps/api/dist/bench/bench.js'), args, {
    ...process.env,
    OPENIMPACT_DATA_DIR: data,
    NODE_ENV: 'production',
  });
});
