// npm run bench:data -- --ideas 100000: makes a large database to measure on, in a folder of its own unless a database is set.
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { launch } from './lib/launch.mjs';
import { prepare } from './lib/prepare.mjs';
import { command } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  const args = process.argv.slice(2);
  const ideas = args[args.indexOf('--ideas') + 1];
  const size = args.includes('--ideas') ? ideas : '100000';
  return launch(join(ROOT, 'apps/api/dist/bench/make-data.js'), args, {
    OPENIMPACT_DATA_DIR: join(CACHE, 'bench', size),
    ...process.env,
    NODE_ENV: 'production',
  });
});
