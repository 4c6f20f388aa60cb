import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pledges, what each of them was over time, and the second person's decisions. */
export class CreatePledges1790000610000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table pledges (
        id              uuid constraint pledges_pk primary key,
        round_id        uuid not null,
        mandate_id      uuid not null,
        mandate_version integer not null,
        organisation_id uuid not null constraint pledges_organisation_fk references organisations (id),
        kind            text not null default 'GRANT' constraint pledges_kind_check check (kind in ('GRANT')),
        status          text not null constraint pledges_status_check check (status in
                        ('AWAITING_APPROVAL', 'PLEDGED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'RELEASED', 'COMMITTED', 'SETTLED')),
        currency        char(3) not null,
        amount_minor    bigint not null constraint pledges_amount_check check (amount_minor > 0),
        conditions      jsonb not null,
        note            text not null default '' constraint pledges_note_check check (char_length(note) <= 2000),
        -- the threshold that decided, as it was when the content was made; null: there was none
        threshold_minor bigint constraint pledges_threshold_check check (threshold_minor >= 0),
        version         integer not null constraint pledges_version_check check (version >= 1),
        -- SHA-256 of the content of this version: what an approval binds to
        content_hash    bytea not null constraint pledges_content_hash_check check (octet_length(content_hash) = 32),
        made_by_id      uuid not null constraint pledges_made_by_fk references people (id),
        placed_at       timestamptz not null,
        -- since when it is in force; null while it awaits approval, so that what nobody approved is never shown
        in_force_at     timestamptz,
        updated_at      timestamptz not null,
        constraint pledges_round_fk foreign key (round_id, currency) references funding_rounds (id, currency),
        constraint pledges_mandate_fk foreign key (mandate_id, currency) references mandates (id, currency),
        constraint pledges_mandate_version_fk foreign key (mandate_id, mandate_version) references mandate_versions (mandate_id, version),
        constraint pledges_in_force_check check (
          case when status in ('PLEDGED', 'RELEASED', 'COMMITTED', 'SETTLED') then in_force_at is not null
               when status in ('AWAITING_APPROVAL', 'DECLINED', 'LAPSED') then in_force_at is null
               else true end)
      )`);
    await db.query(`
      create unique index pledges_one_live_per_funder_and_round_key on pledges (round_id, organisation_id)
        where status in ('AWAITING_APPROVAL', 'PLEDGED', 'COMMITTED', 'SETTLED')`);
    await db.query(`create index pledges_round_idx on pledges (round_id, currency)`);
    await db.query(`create index pledges_mandate_idx on pledges (mandate_id, currency)`);
    await db.query(`create index pledges_mandate_version_idx on pledges (mandate_id, mandate_version)`);
    await db.query(`create index pledges_organisation_idx on pledges (organisation_id, updated_at desc)`);
    await db.query(`create index pledges_made_by_idx on pledges (made_by_id)`);

    await db.query(`
      create table pledge_versions (
        pledge_id       uuid not null constraint pledge_versions_pledge_fk references pledges (id),
        version         integer not null,
        mandate_version integer not null,
        amount_minor    bigint not null,
        conditions      jsonb not null,
        note            text not null,
        content_hash    bytea not null,
        threshold_minor bigint,
        author_id       uuid not null constraint pledge_versions_author_fk references people (id),
        written_at      timestamptz not null,
        constraint pledge_versions_pk primary key (pledge_id, version)
      )`);
    await db.query(`create index pledge_versions_author_idx on pledge_versions (author_id)`);
    await db.query(
      `create trigger pledge_versions_append_only before update or delete on pledge_versions for each row execute function refuse_change()`,
    );

    await db.query(`
      create table pledge_approvals (
        id           uuid constraint pledge_approvals_pk primary key,
        pledge_id    uuid not null,
        version      integer not null,
        content_hash bytea not null,
        decision     text not null constraint pledge_approvals_decision_check check (decision in ('APPROVED', 'DECLINED')),
        reason       text not null default '',
        approver_id  uuid not null constraint pledge_approvals_approver_fk references people (id),
        decided_at   timestamptz not null,
        -- one decision a version: approving twice, or approving what was declined, has nothing to point at
        constraint pledge_approvals_one_per_version_key unique (pledge_id, version),
        constraint pledge_approvals_version_fk foreign key (pledge_id, version) references pledge_versions (pledge_id, version)
      )`);
    await db.query(`create index pledge_approvals_approver_idx on pledge_approvals (approver_id)`);
    // The second wall behind the rule: whoever wrote any version of a pledge never decides about it, and a decision is
    // about exactly the content that stands.
    await db.query(`
      create function assert_second_person() returns trigger language plpgsql as $$
      begin
        if exists (select from pledge_versions where pledge_id = new.pledge_id and author_id = new.approver_id) then
          raise exception 'the approver wrote this pledge'
            using errcode = 'check_violation', constraint = 'pledge_approvals_second_person_check';
        end if;
        if not exists (select from pledges where id = new.pledge_id and version = new.version and content_hash = new.content_hash) then
          raise exception 'the approval is of another content'
            using errcode = 'check_violation', constraint = 'pledge_approvals_content_check';
        end if;
        return new;
      end $$`);
    await db.query(
      `create trigger pledge_approvals_second_person before insert on pledge_approvals for each row execute function assert_second_person()`,
    );
    await db.query(
      `create trigger pledge_approvals_append_only before update or delete on pledge_approvals for each row execute function refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table pledge_approvals`);
    await db.query(`drop function assert_second_person()`);
    await db.query(`drop table pledge_versions`);
    await db.query(`drop table pledges`);
  }
}
