import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an organisation last shared something: the directory is ordered by that, never by an amount. */
export class OrderByShared1790102030000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query('alter table organisations add column last_shared_at timestamptz');
    await db.query(`
      update organisations o set last_shared_at = e.at
      from (select organisation_id, max(published_at) as at from commons_entries where status = 'PUBLISHED' group by organisation_id) e
      where e.organisation_id = o.id`);
    await db.query(`
      create index organisations_last_shared_idx on organisations (
        (coalesce(last_shared_at, timestamptz '1970-01-01 00:00:00+00')), created_at, id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index organisations_last_shared_idx');
    await db.query('alter table organisations drop column last_shared_at');
  }
}
