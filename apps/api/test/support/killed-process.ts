import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { MoneyAct } from './money-acts.js';

/** `npm run test:crash`: everything at the size the documentation states, however long it takes. */
export const isFullSize = process.env['OPENIMPACT_CRASH'] === 'full';

const WORKER = resolve(import.meta.dirname, 'kill-itself.mjs');

/** Loading the product takes longer than what it is killed in: the next process loads while this one works. */
const waiting: ChildProcess[] = [];
const AHEAD = 2;

function aProcess(): ChildProcess {
  while (waiting.length < AHEAD)
    waiting.push(
      spawn(process.execPath, [WORKER], {
        stdio: ['pipe', 'ignore', 'inherit'],
        env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'openimpact-compiled') },
      }),
    );
  return waiting.shift() as ChildProcess;
}

/** Ends those that nobody needed. */
export function noMoreKills(): void {
  for (const child of waiting.splice(0)) child.kill();
}

/**
 * Carries out an act in a process of its own, built as it is shipped, which kills itself (SIGKILL, which nothing can
 * catch) after statement number `at` of the transaction, or after its COMMIT, before it knows the answer.
 *
 * @returns how it ended: 'SIGKILL', or its exit code.
 */
export async function killedAt(url: string, { useCase, viewer, command }: MoneyAct, at: number): Promise<string> {
  const child = aProcess();
  child.stdin?.end(JSON.stringify({ url, useCase: useCase.name, viewer, command, at }, keepBigInt));
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return signal ?? String(code);
}

function keepBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? { $bigint: value.toString() } : value;
}
