// Every licence that REUSE.toml or a package names has its text in LICENSES, every text is used, and the two agree.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../lib/paths.mjs';

const faults = [];
const annotations = readAnnotations();
const texts = readdirSync(join(ROOT, 'LICENSES')).map((name) => name.replace(/\.txt$/, ''));

for (const { licence } of annotations) {
  if (!texts.includes(licence)) faults.push(`REUSE.toml names ${licence}, whose text is not in LICENSES.`);
}
for (const text of texts) {
  if (!annotations.some(({ licence }) => licence === text))
    faults.push(`LICENSES/${text}.txt is the licence of nothing.`);
}
for (const folder of ['.', ...below('apps'), ...below('packages')]) {
  const manifest = join(ROOT, folder, 'package.json');
  if (!existsSync(manifest)) continue;
  const said = JSON.parse(readFileSync(manifest, 'utf8')).license;
  const meant = licenceOf(folder);
  if (said !== meant) faults.push(`${folder}/package.json says ${said}, REUSE.toml says ${meant}.`);
  const own = join(ROOT, folder, 'LICENSE');
  if (existsSync(own) && readFileSync(own, 'utf8') !== readFileSync(join(ROOT, `LICENSES/${meant}.txt`), 'utf8')) {
    faults.push(`${folder}/LICENSE is not the text of ${meant}.`);
  }
}

for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

/** The tables of REUSE.toml: which folders, under which licence. Where two match, the later one counts. */
function readAnnotations() {
  const tables = readFileSync(join(ROOT, 'REUSE.toml'), 'utf8').split('[[annotations]]').slice(1);
  return tables.map((table) => ({
    paths: [...(/^path = (.*)$/m.exec(table)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, path]) => path),
    licence: /^SPDX-License-Identifier = "([^"]+)"$/m.exec(table)?.[1] ?? '(none)',
  }));
}

function licenceOf(folder) {
  const matches = (path) => path === '**' || path === `${folder}/**`;
  return annotations.findLast(({ paths }) => paths.some(matches))?.licence;
}

function below(folder) {
  return readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`);
}
