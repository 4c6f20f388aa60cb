/**
 * Says what is being done, and how long it took; on a terminal the line also moves while it works.
 *
 * @template T
 * @param {string} what
 * @param {(note: (line: string) => void) => Promise<T>} work may note what it is at
 * @param {{ quiet?: boolean }} options quiet: the caller says how it ended; without a terminal, nothing is said
 * @returns {Promise<T>}
 */
export async function step(what, work, { quiet = false } = {}) {
  const from = Date.now();
  const terminal = process.stderr.isTTY;
  let note = '';
  const draw = () => {
    const room = (process.stderr.columns ?? 80) - 1;
    process.stderr.write(`\r\x1b[K${`${what} … ${seconds(from)} ${note}`.slice(0, room)}`);
  };
  if (!terminal && !quiet) process.stderr.write(`${what} …\n`);
  const timer = terminal ? setInterval(draw, 200) : undefined;
  try {
    const result = await work((line) => (note = line));
    const end = quiet ? '' : `${what}: done in ${seconds(from)}\n`;
    process.stderr.write(terminal ? `\r\x1b[K${end}` : end);
    return result;
  } catch (error) {
    if (terminal) process.stderr.write('\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

export function seconds(from) {
  const passed = (Date.now() - from) / 1000;
  return passed < 60 ? `${passed.toFixed(1)} s` : `${Math.floor(passed / 60)} min ${Math.round(passed % 60)} s`;
}
