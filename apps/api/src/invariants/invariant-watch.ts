import { Injectable, Logger } from '@nestjs/common';

import { ActivityLog } from '../platform/activity/index.js';
import { newId, Reader, sql, UnitOfWork } from '../platform/database/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { checkInvariants } from './index.js';

/** What a watch found: nothing broken, or the numbers of the promises that do not hold. */
export type WatchFinding = readonly string[];

/**
 * Asks every invariant each hour and raises the alarm: in the log, in the metrics (`openimpact_invariants_broken`) and
 * to every steward. A promise that does not hold is asked about again first, because two statements see two moments.
 */
@Injectable()
export class InvariantWatch {
  private readonly log = new Logger(InvariantWatch.name);

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    jobs.every('invariants.watch', 60, async () => void (await this.look()));
  }

  async look(): Promise<WatchFinding> {
    let broken = await this.broken();
    if (broken.length > 0) broken = await this.broken();
    const before = await this.reader.one<{ broken: string[] }>(
      sql`select broken from invariant_checks order by checked_at desc limit 1`,
    );
    await this.unitOfWork.run(async (tx) => {
      await tx.query(sql`
        insert into invariant_checks (checked_at, broken) values (clock_timestamp(), ${broken}::text[]) on conflict do nothing`);
      // A month of answers is enough to see since when.
      await tx.query(sql`delete from invariant_checks where checked_at < statement_timestamp() - interval '31 days'`);
      const news = broken.filter((id) => !(before?.broken ?? []).includes(id));
      if (news.length === 0) return;
      const stewards = await tx.query<{ id: string }>(
        sql`select id from people where steward and deleted_at is null order by id`,
      );
      await this.activity.append(tx, {
        kind: 'invariants.broken',
        subject: { type: 'InvariantCheck', id: newId() },
        visibility: 'PRIVATE',
        content: { broken },
        tell: stewards.map((steward) => steward.id),
      });
    });
    if (broken.length > 0) {
      this.log.error({
        message: 'Promises about money do not hold. Run “npm run -s openimpact -- invariants” and see the guide.',
        broken,
      });
    }
    return broken;
  }

  private async broken(): Promise<readonly string[]> {
    const results = await this.reader.patiently((reader) => checkInvariants(reader));
    return results.filter(({ violations }) => violations.length > 0).map(({ id }) => id);
  }
}
