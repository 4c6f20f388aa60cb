// npm run check:lists: page 1 and page 500 of each order of the list of ideas, at 100,000 ideas, by EXPLAIN (ANALYZE, BUFFERS).
import { install } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';

const IDEAS = 100_000;
const LISTS =
  'node --no-warnings=ExperimentalWarning --experimental-vm-modules node_modules/jest/bin/jest.js --selectProjects api --testTimeout 300000 -t list -- apps/api/src/modules/ideas/idea-lists';

await command(async () => {
  await install();
  await run('tsc -b apps/api', { env: toolEnvironment() });
  const { code, output } = await run(LISTS, { env: toolEnvironment({ OPENIMPACT_LIST_IDEAS: String(IDEAS) }) });
  const measured = output.match(/^[A-Z_]+: .+ ideas$/gm) ?? [];
  console.log([...new Set(measured)].join('\n'));
  if (code !== 0) console.log(output);
  return code;
});
