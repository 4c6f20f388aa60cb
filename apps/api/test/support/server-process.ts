import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { serverMemory } from '../../../../scripts/lib/server-memory.mjs';

const MAIN = resolve(import.meta.dirname, '../../dist/src/main.js');
/** The product starts in seconds; a machine that runs other tests beside takes its time. */
const START_MS = 120_000;

/** The secret of every process of a test's installation, so that a session made by the test is one to them. */
export const SECRET = 'a secret for tests that is long enough';

/** The product as it is shipped, in a process of its own. */
export interface ServerProcess {
  readonly address: string;
  /** What it said so far, a line each. */
  readonly said: readonly string[];
  readonly pid: number;
  /** Ends it as a pulled plug would. */
  kill(): Promise<void>;
  /** Asks it to stop, and answers its exit code. */
  stop(): Promise<number | null>;
}

export async function startServer(
  databaseUrl: string,
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const others = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:OPENIMPACT_|HOST$|PORT$|NODE_OPTIONS$)/.test(name)),
  );
  const child = spawn(process.execPath, ['--enable-source-maps', ...serverMemory(process.env), MAIN], {
    env: {
      ...others,
      PORT: String(await freePort()),
      NODE_ENV: 'production',
      OPENIMPACT_DATABASE_URL: databaseUrl,
      OPENIMPACT_DATA_DIR: dataDir,
      OPENIMPACT_DEMO: '0',
      OPENIMPACT_SECRET: SECRET,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const address = await addressOf(child, said);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    address,
    said,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
  };
}

function addressOf(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((settle, fail) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`The product was not ready in time:\n${said.join('\n')}`));
    }, START_MS);
    child.once('exit', () => fail(new Error(`The product did not start:\n${said.join('\n')}`)));
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        // A line for each answer would only fill the memory.
        if (!line.includes('"context":"Request"')) said.push(line);
        const address = /ready at (http:\/\/\S+)/.exec(line)?.[1];
        if (address === undefined) return;
        clearTimeout(late);
        settle(address);
      });
    }
  });
}

export function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
