// npm run shots: a picture of every page, at a desk and a phone, light and dark; says which of them are broken.
import { join } from 'node:path';

import { CACHE, ROOT } from './lib/paths.mjs';
import { build, install } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';
import { assertNodeCanRunScripts } from './lib/node.mjs';

await command(async () => {
  assertNodeCanRunScripts();
  await install();
  await build();
  const { code } = await run('node node_modules/@playwright/test/cli.js test --config shots.config.ts', {
    cwd: join(ROOT, 'apps/e2e'),
    env: toolEnvironment({}),
    logFile: join(CACHE, 'shots.log'),
    onLine: (line) => console.log(line),
  });
  return code;
});
