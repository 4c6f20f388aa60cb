import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from '@jest/globals';

import { ACTIVITY_WORDS } from './application/activity-words.js';

const source = resolve(import.meta.dirname, '../..');

it('has words for every kind of activity that anything appends', () => {
  const kinds = new Set<string>();
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.includes('spec.ts')) continue;
    for (const [, kind] of readFileSync(resolve(source, file), 'utf8').matchAll(/kind: '([a-z_]+\.[a-z_]+)'/g))
      kinds.add(kind!);
  }
  expect([...kinds].filter((kind) => ACTIVITY_WORDS[kind] === undefined)).toEqual([]);
});
