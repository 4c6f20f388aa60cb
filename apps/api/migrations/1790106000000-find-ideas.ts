import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What finding ideas needs: the words of comments, and the order that gives new and little-supported ideas their chance. */
export class FindIdeas1790106000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`set local lock_timeout = '5s'`);
    // The same choice of dictionary as for ideas; a comment has no title. The path is named, because an index is built
    // under one that holds nothing of ours.
    await db.query(`
      create function comment_search(language text, body text) returns tsvector language sql immutable parallel safe set search_path = public as
      $$ select idea_search(language, '', coalesce(body, ''), '', '') $$`);
    await db.query(
      `create index comments_search_idx on comments using gin (comment_search(language, body)) where removed_at is null`,
    );
    // How rare a word is decides how it is looked for; with the usual sample every word outside the thousand commonest is
    // taken to be in one idea of two hundred, and the planner walks all ideas for one that is in three.
    await db.query(`alter table ideas alter column search set statistics 1000`);
    // Each vote weighs as much as a week of age, so the order does not change with time alone and can be an index.
    await db.query(`
      create function idea_needs_votes(created_at timestamptz, votes integer) returns double precision language sql immutable parallel safe as
      $$ select extract(epoch from created_at - timestamptz '2026-01-01 00:00:00+00')::double precision / 604800 - votes $$`);
    await db.query(
      `create index ideas_stage_needs_votes_idx on ideas (stage, idea_needs_votes(created_at, votes_support), id)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table ideas alter column search set statistics -1`);
    await db.query(`drop index ideas_stage_needs_votes_idx`);
    await db.query(`drop function idea_needs_votes(timestamptz, integer)`);
    await db.query(`drop index comments_search_idx`);
    await db.query(`drop function comment_search(text, text)`);
  }
}
