import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { it } from '@jest/globals';

/** Schemas and real data of others lie beside a checkout where there are some; they are no part of the repository. */
const BESIDE = resolve(import.meta.dirname, '../../../../../shared');
const FOLDERS: Readonly<Record<string, string | undefined>> = {
  standards: process.env['OPENIMPACT_STANDARDS'],
  fixtures: process.env['OPENIMPACT_FIXTURES'],
};

/** Where one of them is, or would be: `standards/cff/cff-1.2.0.schema.json`. */
export function beside(file: string): string {
  const [folder = '', ...path] = file.split('/');
  return join(FOLDERS[folder] ?? join(BESIDE, folder), ...path);
}

/** A test that needs some of them. Where one is not there it is skipped, and says for want of what. */
export function itWith(...files: readonly string[]) {
  const missing = files.find((file) => !existsSync(beside(file)));
  const why = missing === undefined ? '' : ` (skipped: ${missing} does not lie beside this checkout)`;
  return (promise: string, run: () => Promise<void>, timeout?: number): void =>
    (missing === undefined ? it : it.skip)(`${promise}${why}`, run, timeout);
}
