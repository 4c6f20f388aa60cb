// npm run gallery: compares every component in its states with the picture of it that was looked at.
// After a change that is meant: npm run gallery -- --update-snapshots=all, and look at each that changed.
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
  const { code } = await run(
    `node node_modules/@playwright/test/cli.js test --config gallery.config.ts ${process.argv.slice(2).join(' ')}`,
    {
      cwd: join(ROOT, 'apps/e2e'),
      env: toolEnvironment({}),
      logFile: join(CACHE, 'gallery.log'),
      onLine: (line) => console.log(line),
    },
  );
  return code;
});
