// Module boundaries: the import graph obeys .dependency-cruiser.mjs, and every one of its rules still bites.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

import { CACHE, ROOT } from '../lib/paths.mjs';

const CONFIG = join(ROOT, '.dependency-cruiser.mjs');
const { default: config, MODULES } = await import(pathToFileURL(CONFIG).href);

const faults = cruise(ROOT, ['apps', 'packages']);
for (const { rule, from, to } of faults) {
  const { comment } = config.forbidden.find(({ name }) => name === rule.name);
  console.error(`${from}\n  must not import ${to} (${rule.name})\n  ${comment}\n`);
}

const silent = silentRules();
for (const name of silent)
  console.error(`The rule ${name} did not find the violation planted for it: it protects nothing.`);
process.exit(faults.length + silent.length > 0 ? 1 : 0);

/** The names of rules that a planted violation did not wake. */
function silentRules() {
  const planted = join(CACHE, 'planted');
  rmSync(planted, { recursive: true, force: true });
  for (const [from, to] of violations()) {
    if (!to.startsWith('missing-') && to !== 'typeorm') write(join(planted, to), 'export const planted = 1;\n');
    const target = to.includes('/')
      ? relative(dirname(from), to)
          .replace(/^(?!\.)/, './')
          .replace(/\.ts$/, '.js')
      : to;
    write(join(planted, from), `import { planted } from '${target}';\nexport const used = planted;\n`);
  }
  const woken = new Set(cruise(planted, ['apps', 'packages']).map(({ rule }) => rule.name));
  return config.forbidden.map(({ name }) => name).filter((name) => !woken.has(name));
}

/** One forbidden import for each rule: who imports what. */
function violations() {
  const api = 'apps/api/src/modules';
  const domain = 'packages/domain/src';
  const web = 'apps/web/src';
  return [
    [`${domain}/rounds/clock.ts`, 'typeorm'],
    ['packages/licences/src/product.ts', `${domain}/shared/money.ts`],
    ['packages/builders/src/row.ts', `${api}/rounds/persistence/round.row.ts`],
    [`${api}/pledges/application/inside.ts`, `${api}/rounds/application/open-round.ts`],
    [`${api}/rounds/application/schema.ts`, `${api}/rounds/graphql/round.object.ts`],
    [`${api}/rounds/application/columns.ts`, `${api}/rounds/persistence/round.row.ts`],
    [`${api}/rounds/application/lazy.ts`, 'typeorm'],
    ['apps/api/src/platform/web/above.ts', `${api}/rounds/index.ts`],
    [`${web}/features/rounds/past-the-schema.tsx`, `${api}/rounds/index.ts`],
    [`${web}/features/rounds/neighbour.tsx`, `${web}/features/pledges/pledge-card.ts`],
    [`${web}/ui/knowing.tsx`, `${web}/features/pledges/pledge-form.ts`],
    [`${web}/features/rounds/route.tsx`, `${web}/app/routes.ts`],
    [`${api}/rounds/application/tested.ts`, `${api}/rounds/application/fake.spec.ts`],
    [`${api}/rounds/application/lost.ts`, 'missing-package'],
    // Each module, in both trees, reaching for the very next one.
    ...[api, domain].flatMap((tree) =>
      MODULES.slice(0, -1).map((module, index) => [
        `${tree}/${module}/later.ts`,
        `${tree}/${MODULES[index + 1]}/index.ts`,
      ]),
    ),
  ];
}

/** The violations dependency-cruiser finds below a folder. */
function cruise(cwd, folders) {
  const args = [...folders, '--config', CONFIG, '--output-type', 'json'];
  const { stdout, stderr } = spawnSync('depcruise', args, { cwd, encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 });
  try {
    return JSON.parse(stdout).summary.violations;
  } catch {
    throw new Error(`dependency-cruiser did not answer: ${stderr || stdout}`);
  }
}

function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
