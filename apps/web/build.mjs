// Builds the pages: what the browser gets (dist/client), what the API renders with (dist/server), and the
// operations the API may trust (dist/trusted-documents.json).
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
// React and Apollo decide by this, before Vite does, whether to carry their development checks.
process.env.NODE_ENV = 'production';
// Beside an unfinished schema: what does not fit it yet is left out and fails only where it is used.
if (process.argv.includes('--lenient')) process.env.OPENIMPACT_WEB_LENIENT = '1';
const out = process.env.OPENIMPACT_WEB_DIST ?? join(root, 'dist');
const configFile = join(root, 'vite.config.mjs');

execFileSync(process.execPath, [join(root, 'codegen.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
await build({ root, configFile, logLevel: 'warn', build: { outDir: join(out, 'client') } });
await build({ root, configFile, logLevel: 'warn', build: { outDir: join(out, 'server'), ssr: true } });
copyFileSync(join(root, 'src/gql/persisted-documents.json'), join(out, 'trusted-documents.json'));
console.log(`Built the pages in ${out}.`);
