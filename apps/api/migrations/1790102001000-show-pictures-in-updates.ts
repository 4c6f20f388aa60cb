import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures that stand under an update, in their order. */
export class ShowPicturesInUpdates1790102001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    await db.query(`
      create table update_pictures (
        update_id uuid not null constraint update_pictures_update_fk references updates (id) on delete cascade,
        position  integer not null constraint update_pictures_position_check check (position between 1 and 6),
        upload_id uuid not null constraint update_pictures_upload_fk references uploads (id),
        constraint update_pictures_pk primary key (update_id, position)
      )`);
    // A picture was agreed to for one place: it stands under one update.
    await db.query(`create unique index update_pictures_once_key on update_pictures (upload_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table update_pictures`);
  }
}
