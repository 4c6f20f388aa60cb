import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { SignInSettings } from '../../../platform/auth/index.js';
import { globalId, limit, sql, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Outgoing } from '../../../platform/outgoing/index.js';
import { LAST_SEALED, Tail } from '../../../platform/tail/index.js';
import { activityAddress, activitySubjectName, wordActivity } from '../../activity/index.js';
import { WebhookSignature } from './webhook-signature.js';

interface Webhook {
  readonly id: string;
  readonly address: string;
  readonly aboutId: string | null;
  readonly kinds: readonly string[];
  readonly position: string;
  readonly attempts: number;
}

interface Entry {
  readonly position: string;
  readonly id: string;
  readonly kind: string;
  readonly about: string | null;
  readonly address: string | null;
  readonly actor: string | null;
  readonly occurredAt: Date;
}

/** How far one look reads on in the log, whether or not anything in it is for the webhook. */
const WINDOW = 5_000;
const ENTRIES_AT_ONCE = 50;
/** Minutes until an answer is tried again: 1, 2, 4, ... up to half a day, for about three days. */
const ATTEMPTS = 16;
const LONGEST_WAIT_MINUTES = 720;

/**
 * Tells programs what happened, in the order of the sealed log, so that nothing that committed late is skipped. How far
 * each was told is one number; an entry that was answered and not yet noted is sent again with the same id.
 *
 * Votes are left out, as in feeds; and only what everybody may see is sent, read at the moment it leaves.
 */
@Injectable()
export class DeliverWebhooks {
  constructor(
    tail: Tail,
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly outgoing: Outgoing,
    private readonly signature: WebhookSignature,
    private readonly activity: ActivityLog,
    private readonly settings: SignInSettings,
  ) {
    tail.fold(async (client) => {
      // One look a second at most, however much is sealed; none where nobody is told.
      await client.query({
        name: 'fold_webhooks',
        text: `select graphile_worker.add_job('webhooks.look', '{}', job_key => 'webhooks.look', job_key_mode => 'preserve_run_at',
                 run_at => clock_timestamp() + interval '1 second')
               where exists (select from webhooks where stopped_at is null)`,
        values: [],
      });
    });
    jobs.task('webhooks.look', () => this.look());
    jobs.task('webhooks.deliver', ({ webhookId }) => this.deliver(String(webhookId)));
  }

  async look(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const due = await tx.query<{ id: string }>(sql`
        select id from webhooks where stopped_at is null and due_at <= clock_timestamp()
          and position < ${LAST_SEALED}`);
      for (const { id } of due) {
        await this.jobs.add(tx, 'webhooks.deliver', { webhookId: id }, { key: `webhook:${id}` });
      }
    });
  }

  /** Sends what a webhook was not told yet, until it is at the end of the log or does not answer. */
  async deliver(webhookId: string): Promise<void> {
    for (;;) {
      const next = await this.next(webhookId);
      if (next === null) return;
      const { webhook, entries, readTo } = next;
      for (const entry of entries) {
        if (!(await this.send(webhook, entry))) return this.postpone(webhook);
        await this.moveTo(webhook, entry.position);
      }
      await this.moveTo(webhook, readTo);
    }
  }

  private next(webhookId: string) {
    return this.unitOfWork.run(async (tx) => {
      const webhook = await tx.one<Webhook>(sql`
        select id, address, about_id as "aboutId", kinds, position::text, attempts from webhooks
        where id = ${webhookId} and stopped_at is null and due_at <= clock_timestamp()`);
      if (webhook === undefined) return null;
      const head = await tx.one<{ last: string }>(sql`
        select least(coalesce(${LAST_SEALED}, 0), ${webhook.position}::bigint + ${WINDOW})::text as last`);
      const last = head?.last ?? webhook.position;
      if (BigInt(last) <= BigInt(webhook.position)) return null;
      const entries = await tx.query<Entry>(sql`
        select p.position::text, a.id, a.kind, ${activitySubjectName(sql`a`)} as about, ${activityAddress(sql`a`)} as address,
          (select name from people where id = a.actor_id and deleted_at is null) as actor, a.occurred_at as "occurredAt"
        from activity_positions p join activities a on a.id = p.activity_id
        where p.position > ${webhook.position}::bigint and p.position <= ${last}::bigint
          and a.visibility = 'PUBLIC' and a.kind not like 'vote.%'
          and (${webhook.kinds.length === 0}::boolean or a.kind = any(${[...webhook.kinds]}::text[]))
          and (${webhook.aboutId}::uuid is null or ${webhook.aboutId}::uuid in (a.idea_id, a.venture_id, a.organisation_id))
        order by p.position ${limit(ENTRIES_AT_ONCE)}`);
      // A full page may have more behind it within the window.
      const readTo = entries.length === ENTRIES_AT_ONCE ? (entries.at(-1)?.position ?? last) : last;
      return { webhook, entries, readTo };
    });
  }

  private send(webhook: Webhook, entry: Entry): Promise<boolean> {
    const messageId = globalId('activity', entry.id);
    const body = JSON.stringify({
      type: entry.kind,
      timestamp: entry.occurredAt.toISOString(),
      data: {
        id: messageId,
        summary: wordActivity(entry.kind),
        subjectName: entry.about,
        actorName: entry.actor,
        url: entry.address === null ? null : `${this.settings.baseUrl}${entry.address}`,
      },
    });
    const headers = this.signature.headers(webhook.id, messageId, new Date(), body);
    return this.outgoing.deliver(webhook.address, body, headers);
  }

  private async moveTo(webhook: Webhook, position: string): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.query(sql`
        update webhooks set position = greatest(position, ${position}::bigint), attempts = 0 where id = ${webhook.id}`),
    );
  }

  /** Tries again later, and gives up on a program that did not answer for three days: its owner is told. */
  private async postpone({ id, attempts }: Webhook): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const minutes = Math.min(LONGEST_WAIT_MINUTES, 2 ** attempts);
      const row = await tx.one<{ personId: string; stopped: boolean; dueAt: Date }>(sql`
        with tried as (
          update webhooks set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(mins => ${minutes}),
            stopped_at = case when attempts + 1 >= ${ATTEMPTS} then app_now() end
          where id = ${id} returning person_id, stopped_at, due_at
        ) select person_id as "personId", stopped_at is not null as stopped, due_at as "dueAt" from tried`);
      if (row === undefined) return;
      if (!row.stopped) {
        await this.jobs.add(tx, 'webhooks.deliver', { webhookId: id }, { key: `webhook:${id}`, runAt: row.dueAt });
        return;
      }
      await this.activity.append(tx, {
        kind: 'webhook.stopped',
        subject: { type: 'Webhook', id },
        visibility: 'PRIVATE',
        tell: [row.personId],
      });
    });
  }
}
