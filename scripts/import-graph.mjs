// Which module knows which: read from the imports, written into docs/architecture.md as a diagram.
//   node scripts/import-graph.mjs          writes it
//   node scripts/import-graph.mjs --check  fails when the page is behind the code
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const modules = join(root, 'apps/api/src/modules');
const page = join(root, 'docs/architecture.md');
const START = '<!-- import graph: written by scripts/import-graph.mjs -->';
const END = '<!-- end of import graph -->';

/** @returns {Map<string, Set<string>>} for each module, those it imports */
function knownModules() {
  const graph = new Map();
  for (const module of readdirSync(modules, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const known = new Set();
    for (const file of readdirSync(join(modules, module.name), { recursive: true })) {
      if (!file.endsWith('.ts') || file.endsWith('spec.ts')) continue;
      const text = readFileSync(join(modules, module.name, file), 'utf8');
      for (const [, name] of text.matchAll(/from '(?:\.\.\/)+([a-z]+)\/index\.js'/g))
        if (name !== module.name) known.add(name);
    }
    graph.set(module.name, known);
  }
  for (const known of graph.values()) for (const name of known) if (!graph.has(name)) known.delete(name);
  return graph;
}

/** Leaves out what follows from the rest: an edge a -> c beside a -> b -> c says nothing new. */
function withoutShortcuts(graph) {
  const reaches = (from, to, without) =>
    [...graph.get(from)].some(
      (next) => !(from === without.from && next === without.to) && (next === to || reaches(next, to, without)),
    );
  return [...graph].flatMap(([from, known]) =>
    [...known].filter((to) => !reaches(from, to, { from, to })).map((to) => [from, to]),
  );
}

const graph = knownModules();
const edges = withoutShortcuts(graph)
  .map(([from, to]) => `  ${from} --> ${to}`)
  .toSorted();
const drawn = `${START}\n\`\`\`mermaid\ngraph TD\n${edges.join('\n')}\n\`\`\`\n${END}`;
const text = readFileSync(page, 'utf8');
const start = text.indexOf(START);
const end = text.indexOf(END);
if (start === -1 || end === -1)
  throw new Error(`docs/architecture.md has no place for the import graph: ${START} ... ${END}`);
const next = text.slice(0, start) + drawn + text.slice(end + END.length);
if (process.argv.includes('--check')) {
  if (next !== text) {
    console.error('docs/architecture.md is behind the code. Run: node scripts/import-graph.mjs');
    process.exit(1);
  }
} else if (next !== text) writeFileSync(page, next);
