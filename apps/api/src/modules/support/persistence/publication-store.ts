import { type GateGlance, SUPPORT_GROUPS, type PublicationFacts, type SupportGroup } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asked, limit, raw, sql, type Sql, type Tx } from '../../../platform/database/index.js';

/**
 * A row of `votes` waits to be counted in public; or is still counted and was taken back. Votes without an account are
 * counted apart, by rules of their own.
 */
const WAITING = raw(`published_at is null and withdrawn_at is null and set_aside_at is null and source = 'PERSON'`);
const LEAVING = raw(`published_at is not null and withdrawn_at is not null and unpublished_at is null`);
const JOINED = raw(`not told and withdrawn_at is null and set_aside_at is null and source = 'PERSON'`);
const GONE = raw(`told and (withdrawn_at is not null or set_aside_at is not null)`);
const GROUP = raw(`case answer when 'SUPPORT' then perspective else answer end`);
const TODAY = raw(`(date_trunc('day', app_now() at time zone 'UTC') at time zone 'UTC')`);

/**
 * What decides whether more votes of each idea may be published, and whether its gate is worth asking, a row an idea. Each
 * part reads an index that holds few votes.
 */
export function publicationFacts(ideaIds: readonly string[]): Sql {
  const idea = raw('asked.key::uuid');
  const groupsOf = (condition: Sql) => sql`
    coalesce((select jsonb_object_agg(g.name, g.votes) from (
      select ${GROUP} as name, count(*)::int as votes from votes where idea_id = ${idea} and ${condition} group by 1) g), '{}')`;
  return sql`
    select asked.key,
      (select count(distinct p.who)::int from (
        select coalesce(person_id, id) as who from votes where idea_id = ${idea} and source = 'PERSON' and published_at > since.at
        union all
        select coalesce(person_id, id) from votes where idea_id = ${idea} and source = 'PERSON' and unpublished_at > since.at
        union all
        select coalesce(person_id, id) from votes where idea_id = ${idea} and ${WAITING}
        union all
        select coalesce(person_id, id) from votes where idea_id = ${idea} and ${LEAVING}) p) as people,
      come.votes + gone.votes as waiting, coalesce(least(come.since, gone.since) < ${TODAY}, false) as "sinceEarlierDay",
      coalesce(case when told.idea_id is not null then to_jsonb(told) end, '{}') as told, ${groupsOf(JOINED)} as joined, ${groupsOf(GONE)} as gone,
      gate.stage, gate.needed as "adoptionInterestsNeeded",
      (select count(*)::int from adoption_interests where idea_id = ${idea} and withdrawn_at is null) as "adoptionInterests"
    from ${asked(ideaIds)} left join lateral (select * from support_told where idea_id = ${idea} limit 1) told on true
      cross join lateral (select coalesce(told.told_at, '-infinity') as at) since
      cross join lateral (select count(*)::int as votes, min(created_at) as since from votes where idea_id = ${idea} and ${WAITING}) come
      cross join lateral (select count(*)::int as votes, min(withdrawn_at) as since from votes where idea_id = ${idea} and ${LEAVING}) gone
      left join lateral (select i.stage, p.adoption_interests as needed from ideas i join gate_policies p on p.version = i.gate_policy
        where i.id = ${idea} limit 1) gate on true`;
}

export interface PublicationRow extends Record<string, unknown>, GateGlance {
  /** The idea. */
  readonly key: string;
  readonly people: number;
  readonly waiting: number;
  readonly sinceEarlierDay: boolean;
  readonly told: Readonly<Record<string, number>>;
  readonly joined: Readonly<Partial<Record<SupportGroup, number>>>;
  readonly gone: Readonly<Partial<Record<SupportGroup, number>>>;
}

export function factsOf({ people, waiting, sinceEarlierDay, told, joined, gone }: PublicationRow): PublicationFacts {
  const groups = SUPPORT_GROUPS.map((group) => {
    const before = told[group.toLowerCase()] ?? 0;
    return [group, { told: before, now: before + (joined[group] ?? 0) - (gone[group] ?? 0) }] as const;
  });
  return {
    people,
    waiting,
    sinceEarlierDay,
    groups: Object.fromEntries(groups) as unknown as PublicationFacts['groups'],
  };
}

@Injectable()
export class PublicationStore {
  /** Takes the right to publish votes of an idea; false when somebody else holds it, who then sees to it. */
  async lock(tx: Tx, ideaId: string): Promise<boolean> {
    await tx.query(sql`insert into support_told (idea_id) values (${ideaId}) on conflict do nothing`);
    const row = await tx.one(sql`select idea_id from support_told where idea_id = ${ideaId} for update skip locked`);
    return row !== undefined;
  }

  async facts(tx: Tx, ideaId: string): Promise<PublicationFacts> {
    const row = await tx.one<PublicationRow>(publicationFacts([ideaId]));
    if (row === undefined) throw new Error('The database answered a question without conditions with nothing.');
    return factsOf(row);
  }

  /** Counts in public what waited, and no longer what was taken back. */
  async release(tx: Tx, ideaId: string): Promise<void> {
    await tx.query(sql`
      with come as (
        update votes set published_at = app_now() where idea_id = ${ideaId} and ${WAITING}
        returning (answer = 'SUPPORT' and source = 'PERSON')::int as support
      ), gone as (
        update votes set unpublished_at = app_now() where idea_id = ${ideaId} and ${LEAVING}
        returning (answer = 'SUPPORT' and source = 'PERSON')::int as support
      )
      insert into vote_counters (idea_id, slot, waiting)
      select ${ideaId}::uuid, 0, coalesce((select sum(support) from gone), 0) - coalesce((select sum(support) from come), 0)
      on conflict (idea_id, slot) do update set waiting = vote_counters.waiting + excluded.waiting`);
  }

  /**
   * Tells the numbers of some groups anew and begins the next group of people. Counted from the votes that are marked here,
   * so that the numbers and the votes they stand for cannot part, whoever votes meanwhile.
   */
  async tell(tx: Tx, ideaId: string, tell: readonly SupportGroup[], facts: PublicationFacts): Promise<void> {
    const mark = (told: boolean, which: Sql) =>
      tx.query<{ name: SupportGroup; votes: number }>(sql`
      with marked as (
        update votes set told = ${told} where idea_id = ${ideaId} and ${which} and ${GROUP} = any(${[...tell]}::text[]) returning ${GROUP} as name
      )
      select name, count(*)::int as votes from marked group by name`);
    const joined = tell.length === 0 ? [] : await mark(true, sql`${JOINED} and published_at is not null`);
    const gone = tell.length === 0 ? [] : await mark(false, GONE);
    const changes = [
      ...joined.map(({ name, votes }) => ({ column: raw(name.toLowerCase()), by: votes })),
      ...gone.map(({ name, votes }) => ({ column: raw(name.toLowerCase()), by: -votes })),
    ];
    for (const { column, by } of changes) {
      await tx.query(sql`update support_told set ${column} = ${column} + ${by} where idea_id = ${ideaId}`);
    }
    const { LIVED_EXPERIENCE, WOULD_NOT_HELP, COULD_HARM } = facts.groups;
    await tx.query(sql`
      update support_told set voices = ${LIVED_EXPERIENCE.now + WOULD_NOT_HELP.now + COULD_HARM.now}, told_at = app_now() where idea_id = ${ideaId}`);
  }

  /** Ideas with votes that waited for their day to end. */
  async due(tx: Tx, most: number): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select distinct idea_id as id from votes where ${WAITING} and created_at < ${TODAY}
      union select idea_id from votes where ${LEAVING} and withdrawn_at < ${TODAY} ${limit(most)}`);
    return rows.map(({ id }) => id);
  }
}
