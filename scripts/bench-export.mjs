// npm run bench:export: streams the public log out of the product as it is shipped, to readers of several kinds, and says by
// how much the server's memory grew. It fails at 50 MB. Writes its activities first; needs Linux.
//
//   npm run bench:export                       a million activities, some minutes
//   npm run bench:export -- --activities N     as many
import { install } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command, Trouble } from './lib/trouble.mjs';

await command(async () => {
  const at = process.argv.indexOf('--activities');
  const activities = at === -1 ? 1_000_000 : Number(process.argv[at + 1]);
  if (!(activities > 0)) throw new Trouble('npm run bench:export knows --activities NUMBER.');
  await install();
  await run('tsc -b apps/api', { env: toolEnvironment() });
  const { code } = await run(
    'node --experimental-vm-modules node_modules/jest/bin/jest.js --verbose --selectProjects api -t "is streamed" -- apps/api/src/modules/exchange/data/activity',
    {
      env: toolEnvironment({ OPENIMPACT_EXPORT_ACTIVITIES: String(activities) }),
      onLine: (line) => console.log(line),
    },
  );
  return code;
});
