import type { DataSource } from 'typeorm';

/** Something that happens in the story at a moment of its own. */
interface Step {
  readonly at: Date;
  readonly what: string;
  readonly run: () => Promise<void>;
}

const MILLISECONDS_A_DAY = 86_400_000;

/**
 * A past that is made through the use cases: steps are collected in any order and happen in the order of time, each
 * with the database's clock set to its moment, so that what the log says and when it says it agree.
 */
export class History {
  private readonly steps: Step[] = [];

  /** @param now the moment the story is told at */
  constructor(
    private readonly database: DataSource,
    readonly now: Date,
  ) {}

  /** Plans a step, so many days before now; parts of a day count. Steps of one moment keep the order they were planned in. */
  plan(daysAgo: number, what: string, run: () => Promise<void>): void {
    this.steps.push({ at: new Date(this.now.getTime() - daysAgo * MILLISECONDS_A_DAY), what, run });
  }

  /** Lives the story. `progress` hears how many of how many steps are done. */
  async live(progress: (done: number, of: number) => void): Promise<void> {
    // toSorted() is stable, which the promise about one moment rests on.
    const steps = this.steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    for (const [index, step] of steps.entries()) {
      await this.setClock(step.at);
      try {
        await step.run();
      } catch (error) {
        throw new Error(
          `The demonstration stopped at “${step.what}”: ${error instanceof Error ? error.message : String(error)}`,
          { cause: error },
        );
      }
      progress(index + 1, steps.length);
    }
    // Only at the end: a clock that still stands elsewhere is how the next start knows that the story broke off.
    await this.database.query(`update app_clock set shift = '0'`);
  }

  private async setClock(at: Date): Promise<void> {
    await this.database.query(`update app_clock set shift = $1::timestamptz - clock_timestamp()`, [at]);
  }
}
