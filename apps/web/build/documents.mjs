// Replaces each graphql(`...`) by its generated document, in a module of its own, so that a page carries
// only the documents it uses. Without this every page would carry the documents of all.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'graphql';

const TAGGED = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;
const DEFINITION = /\b(query|mutation|subscription|fragment)\s+([A-Za-z_]\w*)/;
const PREFIX = 'virtual:document/';

/** @returns {import('vite').Plugin} */
export function documents({ root, lenient = false }) {
  const generated = join(root, 'src/gql/graphql.ts');
  const read = () =>
    new Map(
      [...readFileSync(generated, 'utf8').matchAll(/^export const (\w+) = (\{.*\}) as unknown as DocumentNode/gm)].map(
        (match) => [spelt(match[1]), match[2]],
      ),
    );
  let known;
  const texts = new Map();
  return {
    name: 'openimpact-documents',
    enforce: 'pre',
    buildStart() {
      known = read();
    },
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : null;
    },
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null;
      const name = id.slice(PREFIX.length + 1).replace(/\.js$/, '');
      known = known?.has(spelt(name)) ? known : read();
      if (!known.has(spelt(name)) && lenient) return `export const ${name} = ${unknown(texts.get(name))};`;
      if (!known.has(spelt(name))) this.error(`No document ${name}: run "pnpm --filter @openimpact/web codegen".`);
      return `export const ${name} = ${known.get(spelt(name))};`;
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.includes('/gql/') || !code.includes('graphql(')) return null;
      const imports = new Set();
      const replaced = code.replace(TAGGED, (_, text) => {
        const [, kind, name] = DEFINITION.exec(text) ?? this.error(`A document without a name in ${id}.`);
        const constant = `${name}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`;
        texts.set(constant, text);
        imports.add(`import { ${constant} as ${constant}$ } from '${PREFIX}${constant}.js';`);
        return `${constant}$`;
      });
      // On the first line, so that line numbers in errors stay right.
      return imports.size === 0 ? null : { code: [...imports].join(' ') + replaced, map: null };
    },
  };
}

/** The generator writes Members_organisation as Members_Organisation. */
function spelt(name) {
  return name.toLowerCase();
}

/** A document the schema does not know yet, under a hash the server cannot know: it fails where it is used and nowhere else. */
function unknown(text) {
  return JSON.stringify({ ...parse(text, { noLocation: true }), __meta__: { hash: 'not-in-the-schema' } });
}
