import { once } from 'node:events';
import { createServer as createTcpServer } from 'node:net';
import { resolve } from 'node:path';

import { fillDemonstration } from './demonstration/index.js';
import { type Config, parseConfig, StartupError } from './platform/config/index.js';
import { openDatabase, SERVING, sql } from './platform/database/index.js';
import { TrustedDocuments } from './platform/graphql/trusted-documents.js';
import { webFolder } from './platform/platform.module.js';
import { Jobs } from './platform/jobs/index.js';
import { LiveUpdates } from './platform/live/index.js';
import { Tail } from './platform/tail/index.js';
import { createServer } from './server.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function portInUse(config: Config): StartupError {
  return new StartupError(
    `Port ${config.port} on ${config.host} is in use. Stop what uses it, or choose another: PORT=${config.port + 1} npm start.`,
  );
}

/** Asks for the port before anything slow begins: filling a database first would keep somebody waiting for a no. */
async function assertPortIsFree(config: Config): Promise<void> {
  const server = createTcpServer();
  try {
    server.listen({ port: config.port, host: config.host, exclusive: true });
    await once(server, 'listening');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw portInUse(config);
    throw new StartupError(
      `${config.host}:${config.port} cannot be listened on (${error instanceof Error ? error.message : String(error)}). Set HOST and PORT to an address of this machine.`,
    );
  } finally {
    server.close();
  }
}

async function start(): Promise<void> {
  const config = parseConfig(process.env);
  await assertPortIsFree(config);
  const database = await openDatabase(config, say, SERVING);
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
    await app.getHttpAdapter().getInstance().drain();
    await app.close();
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    await database.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void stop().then(() => process.exit(0)));

  if (config.demonstration) await fillDemonstration({ app, dataSource: database.dataSource, tail }, say);
  tail.start();
  await jobs.start();
  try {
    // Not through Nest, which would write a line of its own about a port in use before ours.
    await app.getHttpAdapter().getInstance().listen({ port: config.port, host: config.host });
  } catch (error) {
    await stop();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw portInUse(config);
    }
    throw error;
  }
  const { port } = app.getHttpServer().address() as { port: number };
  const address = config.baseUrl ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  say('');
  say(`OpenImpact is ready at ${address}`);
  const installation = await database.reader.one<{ demonstration: boolean }>(
    sql`select demonstration from installation`,
  );
  if (installation?.demonstration) {
    say('  Everybody in it is invented. To look around:');
    say(`  ${address}/ideas      needs, and how far each has come`);
    say(`  ${address}/sign-in    be one of the people with one click, and take the next step`);
    say(`  ${address}/commons    what came back, and where it came from`);
  }
  say('  Ctrl-C stops all of it; what is there stays.');
}

start().catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartupError
      ? `${error.message}\n`
      : `OpenImpact could not start.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});
