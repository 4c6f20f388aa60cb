// What the product asked its database while the suites ran, held against the plans that are written down.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { collectedIn } from '../../apps/api/dist/bench/collected.js';
import { CACHE, ROOT } from '../lib/paths.mjs';

const FOLDER = join(CACHE, 'statements/unit');
if (!existsSync(FOLDER)) {
  console.log('Nothing was collected. The check `unit` does that: npm test -- --only unit,statements');
  process.exit(1);
}
const { complete, statements } = JSON.parse(readFileSync(join(ROOT, 'docs/reference/statements.json'), 'utf8'));
// Which of several files asks a statement that they share depends on who comes first.
const known = new Set(Object.values(statements).flatMap((ofFile) => Object.keys(ofFile)));
const missing = collectedIn(FOLDER).filter(({ from, hash }) => !('*' in (statements[from] ?? {})) && !known.has(hash));
for (const { from, sameAs } of missing) console.log(`${from}\n    ${sameAs}`);
if (missing.length > 0)
  console.log(`${missing.length} have no plan. npm run plans asks for them and writes them down.`);
// Until one whole run of the suites was written down, what is missing tells nothing about a change.
process.exit(complete && missing.length > 0 ? 1 : 0);
