import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Ideas that have some words. The database takes every word it has no statistics of for one in two hundred, and would
 * read all ideas in the order asked for until enough had it; this asks the index, whatever it thinks.
 */
export class FindIdeasByTheirWords1790205100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function ideas_by_words(asked text, most int, most_others int) returns uuid[] language plpgsql stable
        set search_path = public set enable_seqscan = off set enable_indexscan = off as $$
      declare
        said text := immutable_unaccent(asked);
        query tsquery := websearch_to_tsquery('english', said) || websearch_to_tsquery('simple', said);
        found uuid[] := array(select i.id from ideas i where i.search @@ query limit most);
        talked uuid[];
      begin
        -- Not to be listed: the caller looks through them in the order it wants.
        if cardinality(found) >= most then return null; end if;
        talked := array(select c.idea_id from comments c where c.removed_at is null and comment_search(c.language, c.body) @@ query limit most_others);
        if cardinality(found) = 0 then
          found := array(select i.id from ideas i where said <% immutable_unaccent(i.title) limit most_others);
        end if;
        return found || talked;
      end $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function ideas_by_words(text, int, int)');
  }
}
