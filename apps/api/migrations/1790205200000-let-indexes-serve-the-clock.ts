import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `app_now()` was declared to change from row to row, so that no index could serve `created_at > app_now() - ...`, and
 * each page that says what is new read every row. Within a statement the time it began is meant.
 */
export class LetIndexesServeTheClock1790205200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter function app_now() stable');
    await db.query(`create index people_safeguarding_idx on people (id) where safeguarding and deleted_at is null`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index people_safeguarding_idx');
    await db.query('alter function app_now() volatile');
  }
}
