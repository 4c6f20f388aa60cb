import { DAYS_A_USE_HOLDS } from '@openimpact/domain';
import { Injectable, Logger } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { limit, Reader, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { UseStore } from '../persistence/use-store.js';

/** As many are looked at in one go; the rest an hour later. */
const AT_ONCE = 500;

/** Asks organisations whose word about a use has ended for it again: once a year and use, until they say it or end it. */
@Injectable()
export class RemindOfUses {
  private readonly log = new Logger(RemindOfUses.name);

  constructor(
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly uses: UseStore,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    jobs.every('components.remind-of-uses', 60, () => this.execute());
  }

  async execute(): Promise<void> {
    const due = await this.reader.query<{ id: string }>(sql`
      select id from component_uses
      where ended_at is null and greatest(confirmed_at, reminded_at) <= app_now() - make_interval(days => ${DAYS_A_USE_HOLDS})
      order by greatest(confirmed_at, reminded_at) ${limit(AT_ONCE)}`);
    for (const { id } of due) {
      // One that fails must not keep the others from being reminded.
      await this.unitOfWork
        .run(async (tx) => ({ ok: true, value: await this.remind(tx, id) }))
        .catch((error: unknown) => {
          this.log.error({ message: 'A reminder of a use failed.', id, fault: String(error) });
        });
    }
  }

  private async remind(tx: Tx, id: string): Promise<boolean> {
    // Whoever confirmed it, ended it or was reminded since it was read is not asked.
    const use = await this.uses.remind(tx, id, DAYS_A_USE_HOLDS);
    if (use === undefined) return false;
    await this.activity.append(tx, {
      kind: 'component.use_to_confirm',
      subject: { type: 'Component', id: use.componentId },
      organisationId: use.organisationId,
      visibility: 'PRIVATE',
      tell: await this.uses.peopleOf(tx, use.organisationId),
      content: { useId: id, confirmedOn: use.confirmedOn },
    });
    return true;
  }
}
