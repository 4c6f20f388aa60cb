// The components in all their states, built by themselves: what the check of pictures looks at.
//
//   node gallery.mjs FOLDER
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = import.meta.dirname;
const out = process.argv[2];
if (out === undefined) throw new Error('Say into which folder: node gallery.mjs FOLDER');
process.env.NODE_ENV = 'production';

const { output } = await build({
  root,
  configFile: join(root, 'vite.config.mjs'),
  logLevel: 'error',
  build: { outDir: out, copyPublicDir: false, manifest: false, rollupOptions: { input: 'src/gallery/main.tsx' } },
});
const style = output.find(({ fileName }) => fileName.endsWith('.css'));
const entry = output.find(({ isEntry }) => isEntry);
writeFileSync(
  join(out, 'index.html'),
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery</title>
<link rel="stylesheet" href="/${style.fileName}"><script type="module" src="/${entry.fileName}"></script></html>`,
);
