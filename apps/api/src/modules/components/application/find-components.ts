import { sql, type Sql } from '../../../platform/database/index.js';
import type { Order } from '../../../platform/graphql/index.js';

export const COMPONENT_ORDERS = ['NEWEST', 'NAME'] as const;
export type ComponentOrder = (typeof COMPONENT_ORDERS)[number];

export interface ComponentFilter {
  readonly text?: string | null;
  readonly themes?: readonly string[] | null;
  readonly maturities?: readonly string[] | null;
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
  organisationId,
}: ComponentFilter): (component: Sql) => Sql[] {
  return (component) => {
    const conditions: Sql[] = [];
    const words = (text ?? '').toWellFormed().replaceAll('\u0000', '').trim().slice(0, MOST_SEARCHED).toWellFormed();
    if (words !== '') conditions.push(matches(component, words));
    if (themes && themes.length > 0) conditions.push(sql`${component}.themes && ${[...themes]}::text[]`);
    if (maturities && maturities.length > 0)
      conditions.push(sql`${component}.maturity = any (${[...maturities]}::text[])`);
    if (organisationId) conditions.push(sql`${component}.owner_organisation_id = ${organisationId}`);
    return conditions;
  };
}

/** Words in any of the languages descriptions are written in, or a name that is nearly it, so that a typing error finds too. */
function matches(component: Sql, words: string): Sql {
  const asked = sql`immutable_unaccent(${words}::text)`;
  return sql`(${component}.search @@ (websearch_to_tsquery('english', ${asked}) || websearch_to_tsquery('simple', ${asked}))
    or ${asked} <% immutable_unaccent(${component}.name))`;
}
