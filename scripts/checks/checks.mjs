import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { CACHE, ROOT } from '../lib/paths.mjs';

/**
 * @typedef {object} Check
 * @property {string} name how it is chosen with --only
 * @property {string} promise what it holds
 * @property {string} line the command, run with the repository's own tools
 * @property {string} [cwd] where, when not in the repository's folder
 * @property {Record<string, string>} [env]
 * @property {boolean} [needsBuild] it looks at built output or generated files
 * @property {boolean} [runsUnbuilt] it still says something useful when the build failed
 * @property {(file: string) => { passed: number, failed: number }} [report] reads the file named by OPENIMPACT_TEST_REPORT
 * @property {(output: string) => string} [tidy] what to show of its output when it failed
 */

const JEST = 'node --no-warnings=ExperimentalWarning --experimental-vm-modules node_modules/jest/bin/jest.js';

/** @type {readonly Check[]} */
export const checks = [
  { name: 'format', promise: 'every file is laid out as oxfmt does it', line: 'oxfmt --check .' },
  {
    name: 'boundaries',
    promise: 'modules know only what they may know, and each rule about it bites',
    line: 'node scripts/checks/boundaries.mjs',
    // An import of a package is followed to what was built of it.
    needsBuild: true,
  },
  {
    name: 'words',
    promise: 'no sentence is in the code, and every language says all of them',
    line: 'node words.mjs',
    cwd: join(ROOT, 'apps/web'),
  },
  {
    name: 'graph',
    promise: 'the page of what knows what is what the imports say',
    line: 'node scripts/import-graph.mjs --check',
  },
  {
    name: 'licences',
    promise: 'every file has a licence, and every licence named has its text',
    line: 'node scripts/checks/licences.mjs',
  },
  {
    name: 'types',
    promise: 'everything type-checks, tests included',
    line: typeProjects()
      .map((project) => `tsc -b ${project}`)
      .join(' && '),
    needsBuild: true,
    runsUnbuilt: true,
  },
  {
    name: 'lint',
    promise: 'no floating promise, no any, nothing that is outright wrong',
    line: 'oxlint --type-aware --deny-warnings',
    needsBuild: true,
  },
  {
    name: 'unused',
    promise: 'no file, export or dependency that nobody uses',
    line: 'knip --no-progress',
    needsBuild: true,
  },
  {
    name: 'unit',
    promise: 'rules, use cases against PostgreSQL, stories over HTTP, pages',
    line: `${JEST} --json --outputFile="$OPENIMPACT_TEST_REPORT"`,
    env: { OPENIMPACT_COLLECT_STATEMENTS: join(CACHE, 'statements/unit') },
    needsBuild: true,
    runsUnbuilt: true,
    report: readJest,
    tidy: onlyFailures,
  },
  {
    name: 'statements',
    promise: 'of everything the suites saw the product ask its database, the plan among 100,000 ideas is written down',
    line: 'node scripts/checks/statements.mjs',
    needsBuild: true,
  },
  {
    name: 'schema',
    promise: 'the committed schema and the operations of the pages are what the code says',
    line: 'node scripts/checks/schema.mjs',
    needsBuild: true,
  },
  {
    name: 'gallery',
    promise: 'every component looks as it did when somebody last looked at it',
    line: 'node node_modules/@playwright/test/cli.js test --config gallery.config.ts',
    cwd: join(ROOT, 'apps/e2e'),
    needsBuild: true,
    report: readPlaywright,
  },
  {
    name: 'budgets',
    promise: 'no page asks a first visitor for more scripts, styles or fonts than an old phone can take',
    line: 'node budgets.mjs',
    cwd: join(ROOT, 'apps/web'),
    needsBuild: true,
  },
  {
    name: 'journeys',
    promise: 'what people do, in a browser, over the built product',
    line: 'node node_modules/@playwright/test/cli.js test',
    cwd: join(ROOT, 'apps/e2e'),
    needsBuild: true,
    report: readPlaywright,
  },
];

/** The whole first, then the tests of each package, which the build leaves out. */
function typeProjects() {
  const below = (folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`);
  const beside = [...below('packages'), ...below('apps')]
    .flatMap((folder) => [`${folder}/tsconfig.test.json`, `${folder}/tsconfig.json`])
    .filter((file) => existsSync(join(ROOT, file)));
  return ['tsconfig.json', ...beside];
}

function readJest(file) {
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

function readPlaywright(file) {
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
}

/** What Jest says again at its end about each failure; where it did not get that far, its output without what passed. */
function onlyFailures(output) {
  const summary = output.lastIndexOf('Summary of all failing tests');
  const lines = output.slice(Math.max(summary, 0)).split('\n');
  return lines
    .filter((line) => !line.startsWith('PASS '))
    .slice(-400)
    .join('\n');
}
