import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Config, StartupError } from '../config/index.js';

/**
 * The secret that signs sessions and links: the configured one, else one made once and kept in the data folder, readable
 * only by the account that runs the server.
 *
 * @throws {StartupError} when the folder cannot be written.
 */
export function secretOf(config: Config): string {
  if (config.secret !== undefined) return config.secret;
  const file = join(config.dataDir, 'secret');
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    // Two processes that start at once must agree: only one of them can create the file.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new StartupError(
        `The secret could not be kept in ${config.dataDir}: make the folder writable, move it with OPENIMPACT_DATA_DIR, or set OPENIMPACT_SECRET.`,
      );
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new StartupError(`The secret in ${file} is too short: remove the file, and everybody signs in again.`);
  return secret;
}
