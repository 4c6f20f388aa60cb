import { Injectable } from '@nestjs/common';

import { newId } from '../database/id.js';
import { sql } from '../database/sql.js';
import { allOrFirst } from '../database/together.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Activity, NewActivity } from './activity.js';
import { commitTo } from './commitment.js';

/** What follows from an activity within the same transaction. Throwing undoes the whole transaction. */
export type Consequence = (tx: Tx, activity: Activity) => Promise<void>;

/**
 * The append-only log that feeds, notifications, webhooks and audit are drawn from.
 *
 * Entries are rows of the transaction that made them true, and are not chained here: a chain would make every vote wait
 * for every other. The tail seals what is safely committed.
 */
@Injectable()
export class ActivityLog {
  private readonly consequences = new Map<string, Consequence[]>();

  /**
   * Registers what a later module does when an earlier one reports something: a round that succeeded founds a venture
   * without rounds knowing that ventures exist. Runs in the order of registration, inside the transaction.
   */
  whenever(kind: string, consequence: Consequence): void {
    this.consequences.set(kind, [...(this.consequences.get(kind) ?? []), consequence]);
  }

  async append(tx: Tx, entry: NewActivity): Promise<Activity> {
    const occurredAt = entry.occurredAt ?? (await tx.now());
    const activity: Activity = { ...entry, id: newId(), occurredAt };
    const content = {
      kind: entry.kind,
      subject: `${entry.subject.type}:${entry.subject.id}`,
      occurredAt: occurredAt.toISOString(),
      ...(entry.actorId === undefined ? {} : { actor: entry.actorId }),
      facts: entry.content ?? {},
    };
    const { salt, leaf } = commitTo(content);
    // What follows travels with it, and comes after it.
    await allOrFirst([this.write(tx, activity, salt, leaf, content), this.follow(tx, activity)]);
    return activity;
  }

  private async write(tx: Tx, entry: Activity, salt: Buffer, leaf: Buffer, content: object): Promise<void> {
    await tx.query(sql`
      with entry as (
        insert into activities (id, kind, subject_type, subject_id, idea_id, venture_id, organisation_id, actor_id, visibility, leaf, occurred_at)
        values (${entry.id}, ${entry.kind}, ${entry.subject.type}, ${entry.subject.id}, ${entry.ideaId ?? null}, ${entry.ventureId ?? null},
                ${entry.organisationId ?? null}, ${entry.actorId ?? null}, ${entry.visibility}, ${leaf}, ${entry.occurredAt})
        returning id
      )
      insert into activity_contents (activity_id, salt, content) select id, ${salt}, ${JSON.stringify(content)}::jsonb from entry`);
  }

  private async follow(tx: Tx, activity: Activity): Promise<void> {
    if (activity.tell !== undefined && activity.tell.length > 0) {
      await tx.query(sql`
        insert into activity_addressees (activity_id, person_id)
        select ${activity.id}, person_id from (select distinct unnest(${activity.tell}::uuid[]) as person_id) told order by person_id`);
    }
    for (const consequence of this.consequences.get(activity.kind) ?? []) await consequence(tx, activity);
  }
}
