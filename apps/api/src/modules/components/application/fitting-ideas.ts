import { limit, sql, type Sql } from '../../../platform/database/index.js';
import { inThePipeline } from '../../ideas/index.js';
import {
  LEAST_SCORE,
  lookedAt,
  MOST_CANDIDATES,
  MOST_WORDS_SHOWN,
  rarestSpoken,
  SAYS_NOTHING,
  STRONG,
  THEME,
  WEAK,
} from './fitting-components.js';

/** What is known of something that exists: columns of a component, or what was read of a file nobody registered. */
export interface Said {
  /** What it is called and does. */
  readonly strong: Sql;
  /** What a long description says besides, perhaps by chance. */
  readonly weak: Sql;
  readonly themes: Sql;
  readonly language: Sql;
}

/**
 * Ideas that something may fit, best first, each with the words and themes that matched: the same score as from the side
 * of an idea. Rows of `idea_id`, `words` (as the component writes them), `themes` and `place`, of ideas that still look
 * for something. Stands after FROM under the alias.
 */
export function fittingIdeas(alias: Sql, { strong, weak, themes, language }: Said, first: number): Sql {
  return sql`(
    with asked as (
      select ${themes}::text[] as themes,
        case when split_part(${language}::text, '-', 1) = 'en' then 'english' else 'simple' end as dictionary,
        ${strong}::text as strong, ${weak}::text as weak
    ), said as (
      select word, true as strong from asked, regexp_split_to_table(lower(asked.strong), '[^[:alnum:]]+') as word
      union all
      select word, false from asked, regexp_split_to_table(lower(asked.weak), '[^[:alnum:]]+') as word
    ), spoken as (
      select lexeme, min(word) as word, bool_or(words.strong) as strong from (
        select said.word, said.strong, unnest(tsvector_to_array(case when asked.dictionary = 'english'
          then to_tsvector('english', immutable_unaccent(word)) else to_tsvector('simple', immutable_unaccent(word)) end)) as lexeme
        from asked, said where char_length(said.word) between 3 and 40
      ) words where lexeme <> all (${SAYS_NOTHING}::text[]) group by lexeme
    ), wanted as (${rarestSpoken('ideas')}
    ), found as materialized (
      select i.id, i.themes, i.search from ideas i, wanted
      where ${inThePipeline(sql`i`)} and i.stage in ('LOGGED', 'SUPPORTED', 'SHAPED') and i.search @@ wanted.query ${lookedAt}
    ), candidates as (
      select found.*, ts_rank(found.search, wanted.query, 1) as rank from found, wanted
      order by rank desc nulls last, found.id ${limit(MOST_CANDIDATES)}
    ), matched as (
      select c.id, s.word, s.strong from candidates c cross join lateral unnest(c.search) f join spoken s on s.lexeme = f.lexeme
    ), explained as (
      select c.id, c.rank,
        array(select m.word from matched m where m.id = c.id order by m.strong desc, m.word ${limit(MOST_WORDS_SHOWN)}) as words,
        array(select t from unnest(c.themes) t where t = any (asked.themes) order by t) as themes,
        (select coalesce(sum(case when m.strong then ${STRONG}::numeric else ${WEAK}::numeric end), 0) from matched m where m.id = c.id) as score
      from candidates c, asked
    )
    select e.id as idea_id, e.words, e.themes,
      row_number() over (order by e.score + ${THEME}::numeric * cardinality(e.themes) desc, e.rank desc nulls last, e.id) as place
    from explained e where e.score >= ${STRONG}::numeric and e.score + ${THEME}::numeric * cardinality(e.themes) >= ${LEAST_SCORE}::numeric
    order by place ${limit(first)}
  ) ${alias}`;
}

/** What a registered component says of itself. */
export function saidBy(component: Sql): Said {
  return {
    strong: sql`(${component}.name || ' ' || ${component}.summary || ' ' || words_of(${component}.categories))`,
    weak: sql`${component}.description`,
    themes: sql`${component}.themes`,
    language: sql`${component}.language`,
  };
}
