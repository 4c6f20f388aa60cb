import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';

export interface NameStewardCommand {
  readonly handle: string;
  readonly steward: boolean;
  /** Named for reports that somebody may be at risk. */
  readonly safeguarding: boolean;
}

/**
 * The operator says who is on the site team. Nobody on it can: whoever could name a second person alone could be both.
 * Only by command on the machine, and in the log.
 */
@Injectable()
export class NameSteward {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly activity: ActivityLog,
  ) {}

  /** False when nobody has the handle. */
  execute({ handle, steward, safeguarding }: NameStewardCommand): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const person = await tx.one<{ id: string }>(sql`
        update people set steward = ${steward}, safeguarding = ${steward && safeguarding}
        where handle = ${handle} and deleted_at is null returning id`);
      if (person === undefined) return false;
      await this.activity.append(tx, {
        kind: steward ? 'steward.named' : 'steward.released',
        subject: { type: 'Person', id: person.id },
        visibility: 'PUBLIC',
        content: { safeguarding },
        tell: [person.id],
      });
      return true;
    });
  }
}
