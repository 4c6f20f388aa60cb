import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { repositoryAbove } from './repository.js';

const scratch = mkdtempSync(join(tmpdir(), 'openimpact-repository-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the folder of the repository', () => {
  it.each(['src/platform/config', 'dist/src/platform/config'])(
    'is found from %s, below a folder of any name',
    (inside) => {
      const repository = join(scratch, 'dist', 'src', 'checkout');
      const folder = join(repository, 'apps/api', inside);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(repository, 'pnpm-workspace.yaml'), '');
      expect(repositoryAbove(folder)).toBe(repository);
    },
  );

  it('is never guessed', () => {
    expect(() => repositoryAbove(scratch)).toThrow(/pnpm-workspace\.yaml/);
  });
});
