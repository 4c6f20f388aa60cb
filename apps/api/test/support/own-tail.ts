import { setTimeout } from 'node:timers/promises';

import type { DataSource } from 'typeorm';

import { Tail } from '../../src/platform/tail/index.js';

/**
 * The tail of a test's own database. Test files share one server, on which a transaction in the database of another
 * file holds the order back until it ends; here a tick waits for those, and for none of its own database.
 */
export class OwnTail extends Tail {
  constructor(
    url: string,
    private readonly dataSource: DataSource,
  ) {
    super(url);
  }

  override async tick(): Promise<number> {
    const last = await this.lastToSeal();
    let sealed = await super.tick();
    while (this.leads && !(await this.isSealedTo(last))) {
      await setTimeout(10);
      sealed += await super.tick();
    }
    return sealed;
  }

  /** The last transaction with an activity that no transaction of this database can still precede. */
  private async lastToSeal(): Promise<string | null> {
    const [{ last }] = await this.dataSource.query(`
      select max(a.xid)::text as last from activities a
      where a.xid < all (select s.backend_xid::text::xid8 from pg_stat_activity s
                         where s.datname = current_database() and s.backend_xid is not null)`);
    return last;
  }

  private async isSealedTo(last: string | null): Promise<boolean> {
    if (last === null) return true;
    const [{ sealed }] = await this.dataSource.query(
      'select exists (select 1 from activity_seals where last_xid >= $1::xid8) as sealed',
      [last],
    );
    return sealed;
  }
}
