import { limit, plannedEachTime, sql, type Sql } from '../../../platform/database/index.js';
import type { Order } from '../../../platform/graphql/index.js';

export const COMPONENT_ORDERS = ['NEWEST', 'NAME'] as const;
export type ComponentOrder = (typeof COMPONENT_ORDERS)[number];

export interface ComponentFilter {
  readonly text?: string | null;
  readonly themes?: readonly string[] | null;
  readonly maturities?: readonly string[] | null;
  readonly functions?: readonly string[] | null;
  readonly licenceUses?: readonly string[] | null;
  readonly maintainedBy?: string | null;
  readonly speaks?: string | null;
  readonly releasedSince?: string | null;
  readonly organisationId?: string | null;
}

/** Longer than this nobody searches; the rest of a pasted page is not looked at. */
const MOST_SEARCHED = 200;

export function orderComponents(by: ComponentOrder): (component: Sql) => Order {
  return (component) =>
    by === 'NAME'
      ? {
          direction: 'asc',
          by: [
            { expression: sql`${component}.name`, type: 'text' },
            { expression: sql`${component}.id`, type: 'uuid' },
          ],
        }
      : {
          direction: 'desc',
          by: [
            { expression: sql`${component}.registered_at`, type: 'timestamptz' },
            { expression: sql`${component}.id`, type: 'uuid' },
          ],
        };
}

/** Components are public to everyone: what is found depends on what is asked alone. */
export function filterComponents({
  text,
  themes,
  maturities,
  functions,
  licenceUses,
  maintainedBy,
  speaks,
  releasedSince,
  organisationId,
}: ComponentFilter): (component: Sql) => Sql[] {
  return (component) => {
    // How many a choice leaves is the choice's own: the newest of a thousand are found by another way than the only one.
    const conditions: Sql[] = [sql`${plannedEachTime} true`];
    const words = searched(text);
    if (words !== '') conditions.push(matches(component, words));
    if (themes && themes.length > 0) conditions.push(sql`${component}.themes && ${[...themes]}::text[]`);
    if (maturities && maturities.length > 0)
      conditions.push(sql`${component}.maturity = any (${[...maturities]}::text[])`);
    if (functions && functions.length > 0) conditions.push(sql`${component}.functions && ${[...functions]}::text[]`);
    if (licenceUses && licenceUses.length > 0)
      conditions.push(sql`${component}.licence_use = any (${[...licenceUses]}::text[])`);
    const keeper = searched(maintainedBy);
    if (keeper !== '') conditions.push(keptBy(component, keeper));
    const language = searched(speaks);
    if (language !== '') conditions.push(sql`${component}.languages && ${[language, language.toLowerCase()]}::text[]`);
    if (releasedSince) conditions.push(sql`${component}.release_date >= ${releasedSince}::date`);
    if (organisationId) conditions.push(sql`${component}.owner_organisation_id = ${organisationId}`);
    return conditions;
  };
}

function searched(text: string | null | undefined): string {
  return (text ?? '').toWellFormed().replaceAll('\u0000', '').trim().slice(0, MOST_SEARCHED).toWellFormed();
}

/** How many organisations a piece of a name stands for. */
const MOST_KEEPERS = 200;

/** By the name its metadata gives, or that of the organisation here that looks after it. */
function keptBy(component: Sql, name: string): Sql {
  const like = `%${name.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(immutable_unaccent(${component}.maintained_by) ilike immutable_unaccent(${like}::text)
    or ${component}.owner_organisation_id = any(array(
      select o.id from organisations o where o.name ilike ${like}::text ${limit(MOST_KEEPERS)})))`;
}

/** How many are found by a name that is nearly what was typed. */
const MOST_BY_TYPING_ERROR = 200;

/**
 * Words in any of the languages descriptions are written in. Only where nothing has them, names that are nearly them, so
 * that a typing error finds too and costs nothing when there is none.
 */
function matches(component: Sql, words: string): Sql {
  const asked = sql`immutable_unaccent(${words}::text)`;
  const query = sql`(websearch_to_tsquery('english', ${asked}) || websearch_to_tsquery('simple', ${asked}))`;
  return sql`(${component}.search @@ ${query}
    or ${component}.id = any(array(select alike.id from components alike where ${asked} <% immutable_unaccent(alike.name)
      and not exists (select from components found where found.search @@ ${query}) ${limit(MOST_BY_TYPING_ERROR)})))`;
}
