import { Trouble } from './trouble.mjs';

/**
 * How much memory the server's own objects may take. Without a bound, the engine takes what the machine has before it
 * tidies up: several times what is in use. What is in use is about 150 MB; an installation that is asked for more sets
 * OPENIMPACT_HEAP_MB.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {readonly string[]} what Node.js is started with
 */
export function serverMemory(env) {
  const most = Number(env.OPENIMPACT_HEAP_MB ?? 256);
  if (!Number.isInteger(most) || most < 192) {
    throw new Trouble('OPENIMPACT_HEAP_MB is a whole number of megabytes, 192 at least.');
  }
  return [`--max-old-space-size=${most}`, '--max-semi-space-size=32'];
}
