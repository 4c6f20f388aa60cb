import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdeas1790000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table ideas (
        id                   uuid constraint ideas_pk primary key,
        slug                 text not null constraint ideas_slug_key unique,
        title                text not null,
        need                 text not null,
        outcome              text not null,
        people_served        text not null,
        themes               text[] not null default '{}',
        places               text[] not null default '{}',
        language             text not null default 'en',
        stage                text not null default 'LOGGED' constraint ideas_stage_check check (stage in
          ('LOGGED', 'SUPPORTED', 'SHAPED', 'FUNDING', 'DELIVERY', 'COMMONS', 'WITHDRAWN', 'MERGED', 'DECLINED', 'STOPPED')),
        author_id            uuid not null constraint ideas_author_fk references people (id),
        organisation_id      uuid constraint ideas_organisation_fk references organisations (id),
        lead_organisation_id uuid constraint ideas_lead_organisation_fk references organisations (id),
        merged_into_id       uuid constraint ideas_merged_into_fk references ideas (id),
        version              integer not null default 1,
        created_at           timestamptz not null,
        updated_at           timestamptz not null
      )`);
    await db.query(`create index ideas_newest_idx on ideas (created_at, id)`);
    await db.query(`create index ideas_author_idx on ideas (author_id)`);
    await db.query(`create index ideas_organisation_idx on ideas (organisation_id)`);
    await db.query(`create index ideas_lead_organisation_idx on ideas (lead_organisation_id)`);
    await db.query(`create index ideas_merged_into_idx on ideas (merged_into_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table ideas`);
  }
}
