/** Something the person at the keyboard can mend: shown as it is, without a stack trace. */
export class Trouble extends Error {}

/** Runs the whole of a command; trouble becomes its line and exit code 1. */
export async function command(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Trouble ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
