import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What may be deleted at any time: stamps, logs of checks, the browser. */
export const CACHE = join(ROOT, '.cache');

export const API_MAIN = join(ROOT, 'apps/api/dist/src/main.js');
export const API_CLI = join(ROOT, 'apps/api/dist/src/cli.js');
