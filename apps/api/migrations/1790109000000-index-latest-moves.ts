import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The latest moves of all ideas are on the first page: they must not be looked for among all there ever were. */
export class IndexLatestMoves1790109000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`create index stage_changes_latest_idx on stage_changes (changed_at desc, id desc)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop index stage_changes_latest_idx`);
  }
}
