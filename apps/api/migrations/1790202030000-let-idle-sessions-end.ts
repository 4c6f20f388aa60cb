import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last day a session was used, so that one that nobody uses ends long before its time is over. */
export class LetIdleSessionsEnd1790202030000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`alter table auth_sessions add column used_on date not null default current_date`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table auth_sessions drop column used_on`);
  }
}
