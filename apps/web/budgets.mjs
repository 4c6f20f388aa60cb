// What a first visit to each public page costs, gzipped: fails when a page's scripts, styles or fonts outgrow the budget.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = { scripts: 170, styles: 30, fonts: 90 };

const client = join(process.env.OPENIMPACT_WEB_DIST ?? join(import.meta.dirname, 'dist'), 'client');
const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'));
const entry = manifest['src/entry-client.tsx'];
const pages = Object.keys(manifest).filter((name) => name.endsWith('-page.tsx'));
const sizes = new Map();

const rows = pages.map((name) => {
  const chunks = new Set([...below(entry), ...below(manifest[name])]);
  return {
    page: name.replace(/^src\/|\.tsx$/g, ''),
    scripts: kilobytes([...chunks].map((chunk) => chunk.file)),
  };
});
const fonts = Object.values(manifest)
  .map((chunk) => chunk.file)
  .filter((file) => /-latin-wght-normal-[^/]*\.woff2$/.test(file));
const problems = [];
const check = (what, kind, size) => {
  if (size > BUDGET_KB[kind]) problems.push(`${what}: ${size} kB of ${kind}, ${BUDGET_KB[kind]} kB at most.`);
};

for (const { page, scripts } of rows) check(page, 'scripts', scripts);
const styles = kilobytes(
  Object.values(manifest)
    .map((chunk) => chunk.file)
    .filter((file) => file.endsWith('.css')),
);
check('The sheet of all pages', 'styles', styles);
const fontSize = Math.round(fonts.reduce((sum, file) => sum + readFileSync(join(client, file)).length, 0) / 100) / 10;
check('Preloaded fonts', 'fonts', fontSize);
// A dialog, a menu or a palette that everybody downloads before anybody opens it is a mistake in an import.
for (const chunk of below(entry)) {
  if (/base-ui|floating-ui/.test(readFileSync(join(client, chunk.file), 'utf8')))
    problems.push(`${chunk.file}: the entry carries Base UI.`);
}

rows.sort((a, b) => b.scripts - a.scripts);
console.table(rows.slice(0, 8));
console.log(`Styles ${styles} kB, preloaded fonts ${fontSize} kB.`);
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

function below(chunk, seen = new Set()) {
  if (seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const name of chunk.imports ?? []) below(manifest[name], seen);
  return seen;
}

function kilobytes(files) {
  const size = (file) => {
    if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(join(client, file)), { level: 9 }).length);
    return sizes.get(file);
  };
  return Math.round([...new Set(files)].reduce((sum, file) => sum + size(file), 0) / 100) / 10;
}
