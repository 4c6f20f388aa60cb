// Holds the words of the pages: no sentence stands in the code, and every language says what English says, with the same
// parts to fill in.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { parseSync, Visitor } from 'vite';

const SOURCE = join(import.meta.dirname, 'src');
/** Attributes that are read aloud or shown. */
const SAID =
  /^(aria-label|aria-description|aria-roledescription|alt|title|label|placeholder|heading|hint|lead|submit)$/;
/** The same in every language: the name of the product, of a language, of a format. */
const NAMES = /^(OpenImpact|CSV|JSON|GitHub)$/;

const problems = [...hardCoded(), ...untranslated()];
for (const problem of problems) console.error(problem);
console.log(
  problems.length === 0 ? 'Every sentence is in a catalogue, in every language.' : `${problems.length} problems.`,
);
process.exit(problems.length === 0 ? 0 : 1);

function hardCoded() {
  const files = globSync('**/*.tsx', { cwd: SOURCE }).filter(
    // The gallery is for developers and stands in no product.
    (file) => !/\.test\.tsx$|^testing\/|gallery/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    const found = [];
    const say = (node, words) => {
      const said = words.replace(/\s+/g, ' ').trim();
      if (!/\p{L}{2}/u.test(said) || NAMES.test(said)) return;
      const line = text.slice(0, node.start).split('\n').length;
      found.push(`apps/web/src/${file}:${line} says “${said}”, which belongs into a catalogue.`);
    };
    const visitor = new Visitor({
      JSXText: (node) => say(node, node.value),
      JSXExpressionContainer(node) {
        if (node.expression.type === 'Literal' && typeof node.expression.value === 'string' && isChild(text, node))
          say(node, node.expression.value);
      },
      JSXAttribute(node) {
        const { name, value } = node;
        if (name.type === 'JSXIdentifier' && SAID.test(name.name) && value?.type === 'Literal') say(node, value.value);
      },
    });
    visitor.visit(parseSync(file, text, { lang: 'tsx' }).program);
    return found;
  });
}

/** An expression between tags rather than the value of an attribute. */
function isChild(text, node) {
  return text[node.start - 1] !== '=';
}

function untranslated() {
  const messages = join(SOURCE, 'messages');
  const others = readdirSync(messages, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .map(({ name }) => name);
  return readdirSync(join(messages, 'en')).flatMap((file) => {
    const english = read('en', file);
    return others.flatMap((language) => {
      const theirs = read(language, file);
      const at = `src/messages/${language}/${file}`;
      return [
        ...Object.keys(theirs)
          .filter((key) => !(key in english))
          .map((key) => `${at} says ${key}, which English does not.`),
        ...Object.entries(english).flatMap(([key, text]) => {
          if (theirs[key] === undefined) return [`${at} lacks ${key}: “${text}”`];
          const [needed, given] = [partsOf(text), partsOf(theirs[key])];
          return needed === given ? [] : [`${at}, ${key}: has the parts ${given}, English has ${needed}.`];
        }),
      ];
    });
  });

  function read(language, file) {
    try {
      return JSON.parse(readFileSync(join(messages, language, file), 'utf8'));
    } catch (error) {
      if (error.code === 'ENOENT') return {};
      throw error;
    }
  }
}

/** What is filled into a message and what is marked in it; how it counts is the language's own matter. */
function partsOf(text) {
  const parts = new Set();
  const walk = (tokens) => {
    for (const token of tokens) {
      if (typeof token === 'string') for (const [tag] of token.matchAll(/<\/?\w+\/?>/g)) parts.add(tag);
      if (!Array.isArray(token)) continue;
      parts.add(`{${token[0]}}`);
      for (const choice of Object.values(token[2] ?? {}))
        if (Array.isArray(choice)) walk(choice);
        else if (typeof choice === 'string') walk([choice]);
    }
  };
  walk([compileMessage(text)].flat());
  return [...parts].toSorted((one, other) => one.localeCompare(other)).join(' ') || 'none';
}
