import pg from 'pg';

type Lent = Parameters<pg.Pool['connect']>[0];

/**
 * A pool for the job queue, which gives the connection it listens on back twice when that broke while the queue ends. The
 * second time would be an error that nobody waits for, and end the process.
 */
export class QueuePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(lent: NonNullable<Lent>): void;
  override connect(lent?: Lent): Promise<pg.PoolClient> | void {
    if (lent === undefined) return super.connect();
    super.connect((error, client, release) => {
      let isBack = false;
      lent(error, client, (why) => {
        if (!isBack) release(why);
        isBack = true;
      });
    });
  }
}
