import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Logger as WorkerLogger, parseCronItems, run, type Runner, runOnce, type TaskList } from 'graphile-worker';

import { sql } from '../database/sql.js';
import type { Tx } from '../database/unit-of-work.js';

/** Work that runs after a commit, at least once: it must be harmless when it runs again. Payloads hold ids, never text about people. */
export type JobHandler = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

export interface JobOptions {
  /** One waiting job a key: adding it again replaces the one that waits. */
  readonly key?: string;
  readonly runAt?: Date;
}

const CONCURRENCY = 2;

/** Background work in the same database: a job is a row of the transaction that asks for it, so neither is lost without the other. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly handlers = new Map<string, JobHandler>();
  private readonly schedule: { task: string; match: string }[] = [];
  private runner: Runner | undefined;

  constructor(private readonly url: string) {}

  task(name: string, handler: JobHandler): void {
    if (this.handlers.has(name)) throw new Error(`The job ${name} has two handlers.`);
    this.handlers.set(name, handler);
  }

  /** Runs a task every so many minutes (1 to 60), and once at start, so that what was due while nothing ran is done first. */
  every(name: string, minutes: number, handler: JobHandler): void {
    this.task(name, handler);
    this.schedule.push({ task: name, match: minutes >= 60 ? '0 * * * *' : `*/${minutes} * * * *` });
  }

  async add(
    tx: Tx,
    task: string,
    payload: Readonly<Record<string, unknown>>,
    { key, runAt }: JobOptions = {},
  ): Promise<void> {
    await tx.query(sql`
      select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json, run_at => ${runAt ?? null}::timestamptz, job_key => ${key ?? null}::text)`);
  }

  async start(): Promise<void> {
    this.runner = await run({
      ...this.options,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      taskList: this.tasks,
      parsedCronItems: parseCronItems(
        this.schedule.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } })),
      ),
    });
    for (const { task } of this.schedule) await this.runner.addJob(task, {}, { jobKey: `at-start:${task}` });
  }

  /** Does everything that is due now, in this process; for tests and commands. */
  async runDue(): Promise<void> {
    await runOnce({ ...this.options, taskList: this.tasks });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner?.stop();
    this.runner = undefined;
  }

  private get options() {
    const logger = new WorkerLogger(() => (level, message) => {
      if (level === 'error') this.log.error({ message: 'The job worker reports a fault.', fault: message });
    });
    return { connectionString: this.url, logger };
  }

  private get tasks(): TaskList {
    return Object.fromEntries(
      [...this.handlers].map(([name, handler]) => [
        name,
        async (payload: unknown) =>
          handler(typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {}),
      ]),
    );
  }
}
