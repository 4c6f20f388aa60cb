import { accept, type Accepted } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';

/** The viewer has seen some of their notifications, or all there are. Read ones need not be mailed any more. */
@Injectable()
export class MarkNotificationsRead {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: SignedInViewer, tokens: readonly string[] | null): Promise<Accepted<true>> {
    return this.unitOfWork.run(async (tx) => {
      await tx.query(sql`
        update notifications set read_at = app_now(), gathered = false
        where person_id = ${viewer.person.id} and read_at is null and (${tokens === null}::boolean or token = any(${tokens ?? []}::uuid[]))`);
      return accept(true);
    });
  }
}
