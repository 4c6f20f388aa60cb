import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For the catalogue's filters: an index by how far something is, and what the planner needs to know how many a name of a
 * maintainer leaves.
 */
export class IndexComponentMaturity1790107400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index components_maturity_idx on components (maturity)`);
    await db.query(
      `create statistics components_maintained_by_stats on (immutable_unaccent(maintained_by)) from components`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop statistics components_maintained_by_stats`);
    await db.query(`drop index components_maturity_idx`);
  }
}
