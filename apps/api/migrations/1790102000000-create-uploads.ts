import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on their way and files kept. The bytes lie in the data folder under the row's id, never under a name somebody gave. */
export class CreateUploads1790102000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table uploads (
        id              uuid constraint uploads_pk primary key,
        kind            text not null constraint uploads_kind_check check (kind in ('FILE', 'PICTURE')),
        -- RECEIVING while the bytes travel; REMOVED when they were taken away and the row is the mark that is left
        state           text not null constraint uploads_state_check check (state in
                        ('WAITING', 'RECEIVING', 'STORED', 'REFUSED', 'REMOVED')),
        name            text not null constraint uploads_name_check check (name <> '' and name !~ '[/\\\\]'),
        format          text not null,
        description     text not null default '',
        people_shown    text constraint uploads_people_shown_check check (people_shown in ('NOBODY', 'ALL_AGREED')),
        bytes_announced bigint not null constraint uploads_bytes_announced_check check (bytes_announced > 0),
        bytes           bigint,
        sha256          bytea constraint uploads_sha256_check check (octet_length(sha256) = 32),
        removed         text[] not null default '{}',
        -- kinds of what may be personal data in it; what was found is told to who sent it and kept nowhere
        suspected       text[] not null default '{}',
        -- SHA-256 of the one-time address; gone once it was used
        token_hash      bytea constraint uploads_token_key unique,
        uploaded_by_id  uuid not null constraint uploads_uploaded_by_fk references people (id),
        requested_at    timestamptz not null,
        expires_at      timestamptz not null,
        stored_at       timestamptz,
        -- when it became part of something public; until then only who sent it sees it
        attached_at     timestamptz,
        constraint uploads_stored_check check (state <> 'STORED' or (bytes is not null and sha256 is not null and stored_at is not null)),
        constraint uploads_attached_check check (attached_at is null or stored_at is not null),
        constraint uploads_picture_with_words_check check (kind <> 'PICTURE' or state = 'REMOVED' or (people_shown is not null and description <> ''))
      )`);
    await db.query(`create index uploads_uploaded_by_idx on uploads (uploaded_by_id, requested_at)`);
    await db.query(`create index uploads_unattached_idx on uploads (expires_at) where attached_at is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table uploads');
  }
}
