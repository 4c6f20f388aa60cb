import { join, sql, type Sql } from '../../../platform/database/index.js';

/**
 * Stems of words that are in nearly every need or in nearly every description of software, and so say nothing about
 * whether one fits the other.
 */
const SAYS_NOTHING = [
  ...['access', 'allow', 'also', 'app', 'applic', 'ask', 'base', 'better', 'come', 'data', 'day', 'differ', 'digit'],
  ...['easi', 'everi', 'find', 'first', 'get', 'give', 'go', 'good', 'help', 'includ', 'inform', 'keep', 'know'],
  ...['know', 'like', 'look', 'made', 'make', 'manag', 'mani', 'much', 'must', 'need', 'new', 'offer', 'old', 'one'],
  ...['onlin', 'open', 'part', 'peopl', 'person', 'platform', 'project', 'provid', 'public', 'right', 'say', 'servic'],
  ...['sever', 'simpl', 'softwar', 'solut', 'someon', 'sourc', 'still', 'support', 'system', 'take', 'tell', 'thing'],
  ...['time', 'tool', 'two', 'use', 'user', 'want', 'way', 'web', 'week', 'well', 'within', 'without', 'work', 'year'],
];

/** One theme in common counts as two words: a person chose it, a word may be there by chance. */
const THEME_WEIGHT = 2;
/** A theme and a word, or three words. Less than that is noise. */
const LEAST_SCORE = 3;
const MOST_WORDS_COUNTED = 8;
const MOST_CANDIDATES = 200;

/** How many are suggested on an idea's page, and answered for where nothing fits. */
export const SUGGESTIONS = 5;

/**
 * Components that may fit an idea, best first, each with the words and themes that matched: rows of `component_id`,
 * `name`, `words` (as the idea writes them) and `themes`. Stands after FROM under the alias.
 */
export function fittingComponents(alias: Sql, ideaId: string | Sql, first: number): Sql {
  return sql`(
    with asked as (
      select i.themes, case when split_part(i.language, '-', 1) = 'en' then 'english' else 'simple' end as dictionary,
        i.title || ' ' || i.need || ' ' || i.outcome || ' ' || i.people_served as said
      from ideas i where i.id = ${ideaId}
    ), spoken as (
      select lexeme, min(word) as word from (
        select word, unnest(tsvector_to_array(case when asked.dictionary = 'english'
          then to_tsvector('english', immutable_unaccent(word)) else to_tsvector('simple', immutable_unaccent(word)) end)) as lexeme
        from asked, regexp_split_to_table(lower(asked.said), '[^[:alnum:]]+') as word
        where char_length(word) between 3 and 40
      ) words where lexeme not in (${join(SAYS_NOTHING)}) group by lexeme
    ), wanted as (
      select string_agg(quote_literal(lexeme), ' | ')::tsquery as query from spoken
    ), candidates as (
      select c.id, c.name, c.themes, c.search, ts_rank(c.search, wanted.query, 1) as rank from components c, asked, wanted
      where c.search @@ wanted.query or c.themes && asked.themes
      order by rank desc nulls last, c.id limit ${MOST_CANDIDATES}
    ), explained as (
      select c.id, c.name, c.rank,
        array(select s.word from spoken s where s.lexeme = any (tsvector_to_array(c.search)) order by s.word limit ${MOST_WORDS_COUNTED}) as words,
        array(select t from unnest(c.themes) t where t = any (asked.themes) order by t) as themes
      from candidates c, asked
    )
    select e.id as component_id, e.name, e.words, e.themes,
      row_number() over (order by cardinality(e.words) + ${THEME_WEIGHT} * cardinality(e.themes) desc, e.rank desc nulls last, e.id) as place
    from explained e where cardinality(e.words) + ${THEME_WEIGHT} * cardinality(e.themes) >= ${LEAST_SCORE} and cardinality(e.words) > 0
    order by place limit ${first}
  ) ${alias}`;
}
