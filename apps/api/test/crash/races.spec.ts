import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, it } from '@jest/globals';

import { RACES } from './races.js';

const API = resolve(import.meta.dirname, '../..');

/** Numbers at the beginning of a test's title, as in `it('R12, R16: …`. */
function numbersIn(text: string): readonly string[] {
  const titles = text.matchAll(/\bit(?:\.each\([^)]*\)\))?\(\s*['"`]((?:R\d+(?:, )?)+):/g);
  return [...titles].flatMap(([, numbers]) => numbers?.split(', ') ?? []);
}

it('tries every race and crash that is promised, and promises every one that is tried', () => {
  const files = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(API, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('-spec.ts'))
      .map((file) => join(API, folder, file)),
  );
  const tried = new Set(files.flatMap((file) => numbersIn(readFileSync(file, 'utf8'))));
  expect([...tried].toSorted(byNumber)).toEqual(Object.keys(RACES).toSorted(byNumber));
});

function byNumber(one: string, other: string): number {
  return Number(one.slice(1)) - Number(other.slice(1));
}
