import { sql, type Sql } from '../../../platform/database/index.js';
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
    const conditions: Sql[] = [];
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

/** By the name its metadata gives, or that of the organisation here that looks after it. */
function keptBy(component: Sql, name: string): Sql {
  const like = `%${name.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(immutable_unaccent(${component}.maintained_by) ilike immutable_unaccent(${like}::text)
    or ${component}.owner_organisation_id in (select o.id from organisations o where o.name ilike ${like}::text))`;
}

/** Words in any of the languages descriptions are written in, or a name that is nearly it, so that a typing error finds too. */
function matches(component: Sql, words: string): Sql {
  const asked = sql`immutable_unaccent(${words}::text)`;
  return sql`(${component}.search @@ (websearch_to_tsquery('english', ${asked}) || websearch_to_tsquery('simple', ${asked}))
    or ${asked} <% immutable_unaccent(${component}.name))`;
}
