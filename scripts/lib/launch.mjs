import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { ownNode } from './node.mjs';

/** A signal that comes again within this time is the same one, heard a second time. */
const SAME_SIGNAL_MS = 1_000;
const FOLLOW_PARENT = pathToFileURL(join(dirname(fileURLToPath(import.meta.url)), 'follow-parent.mjs')).href;

/**
 * Runs a program of the product in the foreground and answers its exit code.
 *
 * It stands apart from the terminal's process group: otherwise Ctrl-C would reach it twice, once from the terminal and
 * once from here, and the second means "at once", with the database left running. Here it arrives twice all the same: from
 * the terminal, and from npm, which passes on what it hears.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} flags what else Node.js is started with
 * @returns {Promise<number>}
 */
export function launch(file, args, env, flags = []) {
  return new Promise((settle, fail) => {
    const child = spawn(ownNode(), ['--enable-source-maps', ...flags, '--import', FOLLOW_PARENT, file, ...args], {
      env,
      detached: true,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    let heard = Number.NEGATIVE_INFINITY;
    const forward = (signal) => {
      if (performance.now() - heard < SAME_SIGNAL_MS) return;
      heard = performance.now();
      child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    };
    stopWithNpm(() => heard === Number.NEGATIVE_INFINITY && forward('SIGTERM'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.on('error', fail);
    child.on('exit', (code, signal) => settle(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** npm that was killed cannot pass that on; without it nobody is left at the keyboard. */
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}
