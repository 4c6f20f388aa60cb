import { raw, sql, type Sql } from '../../../platform/database/index.js';
import {
  column,
  defineView,
  extendView,
  idOf,
  type PageArgs,
  type PageAsk,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { day } from '../../agreements/index.js';
import { componentView } from '../../components/index.js';
import { ideaView, visibleIdea } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';
import { obligationView, returnView, TODAY } from '../../returns/index.js';
import { fundingRoundView } from '../../rounds/index.js';
import { ventureView } from '../../ventures/index.js';

const person =
  (name: string): ViewField =>
  (at) =>
    at.one(personView, (row) => sql`people ${row} where ${row}.id = ${at.col(name)}`);

const entryVersionView = defineView('EntryVersion', {
  number: column('number'),
  title: column('title'),
  summary: column('summary'),
  address: column('address'),
  text: column('body'),
  licence: column('licence'),
  sharedBy: person('shared_by_id'),
  createdAt: time('created_at'),
  verifiedReturn: (at) => at.one(returnView, (row) => sql`returns ${row} where ${row}.id = ${at.col('return_id')}`),
});

/** Where something came from; null for what an organisation gave without a venture. */
const provenanceView = defineView('EntryProvenance', {
  idea: (at) => at.one(ideaView, (row) => sql`ideas ${row} where ${row}.id = ${at.col('idea_id')}`),
  venture: (at) => at.one(ventureView, (row) => sql`ventures ${row} where ${row}.id = ${at.col('venture_id')}`),
  fundingRound: (at) =>
    at.one(fundingRoundView, (row) => sql`funding_rounds ${row} where ${row}.id = ${at.col('round_id')}`),
  obligation: (at) =>
    at.one(obligationView, (row) => sql`obligations ${row} where ${row}.id = ${at.col('obligation_id')}`),
  votes: (at) => sql`(${at.col('support')} ->> 'votes')::int`,
  byPerspective: (at) => sql`coalesce(${at.col('support')} -> 'byPerspective', '[]'::jsonb)`,
  funders: (at) =>
    at.many(
      organisationView,
      (row) =>
        sql`organisations ${row} join entry_funders f on f.organisation_id = ${row}.id where f.entry_id = ${at.col('id')} order by ${row}.name`,
    ),
});

/** Every published entry is public; a withdrawn one keeps its address and says so. */
export const entryView = defineView('CommonsEntry', {
  id: idOf('entry'),
  urn: (at) => sql`'urn:uuid:' || ${at.col('id')}`,
  slug: column('slug'),
  kind: column('kind'),
  status: column('status'),
  title: column('title'),
  summary: column('summary'),
  address: column('address'),
  text: column('body'),
  licence: column('licence'),
  licenceInWords: column('licence'),
  verdict: column('verdict'),
  verdictReason: column('verdict_reason'),
  licenceReason: column('licence_reason'),
  language: column('language'),
  themes: column('themes'),
  consent: column('consent'),
  anonymised: column('anonymised'),
  version: column('version'),
  organisation: (at) =>
    at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('organisation_id')}`),
  sharedBy: person('shared_by_id'),
  publishedAt: time('published_at'),
  updatedAt: time('updated_at'),
  reviewBy: (at) => day(at.col('review_by')),
  unconfirmed: (at) => sql`${at.col('review_by')} < ${TODAY}`,
  provenance: (at) =>
    at.one(
      provenanceView,
      (row) => sql`commons_entries ${row} where ${row}.id = ${at.col('id')} and ${row}.idea_id is not null`,
    ),
  components: (at) =>
    at.many(
      componentView,
      (row) =>
        sql`components ${row} join entry_components used on used.component_id = ${row}.id where used.entry_id = ${at.col('id')} order by ${row}.name`,
    ),
  informs: (at) =>
    at.many(
      ideaView,
      (row) =>
        sql`ideas ${row} join entry_ideas informed on informed.idea_id = ${row}.id where informed.entry_id = ${at.col('id')} and ${visibleIdea(row)}`,
    ),
  versions: (at) =>
    at.many(
      entryVersionView,
      (row) => sql`entry_versions ${row} where ${row}.entry_id = ${at.col('id')} order by ${row}.number desc limit 100`,
    ),
});

export interface EntryFilter {
  readonly text?: string | null;
  readonly kinds?: readonly string[] | null;
  readonly themes?: readonly string[] | null;
  readonly licences?: readonly string[] | null;
  readonly confirmedOnly?: boolean | null;
}

/** Longer than this nobody searches; the rest of a pasted page is not looked at. */
const MOST_SEARCHED = 200;

/** Published entries that fit, newest first; those nobody confirmed since their review come after the others in a search. */
export function pageOfEntries(filter: EntryFilter, args: PageArgs, also?: (entry: Sql) => Sql): PageAsk {
  const words = (filter.text ?? '')
    .toWellFormed()
    .replaceAll('\u0000', '')
    .trim()
    .slice(0, MOST_SEARCHED)
    .toWellFormed();
  const asked = sql`immutable_unaccent(${words}::text)`;
  const { kinds, themes, licences } = filter;
  return {
    args,
    from: (entry) => sql`commons_entries ${entry}`,
    where: (entry) => [
      sql`${entry}.status = ${raw(`'PUBLISHED'`)}`,
      ...(kinds && kinds.length > 0 ? [sql`${entry}.kind = any(${[...kinds]}::text[])`] : []),
      ...(themes && themes.length > 0 ? [sql`${entry}.themes && ${[...themes]}::text[]`] : []),
      ...(licences && licences.length > 0 ? [sql`${entry}.licence = any(${[...licences]}::text[])`] : []),
      ...(filter.confirmedOnly ? [sql`${entry}.review_by >= ${TODAY}`] : []),
      ...(words === ''
        ? []
        : [
            sql`(${entry}.search @@ (websearch_to_tsquery('english', ${asked}) || websearch_to_tsquery('simple', ${asked}))
              or ${asked} <% immutable_unaccent(${entry}.title))`,
          ]),
      ...(also ? [also(entry)] : []),
    ],
    order: (entry) => ({
      direction: 'desc',
      by: [
        ...(words === '' ? [] : [{ expression: sql`(${entry}.review_by >= ${TODAY})::int`, type: 'integer' as const }]),
        { expression: sql`${entry}.published_at`, type: 'timestamptz' },
        { expression: sql`${entry}.id`, type: 'uuid' },
      ],
    }),
  };
}

const entriesOf =
  (owner: string): ViewField =>
  (at) =>
    at.page(
      entryView,
      pageOfEntries({}, at.args, (entry) => sql`${entry}.${raw(owner)} = ${at.col('id')}`),
    );

extendView(ideaView, { commonsEntries: entriesOf('idea_id') });
extendView(ventureView, { commonsEntries: entriesOf('venture_id') });
extendView(organisationView, { commonsEntries: entriesOf('organisation_id') });
extendView(componentView, {
  commonsEntries: (at) =>
    at.page(
      entryView,
      pageOfEntries(
        {},
        at.args,
        (entry) =>
          sql`exists (select from entry_components used where used.entry_id = ${entry}.id and used.component_id = ${at.col('id')})`,
      ),
    ),
});
extendView(obligationView, {
  entry: (at) => at.one(entryView, (row) => sql`commons_entries ${row} where ${row}.obligation_id = ${at.col('id')}`),
});
