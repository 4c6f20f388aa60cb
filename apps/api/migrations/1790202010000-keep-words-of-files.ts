import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of a file, so that what has to go from everywhere is found in files too. */
export class KeepWordsOfFiles1790202010000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    // Beside the files rather than in their rows, which lists read. No row: nobody has read this file yet.
    await db.query(`
      create table upload_words (
        upload_id uuid constraint upload_words_pk primary key
          constraint upload_words_upload_fk references uploads (id),
        words     text not null
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table upload_words`);
  }
}
