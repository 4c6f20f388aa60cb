import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { signInFirst } from './newcomer.js';

const ROOT = resolve(import.meta.dirname, '../../..');
// The demonstration is told from its beginning, and a machine that runs other checks beside it takes its time.
const START_MS = 240_000;

/**
 * Starts the built product once for the run: on a free port, on an empty data folder of its own, in demonstration mode.
 * `OPENIMPACT_E2E_URL` uses a running one instead.
 *
 * @returns how to stop it.
 */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (process.env['OPENIMPACT_E2E_URL']) return async () => {};
  const { address, stop } = await startOne('demonstration', { OPENIMPACT_DEMO: '1' });
  // The workers inherit it: they start after this.
  process.env['OPENIMPACT_E2E_URL'] = address;
  return stop;
}

/** Starts one in which nobody has said anything, and signs in its first person. */
export async function startEmpty(): Promise<() => Promise<void>> {
  const product = await startOne('empty', { OPENIMPACT_DEMO: '0' });
  process.env['OPENIMPACT_E2E_EMPTY_URL'] = product.address;
  try {
    process.env['OPENIMPACT_E2E_EMPTY_COOKIES'] = JSON.stringify(await signInFirst(product));
    return product.stop;
  } catch (error) {
    await product.stop();
    throw error;
  }
}

export interface StartedProduct {
  readonly address: string;
  readonly dataDir: string;
  /** Ends it as a pulled plug would. */
  readonly kill: () => Promise<void>;
  /** Starts it at the same address over what the one before left. */
  readonly startAgain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts one more, for journeys of people who are not invented: a real account would end the demonstration for the others. */
export async function startOne(name: string, settings: Readonly<Record<string, string>>): Promise<StartedProduct> {
  const dataDir = resolve(ROOT, '.cache/e2e', `data-${name}-${process.pid}`);
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  let running = run(dataDir, '0', settings);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const { process: product } = running;
    if (product.exitCode !== null || product.signalCode !== null) return;
    const ended = once(product, 'exit');
    product.kill(signal);
    await ended;
  };
  const stop = async (): Promise<void> => {
    await end('SIGTERM');
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const address = await running.address;
    return {
      address,
      dataDir,
      kill: () => end('SIGKILL'),
      async startAgain() {
        running = run(dataDir, new URL(address).port, settings);
        await running.address;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function run(dataDir: string, port: string, settings: Readonly<Record<string, string>>) {
  const product = spawn(process.execPath, ['--enable-source-maps', resolve(ROOT, 'apps/api/dist/src/main.js')], {
    env: {
      ...withoutSettings(process.env),
      PORT: port,
      OPENIMPACT_DATA_DIR: dataDir,
      NODE_ENV: 'production',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const address = new Promise<string>((settle, fail) => {
    for (const stream of [product.stdout, product.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const found = /ready at (http:\/\/\S+)/.exec(line)?.[1];
        if (found) settle(found);
      });
    }
    product.once('exit', () => fail(new Error(`The product did not start:\n${said.join('\n')}`)));
    setTimeout(() => fail(new Error(`The product was not ready in time:\n${said.join('\n')}`)), START_MS).unref();
  });
  return { process: product, address };
}

/** What somebody set for their own installation must not reach the one under test. */
function withoutSettings(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !/^(OPENIMPACT_|HOST$|PORT$)/.test(name)));
}
