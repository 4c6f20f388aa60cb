import { mkdir } from 'node:fs/promises';
import type { DataSource } from 'typeorm';

import { type Config, StartupError } from '../config/index.js';
import { connect, migrate } from './data-source.js';
import { startEmbeddedPostgres } from './embedded/index.js';
import { sqlState } from './errors.js';
import type { DatabaseLimits, LimitedBy } from './limits.js';
import { Reader } from './reader.js';

/** A database that is there, migrated and connected to. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  readonly reader: Reader;
  /** For tail, listener and jobs: no pooler in between. */
  readonly directUrl: string;
  close(): Promise<void>;
}

/**
 * Opens the configured database, or starts the embedded one, and brings it up to date. `say` hears of progress.
 *
 * @param serving limits for a server, behind which people wait; a command takes the time it needs.
 */
export async function openDatabase(
  config: Config,
  say: (line: string) => void,
  serving?: DatabaseLimits,
): Promise<OpenDatabase> {
  const { url, stop } =
    config.databaseUrl === undefined
      ? await startEmbedded(config, say, serving !== undefined)
      : elsewhere(config.databaseUrl);
  try {
    const owner = await reach(
      config.ownerUrl ?? config.directUrl ?? url,
      config.ownerUrl ? 'OPENIMPACT_DATABASE_OWNER_URL' : 'OPENIMPACT_DATABASE_URL',
    );
    const applied = await migrate(owner);
    if (applied > 0) say(`Brought the database up to date (${applied} ${applied === 1 ? 'step' : 'steps'}).`);
    const limits = serving && { ...serving, pooled: config.directUrl !== undefined };
    // Migrating may take its time, so what is limited is another connection.
    const dataSource = config.ownerUrl || limits ? await reach(url, 'OPENIMPACT_DATABASE_URL', limits) : owner;
    if (dataSource !== owner) await owner.destroy();
    return {
      dataSource,
      reader: Reader.connect(url, 8, limits),
      directUrl: config.directUrl ?? url,
      close: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database that others run, which goes on when this program ends. */
function elsewhere(url: string) {
  return { url, stop: async () => undefined };
}

async function startEmbedded(config: Config, say: (line: string) => void, restart: boolean) {
  try {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new StartupError(
      `The data folder ${config.dataDir} cannot be written (${reason}). Make it writable, or set OPENIMPACT_DATA_DIR to a folder that is.`,
    );
  }
  return startEmbeddedPostgres({ dataDir: config.dataDir, log: say, restart });
}

async function reach(url: string, variable: string, limits?: LimitedBy): Promise<DataSource> {
  try {
    return await connect(url, 8, limits);
  } catch (error) {
    const host = new URL(url).host;
    const said =
      error instanceof Error
        ? error.message.split('\n')[0] || ('code' in error ? String(error.code) : error.name)
        : String(error);
    const advice =
      sqlState(error) === '28P01' || sqlState(error) === '28000'
        ? 'User or password is wrong'
        : sqlState(error) === '3D000'
          ? 'The database does not exist; create it first'
          : 'Check host, port and that the server runs';
    throw new StartupError(`The database at ${host} does not answer: ${said}. ${advice}: see ${variable}.`);
  }
}
