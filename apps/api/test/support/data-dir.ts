import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of its own for an installation under test: its secret, its mail. */
export function aDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'openimpact-test-'));
}
