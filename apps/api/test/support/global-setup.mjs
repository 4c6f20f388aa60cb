// One PostgreSQL for the whole run, kept between runs below .cache; one template made by the migrations, copied by each test file.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

const api = resolve(import.meta.dirname, '../..');
const built = resolve(api, 'dist/src/platform/database');

export default async function setUp() {
  const statements = process.env.OPENIMPACT_COLLECT_STATEMENTS;
  if (statements) rmSync(statements, { recursive: true, force: true });
  const { startEmbeddedPostgres, createDatabase } = await import(`${built}/embedded/index.js`);
  const { connect, migrate } = await import(`${built}/data-source.js`);
  const server = await startEmbeddedPostgres({
    dataDir: resolve(api, '../../.cache/test'),
    log: () => undefined,
    durable: false,
  });
  globalThis.__testPostgres = server;

  // The built ones, because those are what runs.
  const folder = resolve(api, 'dist/migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .toSorted())
    hash.update(file).update(readFileSync(resolve(folder, file)));
  const template = `template_${hash.digest('hex').slice(0, 16)}`;
  const making = `${template}_${process.pid}`;
  const admin = await connect(server.url, 1);
  const exists = await admin.query('select 1 from pg_database where datname = $1', [template]);
  if (exists.length === 0) {
    const source = await connect(await createDatabase(server.url, making), 2);
    await migrate(source);
    await source.destroy();
    // Whoever made it first wins; the other's copy is dropped.
    await admin
      .query(`alter database "${making}" rename to "${template}"`)
      .catch(() => admin.query(`drop database "${making}"`));
  }
  await admin.destroy();
  process.env.OPENIMPACT_TEST_SERVER_URL = server.url;
  process.env.OPENIMPACT_TEST_TEMPLATE = template;
}
