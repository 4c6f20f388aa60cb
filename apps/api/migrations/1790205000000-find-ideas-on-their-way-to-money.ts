import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ideas that wait for money are few among all: what fits an open offer is read from them, newest first. */
export class FindIdeasOnTheirWayToMoney1790205000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create index ideas_on_their_way_idx on ideas (created_at, id) where stage in ('SUPPORTED', 'SHAPED', 'FUNDING')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index ideas_on_their_way_idx');
  }
}
