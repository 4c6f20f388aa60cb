import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the idea in one short sentence of plain words. Nothing is rewritten: a default that is a constant costs nothing. */
export class SayIdeasPlainly1790203000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`alter table ideas add column easy_read text not null default ''`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table ideas drop column easy_read`);
  }
}
