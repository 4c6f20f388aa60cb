import { resolve } from 'node:path';

import { parseConfig, StartupError } from './platform/config/index.js';
import { openDatabase } from './platform/database/index.js';
import { TrustedDocuments } from './platform/graphql/trusted-documents.js';
import { webFolder } from './platform/platform.module.js';
import { Jobs } from './platform/jobs/index.js';
import { LiveUpdates } from './platform/live/index.js';
import { Tail } from './platform/tail/index.js';
import { createServer } from './server.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function start(): Promise<void> {
  const config = parseConfig(process.env);
  const database = await openDatabase(config, say);
  const tail = new Tail(database.directUrl);
  const jobs = new Jobs(database.directUrl);
  const app = await createServer({
    config,
    dataSource: database.dataSource,
    reader: database.reader,
    tail,
    jobs,
    live: new LiveUpdates(database.directUrl, database.reader),
    trusted: TrustedDocuments.read([
      resolve(webFolder(), 'trusted-documents.json'),
      resolve(webFolder(), 'trusted-documents.previous.json'),
    ]),
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('Stopping: finishing what runs, taking nothing new.');
    await app.close();
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void stop().then(() => process.exit(0)));

  tail.start();
  await jobs.start();
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await stop();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new StartupError(
        `Port ${config.port} on ${config.host} is in use. Stop what uses it, or choose another: PORT=${config.port + 1} npm start.`,
      );
    }
    throw error;
  }
  const { port } = app.getHttpServer().address() as { port: number };
  const address = config.baseUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  say('');
  say(`OpenImpact is ready at ${address}`);
}

start().catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartupError
      ? `${error.message}\n`
      : `OpenImpact could not start.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});
