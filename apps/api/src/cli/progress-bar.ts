const WIDTH = 30;
const EVERY_MS = 100;

/**
 * A bar on stderr that redraws itself in a terminal; elsewhere a line for every quarter, so that a log stays readable.
 * Standard output is left to the answer.
 */
export function progressBar(
  what: string,
  stream: NodeJS.WriteStream = process.stderr,
): (done: number, of: number) => void {
  let drawnAt = 0;
  let quarter = 0;
  return (done, of) => {
    const share = of === 0 ? 1 : done / of;
    if (!stream.isTTY) {
      if (Math.floor(share * 4) === quarter) return;
      quarter = Math.floor(share * 4);
      stream.write(`${what}: ${done} of ${of}\n`);
      return;
    }
    const now = Date.now();
    if (done < of && now - drawnAt < EVERY_MS) return;
    drawnAt = now;
    const filled = Math.round(share * WIDTH);
    stream.write(
      `\r${what} [${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done} of ${of}${done === of ? '\n' : ''}`,
    );
  };
}
