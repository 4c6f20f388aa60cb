// Builds the pages: what the browser gets (dist/client), what the API renders with (dist/server), and the
// operations the API may trust (dist/trusted-documents.json). A build that fails leaves the one before in place.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { build } from 'vite';

const root = import.meta.dirname;
// React and Apollo decide by this, before Vite does, whether to carry their development checks.
process.env.NODE_ENV = 'production';
// Beside an unfinished schema: what does not fit it yet is left out and fails only where it is used.
if (process.argv.includes('--lenient')) process.env.OPENIMPACT_WEB_LENIENT = '1';
const out = process.env.OPENIMPACT_WEB_DIST ?? join(root, 'dist');
const fresh = `${out}.${process.pid}`;
const before = `${fresh}.before`;
const configFile = join(root, 'vite.config.mjs');
const settings = { root, configFile, logLevel: 'error' };

try {
  execFileSync(process.execPath, [join(root, 'codegen.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
  await build({ ...settings, build: { outDir: join(fresh, 'client') } });
  await Promise.all([
    compress(join(fresh, 'client/assets')),
    build({ ...settings, build: { outDir: join(fresh, 'server'), ssr: true } }),
  ]);
  copyFileSync(join(root, 'src/gql/persisted-documents.json'), join(fresh, 'trusted-documents.json'));
  // Readers with a page of the release before may still send its operations.
  const previous = join(out, 'trusted-documents.json');
  if (existsSync(previous)) copyFileSync(previous, join(fresh, 'trusted-documents.previous.json'));
  if (existsSync(out)) renameSync(out, before);
  renameSync(fresh, out);
  console.log(`Built the pages in ${out}.`);
} finally {
  rmSync(fresh, { recursive: true, force: true });
  rmSync(before, { recursive: true, force: true });
}

/** Once and as small as they get: the server would do it for every reader, and a seventh larger to be quick about it. */
async function compress(folder) {
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  await Promise.all(
    files.map(async (name) => {
      const file = join(folder, name);
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(readFileSync(file)));
    }),
  );
}
