// The printed schema is a contract that is read in review: it must be what the code says.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../lib/paths.mjs';

const api = join(ROOT, 'apps/api');
const committed = readFileSync(join(api, 'schema.graphql'), 'utf8');
const printing = spawnSync(process.execPath, [join(api, 'dist/src/print-schema.js')], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
if (printing.status !== 0) fail(`The schema cannot be printed.\n${printing.stderr}`);
if (printing.stdout !== committed) {
  fail(
    `${firstDifference(committed, printing.stdout)}\n` +
      'apps/api/schema.graphql is not what the code says. Look at the difference, and commit it when it is meant:\n' +
      '  node_modules/.bin/node apps/api/dist/src/print-schema.js apps/api/schema.graphql && git diff apps/api/schema.graphql',
  );
}

function firstDifference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at === -1 ? now.length : at;
  return `Line ${line + 1}:\n  committed: ${old[line] ?? '(nothing)'}\n  code says: ${now[line] ?? '(nothing)'}`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
