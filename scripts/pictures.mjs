// npm run pictures: takes the pictures of the README anew, from the demonstration.
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  const { code } = await run('node node_modules/@playwright/test/cli.js test --config pictures.config.ts', {
    cwd: join(ROOT, 'apps/e2e'),
    env: toolEnvironment({}),
    logFile: join(CACHE, 'pictures.log'),
    onLine: (line) => console.log(line),
  });
  return code;
});
