import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { ownNode } from './node.mjs';
import { ROOT } from './paths.mjs';

/** The environment in which `node`, `tsc` and the other tools are the repository's own. */
export function toolEnvironment(extra = {}) {
  const path = [dirname(ownNode()), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return { ...process.env, ...extra, PATH: path };
}

/**
 * Runs a command to its end with its output kept, not shown.
 *
 * @param {string} line the command, as a shell reads it
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, logFile?: string, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(line, { cwd = ROOT, env = process.env, logFile, onLine } = {}) {
  return new Promise((settle) => {
    const child = spawn(line, { cwd, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    if (logFile) mkdirSync(dirname(logFile), { recursive: true });
    const log = logFile && createWriteStream(logFile);
    const chunks = [];
    const take = (chunk) => {
      chunks.push(chunk);
      log?.write(chunk);
      if (onLine) for (const part of String(chunk).split(/[\r\n]+/)) if (part.trim()) onLine(part.trim());
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const stop = (signal) => child.kill(signal);
    process.on('SIGINT', stop).on('SIGTERM', stop);
    child.on('error', (error) => take(Buffer.from(error.message)));
    child.on('close', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      log?.end();
      settle({ code: code ?? (signal ? 130 : 1), output: Buffer.concat(chunks).toString() });
    });
  });
}
