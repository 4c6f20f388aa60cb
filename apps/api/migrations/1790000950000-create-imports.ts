import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came from which row of which file, so that a second run of an import changes nothing. */
export class CreateImports1790000950000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table imports (
        kind        text not null constraint imports_kind_check check (kind in ('IDEA', 'PERSON')),
        -- the file's own name for the row
        key         text not null constraint imports_key_check check (char_length(key) between 1 and 300),
        subject_id  uuid not null,
        imported_at timestamptz not null default app_now(),
        constraint imports_one_per_row_key primary key (kind, key)
      )`);
    await db.query(`create index imports_subject_idx on imports (subject_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table imports`);
  }
}
