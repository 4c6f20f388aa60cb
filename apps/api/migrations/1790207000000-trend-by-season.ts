import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ideas here take a year to come back to the commons. Weighed by the week, the order "trending" was that of their age and
 * hid every idea that had got anywhere; now ten times the support is worth a season.
 */
export class TrendBySeason1790207000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create function idea_trending(created_at timestamptz, votes integer) returns double precision language sql immutable parallel safe as
      $$ select log(greatest(votes, 1)::double precision)
           + extract(epoch from created_at - timestamptz '2026-01-01 00:00:00+00')::double precision / 7776000 $$`);
    await db.query(`update ideas set trending = idea_trending(created_at, votes_support)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update ideas set trending = log(greatest(votes_support, 1)::double precision)
        + extract(epoch from created_at - timestamptz '2026-01-01 00:00:00+00')::double precision / 604800`);
    await db.query(`drop function idea_trending(timestamptz, integer)`);
  }
}
