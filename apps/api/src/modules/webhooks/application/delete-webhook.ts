import { accept, type Accepted } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';

/** A program of the viewer's is told nothing any more. */
@Injectable()
export class DeleteWebhook {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: SignedInViewer, webhookId: string): Promise<Accepted<{ readonly webhookId: string }>> {
    return this.unitOfWork.run(async (tx) => {
      const gone = await tx.one(sql`
        with gone as (delete from webhooks where id = ${webhookId} and person_id = ${viewer.person.id} returning id) select id from gone`);
      if (gone === undefined) throw new NotFoundError('That webhook');
      return accept({ webhookId });
    });
  }
}
