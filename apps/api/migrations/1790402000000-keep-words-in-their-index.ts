import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of `ideas`, written to with each vote that is counted there. */
const INDEXES = ['ideas_search_idx', 'ideas_title_words_idx', 'ideas_themes_idx', 'ideas_places_idx'];

/**
 * What is new in an index of words lies in a list first, which every search reads whole, and which whoever fills it sorts in.
 * Ideas change with each counted vote, so the list is nearly always there: of 4 MB it made a search for a rare word ten
 * times as dear, and held up the counting of votes for as long as sorting that much takes.
 */
export class KeepWordsInTheirIndex1790402000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    for (const index of INDEXES) await db.query(`alter index ${index} set (gin_pending_list_limit = 256)`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const index of INDEXES) await db.query(`alter index ${index} reset (gin_pending_list_limit)`);
  }
}
