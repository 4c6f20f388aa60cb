import { allOf, raw, sql, type Sql } from '../../../platform/database/index.js';
import type { Order } from '../../../platform/graphql/index.js';
import { inThePipeline, visibleIdea } from './idea-view.js';

export const IDEA_ORDERS = ['TRENDING', 'NEWEST', 'MOST_ORGANISATIONS', 'CLOSEST_TO_TARGET'] as const;
export type IdeaOrder = (typeof IDEA_ORDERS)[number];

export interface IdeaFilter {
  readonly stages?: readonly string[] | null;
  readonly themes?: readonly string[] | null;
  readonly place?: string | null;
  readonly text?: string | null;
}

/** The stored column of each order; an index with the id behind it serves each, with and without a stage. */
const ORDER_COLUMNS: Record<IdeaOrder, { readonly column: string; readonly type: Order['by'][number]['type'] }> = {
  TRENDING: { column: 'trending', type: 'double precision' },
  NEWEST: { column: 'created_at', type: 'timestamptz' },
  MOST_ORGANISATIONS: { column: 'organisations_count', type: 'integer' },
  CLOSEST_TO_TARGET: { column: 'to_target', type: 'double precision' },
};

export function orderIdeas(by: IdeaOrder): (idea: Sql) => Order {
  const { column, type } = ORDER_COLUMNS[by];
  return (idea) => ({
    direction: 'desc',
    by: [
      { expression: sql`${idea}.${raw(column)}`, type },
      { expression: sql`${idea}.id`, type: 'uuid' },
    ],
  });
}

/** Longer than this nobody searches; the rest of a pasted page is not looked at. */
const MOST_SEARCHED = 200;

/** Nothing is closest to a target but what raises money. */
function stagesOf(filter: IdeaFilter, orderBy: IdeaOrder): readonly string[] {
  if (filter.stages && filter.stages.length > 0) return filter.stages;
  return orderBy === 'CLOSEST_TO_TARGET' ? ['FUNDING'] : [];
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
    const words = clean(text);
    if (words !== '') conditions.push(matches(idea, words));
    return conditions;
  };
}

/** Words in any of the languages ideas are written in, or a title that is nearly it, so that a typing error finds too. */
function matches(idea: Sql, words: string): Sql {
  const asked = sql`immutable_unaccent(${words}::text)`;
  return sql`(${idea}.search @@ (websearch_to_tsquery('english', ${asked}) || websearch_to_tsquery('simple', ${asked}))
    or ${asked} <% immutable_unaccent(${idea}.title))`;
}

function clean(text: string | null | undefined): string {
  return (text ?? '').toWellFormed().replaceAll('\u0000', '').trim().slice(0, MOST_SEARCHED).toWellFormed();
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
  const title = clean(ask.title);
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
