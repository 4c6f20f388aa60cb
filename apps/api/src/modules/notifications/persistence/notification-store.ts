import type { EmailFrequency, FollowReason, HeardReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { limit, raw, sql, type Tx } from '../../../platform/database/index.js';

/** An entry of the log as far as it decides who hears of it. */
export interface Spreading {
  readonly id: string;
  readonly kind: string;
  readonly visibility: 'PUBLIC' | 'ORGANISATION' | 'PRIVATE';
  /** Everything whose followers hear of it. An idea that was merged is talked about at another, where they can stop too. */
  readonly subjects: readonly { readonly id: string; readonly nowAt: string }[];
  /** Who did it, also where the log does not say so: nobody is told what they just did. */
  readonly doneBy: string | null;
}

/** Somebody who is to hear of it, and how they want to. */
export interface Hearer {
  readonly personId: string;
  readonly reason: HeardReason;
  readonly email: EmailFrequency;
  readonly news: boolean;
  readonly canBeMailed: boolean;
  readonly here: boolean;
}

const WHOSE_NEWS = { CLOSE: raw(`f.reason in ('AUTHOR', 'CHOSEN')`), EVERYBODY: raw('true'), NOBODY: raw('false') };

function audienceOf(reasons: readonly FollowReason[]) {
  if (reasons.length === 0) return WHOSE_NEWS.NOBODY;
  return reasons.includes('VOTED') ? WHOSE_NEWS.EVERYBODY : WHOSE_NEWS.CLOSE;
}

@Injectable()
export class NotificationStore {
  async spreading(tx: Tx, activityId: string): Promise<Spreading | undefined> {
    return tx.one(sql`
      select a.id, a.kind, a.visibility,
        coalesce(a.actor_id, (select c.person_id from comments c where c.id = a.subject_id and a.kind like 'comment.%')) as "doneBy",
        (with about (id) as (
          select a.idea_id where a.idea_id is not null
          union select served.idea_id from venture_ideas served where served.venture_id = a.venture_id
          -- a merge is about both, also once it is undone
          union select (c.content -> 'facts' ->> side)::uuid from activity_contents c, (values ('from'), ('into')) as sides (side)
            where c.activity_id = a.id and a.kind like 'merge.%'
        ), subjects (id, now_at) as (
          select a.venture_id, a.venture_id where a.venture_id is not null
          union select id, id from about
          -- who followed an idea before it was merged follows what it became
          union select together.id, about.id from about, unnest(ideas_together(about.id)) as together (id)
          union select a.organisation_id, a.organisation_id where a.organisation_id is not null and a.idea_id is null and a.venture_id is null
        ) select coalesce(json_agg(json_build_object('id', s.id, 'nowAt', s.now_at)), '[]') from subjects s) as subjects
      from activities a where a.id = ${activityId}`);
  }

  /**
   * The next people who hear of it, in the order of their ids, and what decides how. Each subject's followers are read
   * from the index in that order, so that the thousandth batch costs what the first did.
   */
  async hearers(
    tx: Tx,
    { id, subjects }: Spreading,
    audience: readonly FollowReason[],
    after: string,
    most: number,
  ): Promise<readonly Hearer[]> {
    return tx.query(sql`
      with heard as (
        select distinct on (person_id) person_id, reason from (
          select each.person_id, each.reason, 2 as rank from unnest(${subjects.map((subject) => subject.id)}::uuid[], ${subjects.map(({ nowAt }) => nowAt)}::uuid[]) as subject (id, now_at) cross join lateral (
            select f.person_id, f.reason from follows f
            where f.subject_id = subject.id and not f.stopped and ${audienceOf(audience)} and f.person_id > ${after}::uuid
              and not exists (select from follows s where s.subject_id = subject.now_at and s.person_id = f.person_id and s.stopped)
            order by f.person_id ${limit(most)}) each
          union all
          (select told.person_id, 'TOLD', 1 from activity_addressees told
           where told.activity_id = ${id} and told.person_id > ${after}::uuid order by told.person_id ${limit(most)})
        ) found order by person_id, rank ${limit(most)}
      )
      select h.person_id as "personId", h.reason, coalesce(s.email, 'WEEKLY') as email, coalesce(s.news, true) as news,
        coalesce(u.email_verified, false) as "canBeMailed", p.deleted_at is null as here
      from heard h join people p on p.id = h.person_id
        left join notification_settings s on s.person_id = h.person_id
        left join auth_users u on u.id = h.person_id
      order by h.person_id`);
  }

  async add(
    tx: Tx,
    activityId: string,
    heard: readonly { readonly personId: string; readonly reason: HeardReason; readonly gathered: boolean }[],
  ): Promise<void> {
    await tx.query(sql`
      insert into notifications (person_id, activity_id, reason, gathered, created_at)
      select person_id, a.id, reason, gathered, case when a.kind like 'comment.%' and a.actor_id is null then app_now() else a.occurred_at end
      from unnest(${heard.map(({ personId }) => personId)}::uuid[], ${heard.map(({ reason }) => reason)}::text[], ${heard.map(({ gathered }) => gathered)}::boolean[])
        as told (person_id, reason, gathered), activities a
      where a.id = ${activityId}
      on conflict on constraint notifications_once_per_person_key do nothing`);
  }

  /** From now on a mail that gathers news is due to these people, unless one is already. */
  async gather(tx: Tx, personIds: readonly string[], dueAt: Date | null): Promise<void> {
    if (dueAt === null || personIds.length === 0) return;
    await tx.query(sql`
      insert into digests_due (person_id, due_at) select person_id, ${dueAt} from unnest(${personIds}::uuid[]) as person_id
      on conflict on constraint digests_due_pk do nothing`);
  }
}
