import { limit, sql, type Sql } from '../../../platform/database/index.js';

/**
 * Stems of words that are in nearly every need or in nearly every description of software, and so say nothing about
 * whether one fits the other.
 */
export const SAYS_NOTHING = `
  abl access allow almost alreadi also alway anoth anyth app applic ask away back base becom begin better call
  chang come data date day differ digit easi end enough even ever everi everyon feel find first follow get
  give go good happen help hold hour includ inform keep know last leav less let life like line list littl live
  long look made make manag mani may mean might minut month much must name need never new next nobodi noth now
  number offer often old one onlin open order page part peopl person place platform project provid public put
  read real right say second see send servic sever show side simpl small softwar solut someon someth soon
  sourc start stay still support system take tell thing time tool tri turn two use user want way web week well
  within without word work write year yes
`
  .trim()
  .split(/\s+/);

/** A word that its name, its sentence or its categories use. */
export const STRONG = 1;
/** A word that stands somewhere in a long description, perhaps by chance. */
export const WEAK = 0.25;
/** Somebody chose the theme on both sides. */
export const THEME = 1;
/** A theme and a strong word, or two strong words. Less than that is noise. */
export const LEAST_SCORE = 2;
export const MOST_WORDS_SHOWN = 8;
export const MOST_CANDIDATES = 200;
/** How many are read at all, whatever the words. */
const MOST_LOOKED_AT = 1000;

/**
 * The words of `spoken` to look for in a table, as a `query`: the rarest first, and no more than match about as many
 * rows as are looked at. A word that half of all texts use tells nothing apart and would have half of them read. How
 * common words are is what the database gathers for its plans; what it has not gathered counts as rare.
 */
export function rarestSpoken(table: 'components' | 'ideas'): Sql {
  return sql`
      select string_agg(quote_literal(lexeme), ' | ')::tsquery as query from (
        select spoken.lexeme, sum(coalesce(common.rows, 0)) over (order by coalesce(common.rows, 0), spoken.lexeme) as so_far,
          row_number() over (order by coalesce(common.rows, 0), spoken.lexeme) as place
        from spoken left join (
          select element.lexeme, element.share * greatest(kept.reltuples, 0) as rows from pg_stats told
          join pg_class kept on kept.oid = ${table}::regclass
          cross join lateral rows from (unnest(told.most_common_elems::text::text[]), unnest(told.most_common_elem_freqs))
            as element (lexeme, share)
          where told.schemaname = kept.relnamespace::regnamespace::text and told.tablename = ${table} and told.attname = 'search'
        ) common on common.lexeme = spoken.lexeme
      ) asked_for where so_far <= ${MOST_LOOKED_AT} or place = 1`;
}

/** Stands at the end of what finds candidates before they are ranked. */
export const lookedAt = sql`${limit(MOST_LOOKED_AT)}`;

/** How many are suggested on an idea's page, and answered for where nothing fits. */
export const SUGGESTIONS = 5;

/**
 * Components that may fit an idea, best first, each with the words and themes that matched: rows of `component_id`,
 * `name`, `words` (as the idea writes them) and `themes`. Stands after FROM under the alias.
 */
export function fittingComponents(alias: Sql, ideaId: string | Sql, first: number): Sql {
  const asked = sql`
      select i.themes, case when split_part(i.language, '-', 1) = 'en' then 'english' else 'simple' end as dictionary,
        i.title || ' ' || i.need || ' ' || i.outcome || ' ' || i.people_served as said
      from ideas i where i.id = ${ideaId}`;
  return fitting(alias, asked, LEAST_SCORE, first);
}

/** Longer than this nobody types into one field; the rest of a pasted page is not looked at. */
const MOST_SAID = 400;

/**
 * The same for a need somebody is typing, in any language: nothing was said about themes yet, so one strong word is
 * enough to show something.
 */
export function componentsForNeed(alias: Sql, need: string, first: number): Sql {
  const said = need.toWellFormed().replaceAll('\u0000', '').slice(0, MOST_SAID).toWellFormed();
  const asked = sql`select '{}'::text[] as themes, 'english' as dictionary, ${said}::text as said`;
  return fitting(alias, asked, STRONG, first);
}

/** @param asked a query for the one row that is looked for: its `themes`, `dictionary` and what is `said` */
function fitting(alias: Sql, asked: Sql, leastScore: number, first: number): Sql {
  return sql`(
    with asked as (${asked}
    ), spoken as (
      select lexeme, min(word) as word from (
        select word, unnest(tsvector_to_array(case when asked.dictionary = 'english'
          then to_tsvector('english', immutable_unaccent(word)) else to_tsvector('simple', immutable_unaccent(word)) end)) as lexeme
        from asked, regexp_split_to_table(lower(asked.said), '[^[:alnum:]]+') as word
        where char_length(word) between 3 and 40
      ) words where lexeme <> all (${SAYS_NOTHING}::text[]) group by lexeme
    ), wanted as (${rarestSpoken('components')}
    ), found as materialized (
      select c.id, c.name, c.themes, c.search from components c, wanted where c.search @@ wanted.query ${lookedAt}
    ), candidates as (
      select found.*, ts_rank(found.search, wanted.query, 1) as rank from found, wanted
      order by rank desc nulls last, found.id ${limit(MOST_CANDIDATES)}
    ), matched as (
      select c.id, s.word, 'A' = any (f.weights) or 'B' = any (f.weights) as strong
      from candidates c cross join lateral unnest(c.search) f join spoken s on s.lexeme = f.lexeme
    ), explained as (
      select c.id, c.name, c.rank,
        array(select m.word from matched m where m.id = c.id order by m.strong desc, m.word ${limit(MOST_WORDS_SHOWN)}) as words,
        array(select t from unnest(c.themes) t where t = any (asked.themes) order by t) as themes,
        (select coalesce(sum(case when m.strong then ${STRONG}::numeric else ${WEAK}::numeric end), 0) from matched m where m.id = c.id) as score
      from candidates c, asked
    )
    select e.id as component_id, e.name, e.words, e.themes,
      row_number() over (order by e.score + ${THEME}::numeric * cardinality(e.themes) desc, e.rank desc nulls last, e.id) as place
    from explained e where e.score >= ${STRONG}::numeric and e.score + ${THEME}::numeric * cardinality(e.themes) >= ${leastScore}::numeric
    order by place ${limit(first)}
  ) ${alias}`;
}
