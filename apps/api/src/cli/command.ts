/** A command of `npm run -s openimpact`. */
export interface Command {
  /** The words that choose it: `['import', 'ideas']`. */
  readonly name: readonly string[];
  /** What it does, in a line. */
  readonly about: string;
  /** What `--help` prints below that. */
  readonly help: string;
  /** Answers the exit code: 0 for done, 1 for done with faults, 2 for not understood. */
  run(args: readonly string[]): Promise<number>;
}

/** What somebody typed does not fit the command. The message says what would. */
export class UsageError extends Error {}
