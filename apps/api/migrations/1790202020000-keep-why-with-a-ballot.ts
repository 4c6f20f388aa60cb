import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody without an account wrote with their answer. It goes with the ballot: when it is cast, or after two days. */
export class KeepWhyWithABallot1790202020000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`alter table kept_ballots add column why text not null default ''`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table kept_ballots drop column why`);
  }
}
