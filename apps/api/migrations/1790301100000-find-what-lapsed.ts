import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is looked for by the hour or when an account goes, in tables that grow with everybody's history. */
export class FindWhatLapsed1790301100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index votes_recent_idx on votes (created_at) where source = 'PERSON' and withdrawn_at is null`,
    );
    await db.query(`create index mails_settled_idx on mails ((coalesce(sent_at, given_up_at)))`);
    await db.query(`create index mails_to_address_idx on mails (to_address) where to_address <> ''`);
    await db.query(`create index auth_sessions_used_idx on auth_sessions (used_on)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index auth_sessions_used_idx');
    await db.query('drop index mails_to_address_idx');
    await db.query('drop index mails_settled_idx');
    await db.query('drop index votes_recent_idx');
  }
}
