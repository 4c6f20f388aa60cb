import { LEAST_PER_PERSPECTIVE, type Perspective } from '@openimpact/domain';

import { allOf, plannedEachTime, raw, sql, type Sql } from '../../../platform/database/index.js';
import type { Order } from '../../../platform/graphql/index.js';
import { askedWords, queryOf } from './excerpt.js';
import { inThePipeline, visibleIdea } from './idea-view.js';

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

export function filterIdeas(filter: IdeaFilter, orderBy: IdeaOrder): (idea: Sql) => readonly Sql[] {
  return (idea) => {
    const conditions = [visibleIdea(idea)];
    const stages = stagesOf(filter, orderBy);
    const { themes, place, text } = filter;
    if (stages.length > 0) {
      conditions.push(
        stages.length === 1 ? sql`${idea}.stage = ${stages[0]}` : sql`${idea}.stage = any(${[...stages]}::text[])`,
      );
    } else conditions.push(inThePipeline(idea));
    if (themes && themes.length > 0) conditions.push(sql`${idea}.themes && ${[...themes]}::text[]`);
    if (place) conditions.push(sql`${idea}.places @> array[${place.trim()}]::text[]`);
    if (filter.perspective) conditions.push(isSupportedBy(idea, filter.perspective));
    const words = askedWords(text);
    if (words !== '') conditions.push(matches(idea, words));
    return conditions;
  };
}

/** At least as many of a perspective as the public is told at all, by what it was last told. */
function isSupportedBy(idea: Sql, perspective: Perspective): Sql {
  return sql`exists (select from support_told told where told.idea_id = ${idea}.id
    and told.${raw(perspective.toLowerCase())} >= ${LEAST_PER_PERSPECTIVE})`;
}

/** How many ideas are found by their comments, and how many by a title that is nearly what was typed. */
const MOST_BY_COMMENTS = 200;
const MOST_BY_TYPING_ERROR = 200;

/**
 * The words in any of the languages ideas are written in, in the idea or in what was said about it. Only where no idea
 * has them, titles that are nearly them, so that a typing error finds too and costs nothing when there is none.
 *
 * The lists are made once for the statement, before any idea is looked at.
 */
function matches(idea: Sql, words: string): Sql {
  const asked = sql`immutable_unaccent(${words}::text)`;
  const query = queryOf(words);
  return sql`(${plannedEachTime} ${idea}.search @@ ${query}
    or ${idea}.id = any(array(select said.idea_id from comments said
      where said.removed_at is null and comment_search(said.language, said.body) @@ ${query} limit ${MOST_BY_COMMENTS}))
    or ${idea}.id = any(array(select alike.id from ideas alike where ${asked} <% immutable_unaccent(alike.title)
      and not exists (select from ideas found where found.search @@ ${query}) limit ${MOST_BY_TYPING_ERROR})))`;
}

/** How many candidates of a common word are compared; the best-supported ones. */
const MOST_CANDIDATES = 200;

/**
 * Ideas that say nearly the same, best first: the title by its letters (pg_trgm), title and need by their words. Answers
 * while somebody types, so neither part ranks more than a few hundred.
 */
export function similarIdeas(ask: {
  readonly title: string;
  readonly need: string;
  readonly first: number;
}): (idea: Sql) => Sql {
  const title = askedWords(ask.title);
  const words = `${title} ${ask.need.toWellFormed().replaceAll('\u0000', '').slice(0, 600).toWellFormed()}`.trim();
  return (idea) => sql`ideas ${idea} join (
      select found.id, sum(found.score) as score from (
        (select i.id, 2 * similarity(immutable_unaccent(i.title), immutable_unaccent(${title}::text)) as score from ideas i
          where immutable_unaccent(i.title) % immutable_unaccent(${title}::text) and ${allOf([inThePipeline(raw('i'))])}
          order by i.votes_support desc limit ${MOST_CANDIDATES})
        union all
        (select i.id, ts_rank(i.search, asked.words, 1) as score from ideas i,
            (select replace(plainto_tsquery('english', immutable_unaccent(${words}::text))::text, ' & ', ' | ')::tsquery as words) asked
          where i.search @@ asked.words and ${inThePipeline(raw('i'))}
          order by i.votes_support desc limit ${MOST_CANDIDATES})
      ) found group by found.id having sum(found.score) > 0.02 order by sum(found.score) desc limit ${ask.first}
    ) alike on alike.id = ${idea}.id where ${visibleIdea(idea)} order by alike.score desc, ${idea}.id`;
}
