import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions with files, what research is based on, withdrawals with their reason, declared uses, and replies to facts. */
export class ReviseEntries1790102020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      alter table commons_entries
        add column release text constraint commons_entries_release_check check (char_length(release) between 1 and 100),
        -- the component that this software is, when it is registered as one
        add column component_id uuid constraint commons_entries_component_fk references components (id),
        -- user research: how it was done, when, with whom, how sure one can be, and whom somebody asks who changed their mind
        add column method text,
        add column studied_on date,
        add column sample text,
        add column confidence text constraint commons_entries_confidence_check check (confidence in ('LOW', 'MEDIUM', 'HIGH')),
        add column withdrawal_contact text,
        add column confirmed_at timestamptz,
        add column address_seen text constraint commons_entries_address_seen_check check (address_seen in ('ANSWERED', 'NOT_REACHED')),
        add column address_seen_at timestamptz,
        add column withdrawn_because text constraint commons_entries_withdrawn_because_check check (withdrawn_because in
          ('SUPERSEDED', 'CONSENT_WITHDRAWN', 'PERSONAL_DATA', 'RIGHTS', 'WRONG', 'OTHER')),
        add column withdrawn_reason text,
        add column withdrawn_at timestamptz,
        add column withdrawn_by_id uuid constraint commons_entries_withdrawn_by_fk references people (id),
        add column replaced_by_id uuid constraint commons_entries_replaced_by_fk references commons_entries (id),
        add constraint commons_entries_withdrawn_check check ((status = 'WITHDRAWN') =
          (withdrawn_because is not null and withdrawn_reason <> '' and withdrawn_at is not null and withdrawn_by_id is not null)) not valid,
        add constraint commons_entries_replaced_check check (replaced_by_id is null or (withdrawn_because = 'SUPERSEDED' and replaced_by_id <> id)),
        -- what was taken back may be gone, and files are rows of their own
        drop constraint commons_entries_something_shared_check,
        drop constraint commons_entries_research_says_how_check`);
    await db.query(`
      alter table commons_entries add constraint commons_entries_research_says_how_check
        check (kind <> 'USER_RESEARCH' or status = 'WITHDRAWN' or (consent is not null and anonymised is not null)) not valid`);
    for (const column of ['component', 'withdrawn_by', 'replaced_by']) {
      await db.query(
        `create index commons_entries_${column}_idx on commons_entries (${column}_id) where ${column}_id is not null`,
      );
    }
    await db.query(`create index commons_entries_review_idx on commons_entries (review_by) where status = 'PUBLISHED'`);
    await db.query(`
      alter table entry_versions
        add column release text,
        -- what changed, in a sentence
        add column change text not null default '',
        -- SHA-256 of licence, address, text and files: tells whether what was checked is still what is there
        add column content_hash bytea constraint entry_versions_content_hash_check check (octet_length(content_hash) = 32)`);
    await db.query(`
      create table entry_files (
        entry_id  uuid not null,
        number    integer not null,
        upload_id uuid not null constraint entry_files_upload_fk references uploads (id),
        constraint entry_files_pk primary key (entry_id, number, upload_id),
        constraint entry_files_version_fk foreign key (entry_id, number) references entry_versions (entry_id, number)
      )`);
    await db.query(`create index entry_files_upload_idx on entry_files (upload_id)`);
    await db.query(`
      create table entry_uses (
        entry_id        uuid not null constraint entry_uses_entry_fk references commons_entries (id),
        organisation_id uuid not null constraint entry_uses_organisation_fk references organisations (id),
        what_for        text not null constraint entry_uses_what_for_check check (what_for <> ''),
        since           date,
        declared_by_id  uuid not null constraint entry_uses_declared_by_fk references people (id),
        declared_at     timestamptz not null,
        -- one use an organisation: declared again it is confirmed
        constraint entry_uses_one_per_organisation_key primary key (entry_id, organisation_id)
      )`);
    await db.query(`create index entry_uses_organisation_idx on entry_uses (organisation_id)`);
    await db.query(`create index entry_uses_declared_by_idx on entry_uses (declared_by_id)`);
    await db.query(`
      create table openness_replies (
        organisation_id uuid not null constraint openness_replies_organisation_fk references organisations (id),
        fact            text not null,
        reply           text not null constraint openness_replies_reply_check check (reply <> ''),
        replied_by_id   uuid not null constraint openness_replies_replied_by_fk references people (id),
        replied_at      timestamptz not null,
        constraint openness_replies_one_per_fact_key primary key (organisation_id, fact)
      )`);
    await db.query(`create index openness_replies_replied_by_idx on openness_replies (replied_by_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['openness_replies', 'entry_uses', 'entry_files']) await db.query(`drop table ${table}`);
    await db.query('alter table entry_versions drop column release, drop column change, drop column content_hash');
    await db.query('drop index commons_entries_review_idx');
    await db.query(`
      alter table commons_entries drop constraint commons_entries_research_says_how_check,
        drop constraint commons_entries_withdrawn_check, drop constraint commons_entries_replaced_check,
        drop column release, drop column component_id, drop column method, drop column studied_on, drop column sample,
        drop column confidence, drop column withdrawal_contact, drop column confirmed_at, drop column address_seen, drop column address_seen_at, drop column withdrawn_because,
        drop column withdrawn_reason, drop column withdrawn_at, drop column withdrawn_by_id, drop column replaced_by_id`);
    await db.query(`
      alter table commons_entries
        add constraint commons_entries_something_shared_check check (address is not null or body is not null) not valid,
        add constraint commons_entries_research_says_how_check
          check (kind <> 'USER_RESEARCH' or (consent is not null and anonymised is not null)) not valid`);
  }
}
