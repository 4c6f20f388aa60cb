// npm run bench:web: what Lighthouse says of five pages on a phone.
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  const { code } = await run(`node apps/e2e/bench/lighthouse.mjs ${process.argv.slice(2).join(' ')}`, {
    env: toolEnvironment({}),
    cwd: ROOT,
    logFile: join(CACHE, 'bench-web.log'),
    onLine: (line) => console.log(line),
  });
  return code;
});
