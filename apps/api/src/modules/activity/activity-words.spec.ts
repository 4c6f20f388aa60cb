import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from '@jest/globals';

import { ACTIVITY_WORDS } from './application/activity-words.js';

/** Files and jobs whose names look like kinds. */
const NO_KIND = /\.(?:csv|ndjson)$|^licences\.matrix$/;

const modules = resolve(import.meta.dirname, '..');

it('has words for every kind of activity that a module names', () => {
  const concepts = new Set(Object.keys(ACTIVITY_WORDS).map((kind) => kind.split('.')[0]));
  const named = new Set<string>();
  for (const file of readdirSync(modules, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.includes('spec.ts')) continue;
    const text = readFileSync(resolve(modules, file), 'utf8');
    for (const [, kind] of text.matchAll(/kind: '([a-z_]+\.[a-z_]+)'/g)) named.add(kind!);
    for (const [, kind, concept] of text.matchAll(/'(([a-z_]+)\.[a-z_]+)'/g))
      if (concepts.has(concept)) named.add(kind!);
  }
  expect([...named].filter((kind) => !NO_KIND.test(kind) && ACTIVITY_WORDS[kind] === undefined)).toEqual([]);
});
