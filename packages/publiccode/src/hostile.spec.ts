import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, it } from '@jest/globals';

interface Verdict {
  readonly valid: boolean;
  readonly read: boolean;
  readonly codes: readonly string[];
  readonly seconds: number;
}

const EXPECTED: Record<string, string> = {
  'aliases that double and double': 'YAML_ALIAS_EXPANSION',
  'an alias inside itself': 'YAML_ALIAS_LOOP',
  'many aliases of one long list': 'YAML_ALIAS_EXPANSION',
  'a tag that asks for code': 'YAML_TAG',
  'a tag of its own': 'YAML_TAG',
  'several documents': 'YAML_SEVERAL_DOCUMENTS',
  'ten megabytes': 'FILE_TOO_LARGE',
  'a megabyte of tiny values': 'YAML_TOO_COMPLEX',
  'lists a hundred thousand deep': 'YAML_TOO_COMPLEX',
  'dashes ten thousand deep': 'YAML_TOO_DEEP',
  'UTF-16': 'FILE_NOT_UTF8',
  'Latin-1': 'FILE_NOT_UTF8',
  'NUL bytes': 'FILE_HAS_CONTROL_CHARACTERS',
  'a directive that renames tags': 'YAML_DIRECTIVE',
  'the same key twice': 'YAML_DUPLICATE_KEY',
  'a key that reaches for the prototype': 'KEY_UNKNOWN',
  'a licence of ten thousand brackets': 'LICENCE_INVALID',
  'half a character': 'FILE_NOT_UTF8',
};

describe('a hostile file', () => {
  let verdicts: Record<string, Verdict>;

  beforeAll(() => {
    const here = (path: string) => fileURLToPath(new URL(`../test/${path}`, import.meta.url));
    // 56 MB of old space and 2 MB for each half of the young: beyond 64 MB the process dies.
    const limits = [
      '--max-old-space-size=56',
      '--max-semi-space-size=2',
      '--no-warnings',
      '--experimental-transform-types',
    ];
    const answer = execFileSync(
      process.execPath,
      [...limits, '--import', here('typescript-hook.mjs'), here('judge-hostile-files.mjs')],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    );
    verdicts = JSON.parse(answer) as Record<string, Verdict>;
  }, 60_000);

  it.each(Object.entries(EXPECTED))('with %s is refused with %s, under 64 MB of heap', (name, code) => {
    expect(verdicts[name]).toMatchObject({ valid: false });
    expect(verdicts[name]?.codes).toContain(code);
    expect(verdicts[name]?.seconds).toBeLessThan(5);
  });

  it('leaves none unjudged', () => {
    expect(Object.keys(verdicts).sort()).toEqual(Object.keys(EXPECTED).sort());
  });
});
