import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Merges of ideas and objections to them, invitations to write with the author, and appeals against decisions of stewards. */
export class CreateMerges1790103100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table idea_merges (
        id                    uuid constraint idea_merges_pk primary key,
        from_idea_id          uuid not null constraint idea_merges_from_idea_fk references ideas (id),
        into_idea_id          uuid not null constraint idea_merges_into_idea_fk references ideas (id),
        reason                text not null,
        status                text not null constraint idea_merges_status_check check (status in ('PROPOSED', 'MERGED', 'DECLINED', 'UNDONE')),
        proposed_by_id        uuid constraint idea_merges_proposed_by_fk references people (id),
        proposed_at           timestamptz not null,
        -- both authors decide, or a steward does
        from_author_agreed_at timestamptz,
        into_author_agreed_at timestamptz,
        decided_by_id         uuid constraint idea_merges_decided_by_fk references people (id),
        decided_at            timestamptz,
        decision_reason       text not null default '',
        -- where the idea stood, so that it goes back there
        stage_before          text,
        undone_by_id          uuid constraint idea_merges_undone_by_fk references people (id),
        undone_at             timestamptz,
        undo_reason           text not null default '',
        constraint idea_merges_two_ideas_check check (from_idea_id <> into_idea_id),
        constraint idea_merges_decided_check check ((status = 'PROPOSED') = (decided_at is null)),
        constraint idea_merges_undone_check check ((status = 'UNDONE') = (undone_at is not null))
      )`);
    // An idea goes one way at a time: two proposals made at once meet here.
    await db.query(
      `create unique index idea_merges_one_open_per_idea_key on idea_merges (from_idea_id) where status in ('PROPOSED', 'MERGED')`,
    );
    await db.query(`create index idea_merges_from_idea_idx on idea_merges (from_idea_id, proposed_at)`);
    await db.query(`create index idea_merges_into_idea_idx on idea_merges (into_idea_id)`);
    await db.query(`create index idea_merges_queue_idx on idea_merges (proposed_at, id) where status = 'PROPOSED'`);
    for (const column of ['proposed_by', 'decided_by', 'undone_by']) {
      await db.query(
        `create index idea_merges_${column}_idx on idea_merges (${column}_id) where ${column}_id is not null`,
      );
    }
    await db.query(`
      create table merge_objections (
        id          uuid constraint merge_objections_pk primary key,
        merge_id    uuid not null constraint merge_objections_merge_fk references idea_merges (id),
        -- never shown: an objection may come from somebody who voted under a pseudonym
        person_id   uuid constraint merge_objections_person_fk references people (id),
        reason      text not null default '',
        moved_back  boolean not null,
        objected_at timestamptz not null,
        constraint merge_objections_one_per_person_key unique (merge_id, person_id)
      )`);
    await db.query(
      `create index merge_objections_person_idx on merge_objections (person_id) where person_id is not null`,
    );
    // A vote that stands on an idea because the one it was cast on was merged into it.
    await db.query(
      `alter table votes add column carried_from_id uuid constraint votes_carried_from_fk references votes (id)`,
    );
    await db.query(`create index votes_carried_from_idx on votes (carried_from_id) where carried_from_id is not null`);

    // The ideas that are talked about together: one, and all that were merged into it, however many steps ago.
    await db.query(`
      create function ideas_together(uuid) returns uuid[] language sql stable parallel safe as $$
        with recursive together (id) as (
          select $1 union select i.id from ideas i join together t on i.merged_into_id = t.id
        )
        select array_agg(id) from together $$`);

    await db.query(`
      create table co_author_invitations (
        idea_id       uuid not null constraint co_author_invitations_idea_fk references ideas (id),
        person_id     uuid not null constraint co_author_invitations_person_fk references people (id),
        invited_by_id uuid constraint co_author_invitations_invited_by_fk references people (id),
        invited_at    timestamptz not null,
        answered_at   timestamptz,
        accepted      boolean,
        constraint co_author_invitations_pk primary key (idea_id, person_id),
        constraint co_author_invitations_answered_check check ((answered_at is null) = (accepted is null))
      )`);
    await db.query(`create index co_author_invitations_person_idx on co_author_invitations (person_id)`);
    await db.query(
      `create index co_author_invitations_invited_by_idx on co_author_invitations (invited_by_id) where invited_by_id is not null`,
    );

    await db.query(`
      create table appeals (
        id              uuid constraint appeals_pk primary key,
        -- which kind of decision, and which one
        kind            text not null constraint appeals_kind_check check (kind ~ '^[A-Z_]+$'),
        subject_id      uuid not null,
        idea_id         uuid constraint appeals_idea_fk references ideas (id),
        made_by_id      uuid constraint appeals_made_by_fk references people (id),
        reason          text not null,
        made_at         timestamptz not null,
        -- who decided first, and may not decide again
        against_id      uuid constraint appeals_against_fk references people (id),
        outcome         text constraint appeals_outcome_check check (outcome in ('UPHELD', 'OVERTURNED')),
        decided_by_id   uuid constraint appeals_decided_by_fk references people (id),
        decision_reason text not null default '',
        decided_at      timestamptz,
        constraint appeals_one_per_decision_key unique (kind, subject_id),
        constraint appeals_second_steward_check check (decided_by_id is null or against_id is null or decided_by_id <> against_id),
        constraint appeals_decided_check check ((outcome is null) = (decided_at is null))
      )`);
    await db.query(`create index appeals_queue_idx on appeals (made_at, id) where outcome is null`);
    for (const column of ['idea', 'made_by', 'against', 'decided_by']) {
      await db.query(`create index appeals_${column}_idx on appeals (${column}_id) where ${column}_id is not null`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function ideas_together(uuid)');
    await db.query('alter table votes drop column carried_from_id');
    for (const table of ['appeals', 'co_author_invitations', 'merge_objections', 'idea_merges'])
      await db.query(`drop table ${table}`);
  }
}
