import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, that ends with this one. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  /** Tells it something and answers what it says to that. */
  tell<Answer>(what: object): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts one of the programs beside this file and waits until it says that it is ready. */
export async function running(
  program: 'serve' | 'floor' | 'postgraphile' | 'load',
  env: Record<string, string>,
): Promise<Running> {
  const port = await freePort();
  const child = fork(join(dirname(fileURLToPath(import.meta.url)), `${program}.js`), {
    env: { ...process.env, ...env, HOST: '127.0.0.1', PORT: String(port), NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', program === 'postgraphile' ? 'ignore' : 'inherit', 'ipc'],
    execArgv: program === 'serve' ? (JSON.parse(process.env['BENCH_SERVER_FLAGS'] ?? '[]') as string[]) : [],
  });
  await ready(child, program);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    tell: (what) =>
      new Promise((settle) => {
        child.once('message', (answer) => settle(answer as never));
        child.send(what);
      }),
    stop: () =>
      new Promise((settle) => {
        child.once('exit', () => settle());
        child.kill('SIGTERM');
      }),
  };
}

function ready(child: ChildProcess, program: string): Promise<void> {
  return new Promise((settle, fail) => {
    child.once('message', () => settle());
    child.once('exit', (code) => fail(new Error(`The program ${program} ended with ${code} before it was ready.`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
