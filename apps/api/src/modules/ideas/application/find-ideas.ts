import { LEAST_PER_PERSPECTIVE, type Perspective } from '@openimpact/domain';

import { limit, plannedEachTime, raw, sql, type Sql } from '../../../platform/database/index.js';
import type { Order } from '../../../platform/graphql/index.js';
import { askedWords, queryOf } from './excerpt.js';
import { inThePipeline, visibleIdea } from './idea-view.js';
import type { FoundByWords } from './idea-words.js';

export const IDEA_ORDERS = ['TRENDING', 'NEWEST', 'MOST_ORGANISATIONS', 'CLOSEST_TO_TARGET', 'NEEDS_VOTES'] as const;
export type IdeaOrder = (typeof IDEA_ORDERS)[number];

export interface IdeaFilter {
  readonly stages?: readonly string[] | null;
  readonly themes?: readonly string[] | null;
  readonly place?: string | null;
  readonly text?: string | null;
  readonly perspective?: Perspective | null;
}

/** What each order sorts by, stored or indexed; an index with the id behind it serves each, with and without a stage. */
const ORDERS: Record<IdeaOrder, { readonly by: (idea: Sql) => Sql; readonly type: Order['by'][number]['type'] }> = {
  TRENDING: { by: (idea) => sql`${idea}.trending`, type: 'double precision' },
  NEWEST: { by: (idea) => sql`${idea}.created_at`, type: 'timestamptz' },
  MOST_ORGANISATIONS: { by: (idea) => sql`${idea}.organisations_count`, type: 'integer' },
  CLOSEST_TO_TARGET: { by: (idea) => sql`${idea}.to_target`, type: 'double precision' },
  // Weeks of youth less one for each vote: our own formula, so that what nobody has seen yet is seen first, and each vote
  // makes room for another.
  NEEDS_VOTES: {
    by: (idea) => sql`idea_needs_votes(${idea}.created_at, ${idea}.votes_support)`,
    type: 'double precision',
  },
};

export function orderIdeas(by: IdeaOrder): (idea: Sql) => Order {
  return (idea) => ({
    direction: 'desc',
    by: [
      { expression: ORDERS[by].by(idea), type: ORDERS[by].type },
      { expression: sql`${idea}.id`, type: 'uuid' },
    ],
  });
}

/** Nothing is closest to a target but what raises money, and nothing waits for votes but what was only logged. */
const STAGES_OF_ORDER: Partial<Record<IdeaOrder, readonly string[]>> = {
  CLOSEST_TO_TARGET: ['FUNDING'],
  NEEDS_VOTES: ['LOGGED'],
};

function stagesOf(filter: IdeaFilter, orderBy: IdeaOrder): readonly string[] {
  if (filter.stages && filter.stages.length > 0) return filter.stages;
  return STAGES_OF_ORDER[orderBy] ?? [];
}

/** @param found what the text of the filter came to (`IdeaWords`). */
export function filterIdeas(
  filter: IdeaFilter,
  orderBy: IdeaOrder,
  found: FoundByWords,
): (idea: Sql) => readonly Sql[] {
  return (idea) => {
    const conditions = [visibleIdea(idea)];
    const stages = stagesOf(filter, orderBy);
    const { themes, place } = filter;
    if (stages.length > 0) {
      conditions.push(
        stages.length === 1 ? sql`${idea}.stage = ${stages[0]}` : sql`${idea}.stage = any(${[...stages]}::text[])`,
      );
    } else conditions.push(inThePipeline(idea));
    if (themes && themes.length > 0) conditions.push(sql`${idea}.themes && ${[...themes]}::text[]`);
    if (place) conditions.push(sql`${idea}.places @> array[${place.trim()}]::text[]`);
    if (filter.perspective) conditions.push(isSupportedBy(idea, filter.perspective));
    if (found === 'COMMON') conditions.push(hasItself(idea, askedWords(filter.text)));
    else if (found === 'MANY') conditions.push(has(idea, askedWords(filter.text)));
    else if (found !== undefined) conditions.push(sql`${idea}.id = any(${[...found]}::uuid[])`);
    return conditions;
  };
}

/** At least as many of a perspective as the public is told at all, by what it was last told. */
function isSupportedBy(idea: Sql, perspective: Perspective): Sql {
  return sql`exists (select from support_told told where told.idea_id = ${idea}.id
    and told.${raw(perspective.toLowerCase())} >= ${LEAST_PER_PERSPECTIVE})`;
}

/** How many ideas are found by what was said about them, beside the many that have the words themselves. */
const MOST_BY_COMMENTS = 200;

/**
 * Common words, in an idea itself: what was said about others would add a few to thousands. Written so that no index serves
 * it: ideas are looked at in the order of the list, and of the index every idea that has the words would come first. What
 * is looked for is made once, and not for each idea.
 */
function hasItself(idea: Sql, words: string): Sql {
  return sql`case when ${idea}.search @@ (select ${queryOf(words)}) then true else false end`;
}

/** Words of many, in an idea or in what was said about it. */
function has(idea: Sql, words: string): Sql {
  const query = queryOf(words);
  return sql`(${plannedEachTime} ${idea}.search @@ ${query}
    or ${idea}.id = any(array(select said.idea_id from comments said
      where said.removed_at is null and comment_search(said.language, said.body) @@ ${query} ${limit(MOST_BY_COMMENTS)})))`;
}

/** How many candidates of each kind are compared. */
const MOST_CANDIDATES = 200;
/** How many of the words that were typed are looked for: the rarest say most. */
const MOST_WORDS = 8;
/** A word in more ideas than this tells nothing, and would find too many; unless nothing rarer was typed. */
const COMMON = 0.1;
/** What a word that the statistics do not name is taken to be in. */
const RAREST = 0.0005;
/** The index names every idea that has a word before the first is looked at, so only as many words are asked of it. */
const MOST_NAMED = 5_000;
/** Where that finds few, so many of the best supported ideas are looked through for all of them. */
const MOST_LOOKED_THROUGH = 2_000;
/** Less than this in common is chance. */
const LEAST_ALIKE = 0.18;

/**
 * Ideas that say nearly the same, best first: the title by its letters (pg_trgm), title and need by their words, each
 * weighed by how rare it is (inverse document frequency, after the database's own statistics of what ideas say).
 *
 * Answers while somebody types, so no part compares more than a few hundred.
 */
export function similarIdeas(ask: {
  readonly title: string;
  readonly need: string;
  readonly first: number;
}): (idea: Sql) => Sql {
  const title = sql`immutable_unaccent(${askedWords(ask.title)}::text)`;
  const typed = `${askedWords(ask.title)} ${ask.need.toWellFormed().replaceAll('\u0000', '').slice(0, 600).toWellFormed()}`;
  const open = inThePipeline(raw('i'));
  return (idea) => sql`ideas ${idea} join (
      with known as (
        select word, share from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (word, share)
        where schemaname = current_schema() and tablename = 'ideas' and attname = 'search' and word is not null
      ), asked as materialized (
        select typed.word, ln(1 / greatest(coalesce(known.share, ${RAREST}), ${RAREST})) as weight,
          greatest(coalesce(known.share, ${RAREST}), ${RAREST}) * (select reltuples from pg_class where oid = 'ideas'::regclass) as expected
        from unnest(tsvector_to_array(to_tsvector('english', immutable_unaccent(${typed}::text)))) as typed (word)
          left join known on known.word = typed.word
        where coalesce(known.share, 0) <= greatest(${COMMON}, (select min(coalesce(rarest.share, 0)) from known rarest
          where rarest.word = any(tsvector_to_array(to_tsvector('english', immutable_unaccent(${typed}::text))))))
        order by weight desc, typed.word ${limit(MOST_WORDS)}
      ), sought as materialized (
        select word from (select word, sum(expected) over (order by expected, word) as named from asked) rarest where named <= ${MOST_NAMED}
      ), named as materialized (
        select i.id from ideas i where i.search @@ (select string_agg(quote_literal(word), ' | ')::tsquery from sought) and ${open}
          ${limit(MOST_CANDIDATES)}
      ), worded as materialized (
        select id from named
        union
        (select first.id from (
            select i.id, i.search from ideas i where ${open} order by i.trending desc, i.id desc ${limit(MOST_LOOKED_THROUGH)}
          ) first
          where (select count(*) from named) < ${MOST_CANDIDATES} and first.search @@ (select string_agg(quote_literal(word), ' | ')::tsquery from asked)
          ${limit(MOST_CANDIDATES)})
      ), candidates as (
        select id from worded
        union
        -- Letters cost far more than words, and find what is mistyped: they are asked where words do not find plenty.
        (select i.id from ideas i where immutable_unaccent(i.title) % ${title} and ${open}
          and (select count(*) from worded) < ${MOST_CANDIDATES} ${limit(MOST_CANDIDATES)})
      )
      select i.id, similarity(immutable_unaccent(i.title), ${title})
        + coalesce((select sum(asked.weight) from asked where asked.word = any(tsvector_to_array(i.search))), 0)
          / greatest((select sum(weight) from asked), 1) as score
      from candidates join ideas i on i.id = candidates.id
      order by score desc, i.id ${limit(ask.first)}
    ) alike on alike.id = ${idea}.id where alike.score > ${LEAST_ALIKE} and ${visibleIdea(idea)} order by alike.score desc, ${idea}.id`;
}
