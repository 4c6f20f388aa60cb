import pg from 'pg';

/** Any number that only the workers of this product use. */
const PRESENCE_LOCK = 4_841_003;
const LOOKS_EVERY_MS = 5_000;
const CONNECT_MS = 10_000;

/**
 * Says for as long as this process lives that its worker does, and gives back what the workers of killed processes
 * had taken: the queue itself would keep a job for a dead worker for four hours.
 *
 * A worker is present while somebody holds the advisory lock of its id; the lock goes with the connection, whatever
 * ended it. A job that is given back too soon runs twice, which every job has to bear.
 */
export class Presence {
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly workerId: string,
    private readonly report: (fault: string) => void,
  ) {}

  async begin(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), LOOKS_EVERY_MS);
    this.timer.unref();
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private look(): Promise<void> {
    this.looking ??= this.giveBack()
      .catch(async (error: unknown) => {
        this.report(error instanceof Error ? error.message : 'unknown');
        const { client } = this;
        this.client = undefined;
        await client?.end().catch(() => undefined);
      })
      .finally(() => {
        this.looking = undefined;
      });
    return this.looking;
  }

  private async giveBack(): Promise<void> {
    const client = await this.present();
    // Only what was taken a moment ago can be a worker's that has not said yet that it lives.
    const { rows } = await client.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker.jobs
       where locked_by like 'pool-%' and locked_by <> $1 and locked_at < clock_timestamp() - interval '3 seconds'`,
      [this.workerId],
    );
    for (const { id } of rows) {
      await client.query(
        `select graphile_worker.force_unlock_workers(array[$2]) where pg_try_advisory_xact_lock($1, hashtext($2))`,
        [PRESENCE_LOCK, id],
      );
    }
  }

  private async present(): Promise<pg.Client> {
    if (this.client !== undefined) return this.client;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'openimpact-jobs',
      connectionTimeoutMillis: CONNECT_MS,
    });
    client.on('error', () => {
      this.client = undefined;
    });
    await client.connect();
    await client.query('select pg_advisory_lock($1, hashtext($2))', [PRESENCE_LOCK, this.workerId]);
    this.client = client;
    return client;
  }
}
