import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seals over what is public alone, so that a stranger can verify the export of the log without learning when something private happened. */
export class CreatePublicSeals1790201000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table public_seals (
        number        bigint constraint public_seals_pk primary key constraint public_seals_number_check check (number >= 1),
        -- the place in the whole log of the last entry it seals: told to nobody
        last_position bigint not null constraint public_seals_last_position_key unique,
        entries       bigint not null constraint public_seals_entries_check check (entries >= 1),
        previous_hash bytea not null,
        root          bytea not null,
        hash          bytea not null
      )`);
    for (const [name, when] of [
      ['append_only', 'before update or delete on public_seals for each row'],
      ['never_emptied', 'before truncate on public_seals for each statement'],
    ]) {
      await db.query(`create trigger public_seals_${name} ${when} execute function refuse_change()`);
    }
    // What was sealed before stands under the first seal together.
    await db.query(`
      insert into public_seals (number, last_position, entries, previous_hash, root, hash)
      select 1, last_position, entries, decode(repeat('00', 32), 'hex'), root,
        sha256(decode(repeat('00', 32), 'hex') || root || convert_to('1-' || entries, 'UTF8'))
      from (
        select max(p.position) as last_position, count(*) as entries, sha256(string_agg(a.leaf, ''::bytea order by p.position)) as root
        from activity_positions p join activities a on a.id = p.activity_id where a.visibility = 'PUBLIC'
      ) so_far
      where entries > 0`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table public_seals');
  }
}
