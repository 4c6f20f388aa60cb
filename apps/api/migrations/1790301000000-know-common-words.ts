import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which ideas have some words, and whether the words are common. The index says of each idea that it has a common word
 * before the first is looked at, 99,000 times of 100,000; so the statistics are asked first, which takes no time at all.
 *
 * It stands beside `ideas_by_words`, which the release before still asks.
 */
export class KnowCommonWords1790301000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function ideas_with_words(asked text, most int, most_others int, out ids uuid[], out common boolean) language plpgsql volatile
        set search_path = public set enable_seqscan = off set enable_indexscan = off as $$
      declare
        said text := immutable_unaccent(asked);
        query tsquery := websearch_to_tsquery('english', said) || websearch_to_tsquery('simple', said);
        plan json;
        talked uuid[];
      begin
        -- What the planner expects, from the statistics of the most common words; of any other it expects one in two hundred.
        execute format('explain (format json) select from ideas where search @@ %L::tsquery', query) into plan;
        common := (plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision
          > (select greatest(most, reltuples / 50) from pg_class where oid = 'ideas'::regclass);
        -- Two common words may never stand together, which the statistics do not know. Some ideas must have them.
        common := common and 5 = (select count(*) from (
          select from (select i.search from ideas i order by i.trending desc, i.id desc limit 500) first where first.search @@ query limit 5) have);
        if common then return; end if;
        ids := array(select i.id from ideas i where i.search @@ query limit most);
        -- Not to be listed: the caller looks through them in the order it wants.
        if cardinality(ids) >= most then ids := null; return; end if;
        talked := array(select c.idea_id from comments c where c.removed_at is null and comment_search(c.language, c.body) @@ query limit most_others);
        if cardinality(ids) = 0 then
          ids := array(select i.id from ideas i where said <% immutable_unaccent(i.title) limit most_others);
        end if;
        ids := ids || talked;
      end $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop function ideas_with_words(text, int, int)');
  }
}
