import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an organisation was last asked for its yearly word about a use, so that it is asked once a year. */
export class RemindOfUses1790107300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table component_uses add column reminded_at timestamptz`);
    await db.query(
      `create index component_uses_to_remind_idx on component_uses (greatest(confirmed_at, reminded_at)) where ended_at is null`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table component_uses drop column reminded_at`);
  }
}
