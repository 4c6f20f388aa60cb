// npm run test:crash: races and crashes at full size: hundreds of processes killed at every statement of what moves money,
// PostgreSQL killed ten times under sixteen writers, everything killed in turn under a mixed load, twenty stops. Takes about
// half an hour on a small machine.
//
//   npm run test:crash                    all of it
//   npm run test:crash -- placePledge     the tests whose title names this
import { prepare } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';

const FILES = [
  'apps/api/test/crash',
  'apps/api/src/modules/pledges/races',
  'apps/api/src/modules/tranches/history',
  'apps/api/src/modules/tranches/unpaid',
];

await command(async () => {
  await prepare();
  const only = process.argv[2] ? ` -t ${JSON.stringify(process.argv[2])}` : '';
  const { code } = await run(
    `node --experimental-vm-modules node_modules/jest/bin/jest.js --verbose --selectProjects api${only} -- ${FILES.join(' ')}`,
    { env: toolEnvironment({ OPENIMPACT_CRASH: 'full' }), onLine: (line) => console.log(line) },
  );
  return code;
});
