// npm run test:keyboard: every journey again, by somebody who has a keyboard and no pointer.
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';

await command(async () => {
  await prepare();
  const only = process.argv.slice(2).join(' ');
  const { code } = await run(`node node_modules/@playwright/test/cli.js test ${only} --project desk`, {
    cwd: join(ROOT, 'apps/e2e'),
    env: toolEnvironment({ OPENIMPACT_E2E_HANDS: 'keyboard' }),
    logFile: join(CACHE, 'keyboard.log'),
    onLine: (line) => console.log(line),
  });
  return code;
});
