import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matrices of which licence may build on which, as stewards imported them; the newest counts. */
export class CreateLicenceMatrices1790107200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table licence_matrices (
        number         integer generated always as identity constraint licence_matrices_pk primary key,
        matrix         jsonb not null,
        -- when its maker says that it was made
        made_at        text not null,
        licences       integer not null constraint licence_matrices_licences_check check (licences > 0),
        imported_by_id uuid constraint licence_matrices_imported_by_fk references people (id),
        imported_at    timestamptz not null
      )`);
    await db.query(
      `create index licence_matrices_imported_by_idx on licence_matrices (imported_by_id) where imported_by_id is not null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table licence_matrices`);
  }
}
