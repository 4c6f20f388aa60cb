import { Trouble } from './trouble.mjs';

/**
 * How much memory the server's own objects may take. Without a bound, the engine takes what the machine has before it
 * tidies up: several times what is in use. What is in use is about 150 MB; an installation that is asked for more sets
 * OPENIMPACT_HEAP_MB.
 *
 * The engine would also learn where objects that outlive a short while are made, and make all from there among the old ones,
 * which it seldom tidies up. What it learns while many wait for their first answer is wrong for all that follow: each answer
 * then stays in memory with what led to it, and the collector takes a fifth of the time. Whether that happens differs from
 * one start to the next, so it is left out.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]} what Node.js is started with
 */
export function serverMemory(env) {
  const most = Number(env.OPENIMPACT_HEAP_MB ?? 256);
  if (!Number.isInteger(most) || most < 192) {
    throw new Trouble('OPENIMPACT_HEAP_MB is a whole number of megabytes, 192 at least.');
  }
  return [`--max-old-space-size=${most}`, '--max-semi-space-size=32', '--no-allocation-site-pretenuring'];
}
