import { randomInt, randomUUID } from 'node:crypto';

import { pseudonymFrom, type Perspective, type Vote, type VoteAnswer, type VoteSource } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { empty, newId, raw, sql, type Sql, type Tx } from '../../../platform/database/index.js';
import { coAuthorsOf } from '../../ideas/index.js';

/** What a vote adds to, or takes from, the counters of its idea. */
export interface CountedVote {
  readonly ideaId: string;
  readonly perspective: Perspective;
  readonly answer: VoteAnswer;
  readonly source: VoteSource;
}

export interface StandingVote extends CountedVote {
  readonly id: string;
  /** The vote on another idea that this one was carried here from. */
  readonly carriedFromId: string | null;
}

export interface Voter {
  /** What the database's clock says. */
  readonly now: Date;
  readonly emailVerified: boolean;
  readonly hasVote: boolean;
  readonly organisationsHeld: readonly string[];
  readonly coAuthorIds: readonly string[];
}

const SLOTS = 8;
const ATTEMPTS_AT_A_PSEUDONYM = 8;

@Injectable()
export class VoteStore {
  /**
   * What rules ask about a voter, and who writes the idea beside its author, at this moment. Membership of the organisation
   * named is kept from ending until the transaction does: a vote for an organisation one left a second ago is not one.
   */
  async voter(tx: Tx, ideaId: string, personId: string, organisationId: string | null): Promise<Voter> {
    const [, row] = await Promise.all([
      organisationId === null
        ? undefined
        : tx.query(sql`
            select id from memberships where person_id = ${personId} and organisation_id = ${organisationId} and left_at is null for share`),
      tx.one<Voter>(sql`
        select app_now() as now,
          not exists (select from auth_users where id = ${personId} and not email_verified) as "emailVerified",
          exists (select from votes where idea_id = ${ideaId} and person_id = ${personId} and withdrawn_at is null) as "hasVote",
          array(select organisation_id from memberships where person_id = ${personId} and left_at is null) as "organisationsHeld",
          ${coAuthorsOf(sql`${ideaId}`)} as "coAuthorIds"`),
    ]);
    if (row === undefined) throw new Error('The database answered a question without conditions with nothing.');
    return row;
  }

  /**
   * Adds a vote, its event and its count in one statement. `votes_one_per_person_per_idea_key` stops a second one.
   *
   * A vote with a name is public at once, as its name is; any other waits for company (`PublishSupport`). One that was
   * taken back and is still counted in public goes when the next of the same person comes: nobody is counted twice.
   */
  async add(tx: Tx, vote: Vote): Promise<void> {
    const id = newId();
    const atOnce = vote.shownAs === 'NAME' || vote.source === 'IMPORT';
    await tx.query(sql`
      with at as materialized (select app_now() as now), vote as (
        insert into votes (id, idea_id, person_id, token, perspective, answer, why, shown_as, organisation_id, source, created_at, published_at)
        select ${id}, ${vote.ideaId}, ${vote.personId}, ${randomUUID()}, ${vote.perspective}, ${vote.answer}, ${vote.why},
                ${vote.shownAs}, ${vote.organisationId}, ${vote.source}, at.now, case when ${atOnce} then at.now end
          from at
        returning id, idea_id, created_at
      ), event as (
        insert into vote_events (id, idea_id, vote_id, kind, occurred_at) select ${newId()}, idea_id, id, 'CAST', created_at from vote
      ), gone as (
        update votes set unpublished_at = app_now()
        where ${atOnce} and idea_id = ${vote.ideaId} and person_id = ${vote.personId} and published_at is not null
          and withdrawn_at is not null and unpublished_at is null
        returning (answer = 'SUPPORT' and source = 'PERSON')::int as support
      )
      ${this.count(vote, 1, atOnce ? sql`(select coalesce(sum(support), 0) from gone)` : sql`1`)}`);
  }

  /** The person's vote on an idea, locked; null when there is none. */
  async lock(tx: Tx, ideaId: string, personId: string): Promise<StandingVote | null> {
    const row = await tx.one<StandingVote>(sql`
      select id, idea_id as "ideaId", perspective, answer, source, carried_from_id as "carriedFromId" from votes
      where idea_id = ${ideaId} and person_id = ${personId} and withdrawn_at is null and set_aside_at is null for update`);
    return row ?? null;
  }

  /** One vote of a person by its id, locked, while it stands. */
  async standing(tx: Tx, voteId: string, personId: string): Promise<StandingVote | null> {
    const row = await tx.one<StandingVote>(sql`
      select id, idea_id as "ideaId", perspective, answer, source, carried_from_id as "carriedFromId" from votes
      where id = ${voteId} and person_id = ${personId} and withdrawn_at is null and set_aside_at is null for update`);
    return row ?? null;
  }

  /** Takes a vote back. That somebody changed their mind is nobody else's news, so the public counts let it go with others. */
  async withdraw(tx: Tx, vote: StandingVote): Promise<void> {
    await tx.query(sql`
      with vote as (
        update votes set withdrawn_at = app_now(), unpublished_at = case when source = 'IMPORT' then app_now() end
        where id = ${vote.id} returning id, idea_id, withdrawn_at
      ), event as (
        insert into vote_events (id, idea_id, vote_id, kind, occurred_at) select ${newId()}, idea_id, id, 'WITHDRAWN', withdrawn_at from vote
      )
      ${this.count(vote, -1, sql`-1`)}`);
  }

  /**
   * Lets a standing vote count for nothing, or counts it again. It stays in the log either way, and nobody else votes in
   * its place. Whoever decides this says why; that is theirs to keep. False when the vote is not in the other state.
   */
  async setAside(tx: Tx, voteId: string, aside: boolean): Promise<boolean> {
    const vote = await tx.one<StandingVote & { readonly published: boolean }>(sql`
      update votes set
        set_aside_at = case when ${aside} then app_now() end,
        unpublished_at = case when ${aside} and published_at is not null then app_now() end
      where id = ${voteId} and withdrawn_at is null and (set_aside_at is null) = ${aside}
      returning id, idea_id as "ideaId", perspective, answer, source, carried_from_id as "carriedFromId", published_at is not null as published`);
    if (vote === undefined) return false;
    const by = aside ? -1 : 1;
    await tx.query(sql`
      with event as (
        insert into vote_events (id, idea_id, vote_id, kind, occurred_at)
        values (${newId()}, ${vote.ideaId}, ${vote.id}, ${aside ? 'SET_ASIDE' : 'RESTORED'}, app_now())
      )
      ${this.count(vote, by, vote.published ? empty : sql`${by}`)}`);
    return true;
  }

  /**
   * Carries the standing votes of one idea to another that it goes up in: each person once, and not those who write the
   * other one. The votes stay where they were cast; what is added leads back to them. The caller holds both ideas' locks.
   *
   * Whose account is gone is not carried: nobody can say whether they voted on both. Words stay with the vote they were
   * said with and are shown from there, so that one text under two pseudonyms does not join them.
   */
  async carry(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await this.holdPublication(tx, intoId);
    const rows = await tx.query<{ id: string; personId: string | null; shownAs: string }>(sql`
      select v.id, v.person_id as "personId", v.shown_as as "shownAs" from votes v
      where v.idea_id = ${fromId} and v.person_id is not null and v.withdrawn_at is null and v.set_aside_at is null
        and not exists (select from votes o where o.idea_id = ${intoId} and o.person_id = v.person_id and o.withdrawn_at is null)
        and not exists (select from ideas i where i.id = ${intoId} and i.author_id = v.person_id)
        and not exists (select from idea_co_authors c where c.idea_id = ${intoId} and c.person_id = v.person_id)
      order by v.id`);
    if (rows.length === 0) return;
    for (const { personId, shownAs } of rows) {
      if (personId !== null && shownAs === 'PSEUDONYM') await this.pseudonym(tx, intoId, personId);
    }
    const ids = rows.map(() => newId());
    await tx.query(sql`
      insert into votes (id, idea_id, person_id, token, perspective, answer, why, shown_as, organisation_id, source, created_at, published_at, carried_from_id)
      select c.id, ${intoId}, v.person_id, gen_random_uuid(), v.perspective, v.answer, '', v.shown_as, v.organisation_id, v.source, app_now(),
        case when v.shown_as = 'NAME' or v.source = 'IMPORT' then app_now() end, v.id
      from unnest(${ids}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) as c (id, origin) join votes v on v.id = c.origin`);
    await this.record(tx, ids, 'CAST');
    await this.countAgain(tx, intoId);
  }

  /** Takes out what `carry` added and still stands. The votes of the other idea never left it. */
  async carryBack(tx: Tx, fromId: string, intoId: string): Promise<void> {
    await this.holdPublication(tx, intoId);
    const rows = await tx.query<{ id: string }>(sql`
      update votes v set withdrawn_at = app_now(), unpublished_at = case when v.source = 'IMPORT' then app_now() end
      from votes origin
      where origin.id = v.carried_from_id and origin.idea_id = ${fromId} and v.idea_id = ${intoId} and v.withdrawn_at is null
      returning v.id`);
    await this.record(
      tx,
      rows.map(({ id }) => id),
      'WITHDRAWN',
    );
    await this.countAgain(tx, intoId);
  }

  /** Keeps votes of an idea from being published while they are counted again. */
  private async holdPublication(tx: Tx, ideaId: string): Promise<void> {
    await tx.query(sql`insert into support_told (idea_id) values (${ideaId}) on conflict do nothing`);
    await tx.query(sql`select idea_id from support_told where idea_id = ${ideaId} for update`);
  }

  async recordWithdrawal(tx: Tx, voteId: string): Promise<void> {
    await this.record(tx, [voteId], 'WITHDRAWN');
  }

  /** Adds a vote of somebody without an account. It is counted apart, so no counter of the idea changes. */
  async addApart(
    tx: Tx,
    vote: Pick<CountedVote, 'ideaId' | 'perspective' | 'answer'> &
      (
        | { readonly source: 'SESSION'; readonly sessionId: string; readonly voter: Buffer }
        | { readonly source: 'RECORDED'; readonly recordedById: string; readonly organisationId: string }
      ),
  ): Promise<void> {
    const id = newId();
    const session = vote.source === 'SESSION' ? vote : null;
    const recorded = vote.source === 'RECORDED' ? vote : null;
    await tx.query(sql`
      insert into votes (id, idea_id, token, perspective, answer, shown_as, source, created_at, session_id, session_voter, recorded_by_id, recorded_for_id)
      values (${id}, ${vote.ideaId}, ${randomUUID()}, ${vote.perspective}, ${vote.answer}, 'PSEUDONYM', ${vote.source}, app_now(),
        ${session?.sessionId ?? null}, ${session?.voter ?? null}, ${recorded?.recordedById ?? null}, ${recorded?.organisationId ?? null})`);
    await this.record(tx, [id], 'CAST');
  }

  private async record(tx: Tx, voteIds: readonly string[], kind: 'CAST' | 'WITHDRAWN'): Promise<void> {
    await tx.query(sql`
      insert into vote_events (id, idea_id, vote_id, kind, occurred_at)
      select e.id, v.idea_id, v.id, ${kind}, app_now()
      from unnest(${voteIds.map(() => newId())}::uuid[], ${[...voteIds]}::uuid[]) as e (id, vote) join votes v on v.id = e.vote`);
  }

  /** Counts an idea's votes again, in one slot. Only under the idea's own lock, which keeps voters out. */
  private async countAgain(tx: Tx, ideaId: string): Promise<void> {
    await tx.query(sql`delete from vote_counters where idea_id = ${ideaId}`);
    await tx.query(sql`
      insert into vote_counters (idea_id, slot, lived_experience, practitioner, technologist, funder, public, would_not_help, could_harm, imported, imported_other, waiting)
      select ${ideaId}::uuid, 0,
        count(*) filter (where own and answer = 'SUPPORT' and perspective = 'LIVED_EXPERIENCE'),
        count(*) filter (where own and answer = 'SUPPORT' and perspective = 'PRACTITIONER'),
        count(*) filter (where own and answer = 'SUPPORT' and perspective = 'TECHNOLOGIST'),
        count(*) filter (where own and answer = 'SUPPORT' and perspective = 'FUNDER'),
        count(*) filter (where own and answer = 'SUPPORT' and perspective = 'PUBLIC'),
        count(*) filter (where own and answer = 'WOULD_NOT_HELP'), count(*) filter (where own and answer = 'COULD_HARM'),
        count(*) filter (where stands and source = 'IMPORT' and answer = 'SUPPORT'),
        count(*) filter (where stands and source = 'IMPORT' and answer <> 'SUPPORT'),
        count(*) filter (where own and answer = 'SUPPORT') - count(*) filter (where source = 'PERSON' and answer = 'SUPPORT' and shown)
      from (select *, withdrawn_at is null and set_aside_at is null as stands, source = 'PERSON' and withdrawn_at is null and set_aside_at is null as own,
          published_at is not null and unpublished_at is null as shown
        from votes where idea_id = ${ideaId} and (withdrawn_at is null or published_at is not null)) v`);
  }

  async confirm(tx: Tx, vote: StandingVote): Promise<void> {
    await tx.query(sql`
      with vote as (
        update votes set confirmed_at = app_now(), asked_version = null where id = ${vote.id} returning id, idea_id, confirmed_at
      )
      insert into vote_events (id, idea_id, vote_id, kind, occurred_at) select ${newId()}, idea_id, id, 'CONFIRMED', confirmed_at from vote`);
  }

  /** The name a person goes by on one idea, drawn when it is first needed. */
  async pseudonym(tx: Tx, ideaId: string, personId: string): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS_AT_A_PSEUDONYM; attempt += 1) {
      const name = pseudonymFrom([randomInt(2 ** 31), randomInt(2 ** 31), randomInt(2 ** 31)]);
      const row = await tx.one(sql`
        with added as (
          insert into idea_pseudonyms (idea_id, person_id, name) values (${ideaId}, ${personId}, ${name})
          on conflict do nothing returning name
        )
        select name from added union all
        select name from idea_pseudonyms where idea_id = ${ideaId} and person_id = ${personId}`);
      if (row !== undefined) return;
    }
    throw new Error('No pseudonym was free in many draws; the lists are too short for this idea.');
  }

  /**
   * The slot is drawn, so that voters who come at once rarely meet in one. `waiting` is what the public does not see yet
   * of the support counted here, or less than nothing where it still sees what is gone.
   */
  private count(vote: CountedVote, by: 1 | -1, waiting: Sql): Sql {
    const column = raw(counterOf(vote));
    const hidden = vote.answer === 'SUPPORT' && vote.source === 'PERSON' && waiting !== empty ? waiting : sql`0`;
    return sql`insert into vote_counters (idea_id, slot, ${column}, waiting) values (${vote.ideaId}, ${randomInt(SLOTS)}, ${by}, ${hidden})
      on conflict (idea_id, slot) do update set ${column} = vote_counters.${column} + ${by}, waiting = vote_counters.waiting + excluded.waiting`;
  }
}

function counterOf({ answer, perspective, source }: CountedVote): string {
  if (answer === 'WOULD_NOT_HELP') return source === 'IMPORT' ? 'imported_other' : 'would_not_help';
  if (answer === 'COULD_HARM') return source === 'IMPORT' ? 'imported_other' : 'could_harm';
  return source === 'IMPORT' ? 'imported' : perspective.toLowerCase();
}
