// npm run test:load: people vote, comment, pledge, pay and read for ten minutes, on a server as it is shipped. Nothing may
// grow: memory, connections, errors.
//
//   npm run test:load                     ten minutes
//   npm run test:load -- --minutes 2      less
import { prepare } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command, Trouble } from './lib/trouble.mjs';

await command(async () => {
  const at = process.argv.indexOf('--minutes');
  const minutes = at === -1 ? 10 : Number(process.argv[at + 1]);
  if (!(minutes > 0)) throw new Trouble('npm run test:load knows --minutes NUMBER.');
  await prepare();
  const { code } = await run(
    'node --experimental-vm-modules node_modules/jest/bin/jest.js --verbose --selectProjects api -- apps/api/test/crash/sustained-load',
    {
      env: toolEnvironment({ OPENIMPACT_LOAD_SECONDS: String(minutes * 60) }),
      onLine: (line) => console.log(line),
    },
  );
  return code;
});
