// npm run check:money: takes each guard of money away in turn, and expects the tests of money to fail every time. What
// it saw is written to docs/reference/money-checks.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from './lib/paths.mjs';
import { install } from './lib/prepare.mjs';
import { run, toolEnvironment } from './lib/run.mjs';
import { command } from './lib/trouble.mjs';

/** Each guard as the tests' support names it, what it is, and which tests have to notice that it is gone. */
const GUARDS = [
  ['round-lock', 'the lock on a round', 'pledges/races'],
  ['mandate-lock', 'the lock on an open offer', 'pledges/races'],
  ['idempotency-key', 'the unique key of a request', 'pledges/races'],
  ['payment-reference-key', 'the unique key of a bank reference', 'tranches/unpaid'],
  ['balance-trigger', 'the trigger that balances the ledger', 'ledger/ledger'],
  ['append-only-trigger', 'the trigger that keeps entries as they are', 'ledger/ledger'],
  ['request-hash', 'the hash of a request', 'pledges/races'],
  ['content-hash', 'the hash of what was approved', 'pledges/pledges'],
];

const PAGE = join(ROOT, 'docs/reference/money-checks.md');
const BEGIN = '<!-- what check:money saw, written by it -->';
const END = '<!-- end -->';

const testsOf = (files) =>
  `node --experimental-vm-modules node_modules/jest/bin/jest.js --json --selectProjects api -- apps/api/src/modules/${files}`;

await command(async () => {
  await install();
  await run('tsc -b apps/api', { env: toolEnvironment() });
  const rows = [];
  let faults = 0;
  for (const files of new Set(GUARDS.map(([, , tests]) => tests))) {
    const { red } = await tried(files);
    if (red.length > 0) faults += 1;
    console.log(`${red.length === 0 ? '✓' : '✗'} nothing taken away, ${files}: ${red.length} tests fail`);
  }
  for (const [guard, what, files] of GUARDS) {
    const { red, all } = await tried(files, guard);
    if (red.length === 0) faults += 1;
    console.log(`${red.length > 0 ? '✓' : '✗'} without ${what}: ${red.length} of ${all} tests fail`);
    rows.push(
      `| ${what} | \`${files}\` | ${red.length} of ${all} | ${red[0] ?? 'none: **this guard is not tested**'} |`,
    );
  }
  const table = ['| taken away | tests | fail | the first of them |', '|---|---|---|---|', ...rows].join('\n');
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = [page.split(BEGIN)[0], page.split(END)[1]];
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${rest}`);
  console.log(faults === 0 ? 'Every guard is tested.' : `${faults} faults`);
  return faults === 0 ? 0 : 1;
});

/** The titles of the tests that fail, and how many there are. */
async function tried(files, guard) {
  const { output } = await run(testsOf(files), {
    env: toolEnvironment(guard ? { OPENIMPACT_TEST_WITHOUT_GUARD: guard } : {}),
  });
  const report = JSON.parse(output.slice(output.indexOf('{"num'), output.lastIndexOf('}') + 1));
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const red = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName.replaceAll('|', '/'));
  return { red: report.numRuntimeErrorTestSuites > 0 ? ['the tests could not run', ...red] : red, all: tests.length };
}
