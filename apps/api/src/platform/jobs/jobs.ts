import { EventEmitter } from 'node:events';

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  Logger as WorkerLogger,
  parseCronItems,
  run,
  type Runner,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';

import { sql } from '../database/sql.js';
import { survivesBroken } from '../database/survive.js';
import type { Tx } from '../database/unit-of-work.js';
import { Presence } from './presence.js';
import { QueuePool } from './queue-pool.js';

/** Work that runs after a commit, at least once: it must be harmless when it runs again. Payloads hold ids, never text about people. */
export type JobHandler = (payload: Readonly<Record<string, unknown>>) => Promise<void>;

export interface JobOptions {
  /** One waiting job a key: adding it again replaces the one that waits. */
  readonly key?: string;
  readonly runAt?: Date;
}

const CONCURRENCY = 2;
const RETRY_MS = 1_000;
const CONNECT_MS = 10_000;

/** Background work in the same database: a job is a row of the transaction that asks for it, so neither is lost without the other. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly log = new Logger(Jobs.name);
  private readonly handlers = new Map<string, JobHandler>();
  private readonly schedule: { task: string; match: string }[] = [];
  private runner: Runner | undefined;
  private presence: Presence | undefined;
  private pool: pg.Pool | undefined;
  private stopped = false;

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
    const runner = await this.begin();
    for (const { task } of this.schedule) await runner.addJob(task, {}, { jobKey: `at-start:${task}` });
  }

  private async begin(): Promise<Runner> {
    const events = new EventEmitter() as WorkerEvents;
    events.once('pool:create', ({ workerPool }) => {
      this.presence = new Presence(this.url, workerPool.id, (fault) =>
        this.log.warn({ message: 'The jobs of killed processes could not be looked for.', fault }),
      );
    });
    const runner = await run({
      logger: this.workerLog,
      pgPool: this.ownPool(),
      events,
      concurrency: CONCURRENCY,
      noHandleSignals: true,
      taskList: this.tasks,
      // Written down one by one, what became of a job is a promise that nobody waits for: where the database is away
      // then, its failure ends the process. In batches, be they of one, it ends the worker, which begins again.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      parsedCronItems: parseCronItems(
        this.schedule.map(({ task, match }) => ({ task, match, options: { backfillPeriod: 0 } })),
      ),
    });
    this.runner = runner;
    await this.presence?.begin();
    // It ends by itself when it cannot write down what became of a job: the database was away for long.
    void runner.promise.then(
      () => this.beginAgain(),
      () => this.beginAgain(),
    );
    return runner;
  }

  private async beginAgain(): Promise<void> {
    while (!this.stopped) {
      await this.presence?.end();
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      if (this.stopped) return;
      try {
        await this.begin();
        return;
      } catch (error) {
        this.log.error({
          message: 'The job worker could not begin again; it is tried.',
          fault: error instanceof Error ? error.message : 'unknown',
        });
      }
    }
  }

  /** Does everything that is due now, in this process; for tests and commands. */
  async runDue(): Promise<void> {
    await runOnce({ connectionString: this.url, logger: this.workerLog, taskList: this.tasks });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    // One that ended by itself says so when it is told to stop.
    await this.runner?.stop().catch(() => undefined);
    await this.presence?.end();
    await this.pool?.end();
    this.pool = undefined;
    this.runner = undefined;
  }

  private get workerLog(): WorkerLogger {
    return new WorkerLogger(() => (level, message) => {
      if (level === 'error') this.log.error({ message: 'The job worker reports a fault.', fault: message });
    });
  }

  /** The queue's own pool stops listening to faults before its connections have ended, and one then ends the process. */
  private ownPool(): pg.Pool {
    this.pool ??= survivesBroken(
      new QueuePool({
        connectionString: this.url,
        application_name: 'openimpact-jobs',
        connectionTimeoutMillis: CONNECT_MS,
      }),
    );
    return this.pool;
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
