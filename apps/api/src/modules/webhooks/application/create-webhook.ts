import { accept, createWebhook, type CreateWebhookRefusal, type Decision, type WebhookAsk } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId, sql, UnitOfWork } from '../../../platform/database/index.js';
import { LAST_SEALED } from '../../../platform/tail/index.js';
import { ACTIVITY_WORDS } from '../../activity/index.js';
import { WebhookSignature } from './webhook-signature.js';

export interface CreateWebhookCommand extends WebhookAsk {
  /** An idea, a project or an organisation; null for everything. */
  readonly aboutId: string | null;
}

/** From now on a program of the viewer's is told what happens. Only what everybody may see is sent. */
@Injectable()
export class CreateWebhook {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signature: WebhookSignature,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: CreateWebhookCommand,
  ): Promise<Decision<{ readonly webhookId: string; readonly secret: string }, CreateWebhookRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      // The lock keeps two requests from each making the last one.
      await tx.query(sql`select id from people where id = ${viewer.person.id} for no key update`);
      const held = await tx.one<{ count: number }>(
        sql`select count(*)::int from webhooks where person_id = ${viewer.person.id}`,
      );
      const decision = createWebhook(command, {
        held: held?.count ?? 0,
        known: (kind) => Object.hasOwn(ACTIVITY_WORDS, kind) && !kind.startsWith('vote.'),
      });
      if (!decision.ok) return decision;

      const webhookId = newId();
      await tx.query(sql`
        insert into webhooks (id, person_id, address, about_id, kinds, position)
        select ${webhookId}, ${viewer.person.id}, ${decision.value.address}, ${command.aboutId}, ${[...decision.value.kinds]}::text[],
          coalesce(${LAST_SEALED}, 0)`);
      return accept({ webhookId, secret: this.signature.secretOf(webhookId) });
    });
  }
}
