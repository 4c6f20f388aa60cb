// Where the environment names a folder, each statement that the product sends while the suites run is written down there,
// once a process, with the place in the code it came from. `npm run plans` asks the database how it would answer each.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const folder = process.env.OPENIMPACT_COLLECT_STATEMENTS;
/** In the source, and as it was built. */
const PRODUCT = /\/apps\/api\/(?:dist\/)?src\/(.*)\.[jt]s$/;
/** Carries what others ask; who asked is further down. */
const CARRIERS = /^(?:platform\/(?:database|jobs)\/|main$)/;
/** One statement for each selection of fields: those of the pages are planned by their operations. */
const VIEWS = /^platform\/graphql\//;
const FRAMES = 60;

/** How often a text is looked at that nobody here seems to ask. */
const ATTEMPTS = 3;

/** The place in the product that asks, or undefined for tests and for what belongs to nobody here. */
function asker() {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  // Names of files as they are: looking up where each line came from would take a hundred times as long.
  Error.prepareStackTrace = (_error, frames) => frames.map((frame) => frame.getFileName() ?? '');
  const files = new Error('Nobody sees this.').stack;
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  for (const path of files.slice(1)) {
    if (path.endsWith('collect-statements.mjs')) continue;
    if (/\/apps\/api\/(?:dist\/)?(?:test|migrations)\/|spec\.ts$/.test(path)) return undefined;
    const file = PRODUCT.exec(path)?.[1];
    if (file !== undefined && !CARRIERS.test(file)) return VIEWS.test(file) ? undefined : `${file}.ts`;
  }
  return undefined;
}

function listenTo(prototype, write) {
  const { query } = prototype;
  const known = new Set();
  const unknown = new Map();
  prototype.query = function heard(...args) {
    const [asked] = args;
    const text = typeof asked === 'string' ? asked : asked?.text;
    if (typeof text === 'string' && !known.has(text)) {
      const from = asker();
      const attempts = (unknown.get(text) ?? 0) + 1;
      unknown.set(text, attempts);
      if (from !== undefined || attempts >= ATTEMPTS) known.add(text);
      if (from !== undefined) write({ from, text });
    }
    return query.apply(this, args);
  };
}

if (folder) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}.jsonl`);
  const write = (statement) => appendFileSync(file, `${JSON.stringify(statement)}\n`);
  listenTo(pg.Client.prototype, write);
  // A pool hands a question on when it has a connection, and who asked is forgotten by then.
  listenTo(pg.Pool.prototype, write);
}
