import { organisationIdsOf } from '../../../platform/auth/index.js';
import { raw, sql, type Sql } from '../../../platform/database/index.js';
import {
  type At,
  column,
  defineView,
  extendView,
  idOf,
  isoTime,
  type PageArgs,
  type PageAsk,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { day } from '../../agreements/index.js';
import { componentView, useFields } from '../../components/index.js';
import { ideaView, visibleIdea } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';
import { obligationView, returnView, TODAY } from '../../returns/index.js';
import { fundingRoundView } from '../../rounds/index.js';
import { uploadView } from '../../uploads/index.js';
import { ventureView } from '../../ventures/index.js';
import { licencesOf, type LicenceSort } from './licence-sorts.js';

const person =
  (name: string): ViewField =>
  (at) =>
    at.one(personView, (row) => sql`people ${row} where ${row}.id = ${at.col(name)}`);

function filesOf(at: At, entry: Sql, number: Sql): Sql {
  return at.many(
    uploadView,
    (row) =>
      sql`uploads ${row} join entry_files part on part.upload_id = ${row}.id where part.entry_id = ${entry} and part.number = ${number} and ${row}.state = 'STORED' order by ${row}.name, ${row}.id`,
  );
}

export const entryUseView = defineView('EntryUse', {
  id: idOf('entryUse'),
  ...useFields(raw('entry_use_doubts')),
  declaredAt: time('declared_at'),
});

const withdrawalView = defineView('EntryWithdrawal', {
  because: column('withdrawn_because'),
  reason: column('withdrawn_reason'),
  withdrawnAt: time('withdrawn_at'),
  replacedBy: (at) =>
    at.one(entryView, (row) => sql`commons_entries ${row} where ${row}.id = ${at.col('replaced_by_id')}`),
});

/** Words as somebody searches with them, without what a database cannot hold. */
function searchWords(text: string | null | undefined): string {
  return (text ?? '').toWellFormed().replaceAll('\u0000', '').trim().slice(0, MOST_SEARCHED).toWellFormed();
}

function searchQuery(words: string): Sql {
  const asked = sql`immutable_unaccent(${words}::text)`;
  return sql`(websearch_to_tsquery('english', ${asked}) || websearch_to_tsquery('simple', ${asked}))`;
}

/** The passage in which the words stand, for the few entries of one page. */
function matchOf(at: At): Sql {
  const { text } = at.args;
  const words = searchWords(typeof text === 'string' ? text : '');
  const query = searchQuery(words);
  const marked = (text: Sql): Sql =>
    sql`ts_headline('english', ${text}, ${query}, 'StartSel=«, StopSel=», MaxWords=30, MinWords=12, MaxFragments=1')`;
  const holds = (text: Sql): Sql => sql`to_tsvector('english', immutable_unaccent(coalesce(${text}, ''))) @@ ${query}`;
  const place = (where: string, text: Sql): Sql =>
    sql`when ${holds(text)} then json_build_object('where', ${raw(`'${where}'`)}, 'excerpt', ${marked(text)})`;
  const body = sql`left(${at.col('body')}, 20000)`;
  return sql`(case when ${words === ''} then null ${place('SUMMARY', at.col('summary'))} ${place('TEXT', body)} ${place('TITLE', at.col('title'))} end)`;
}

const entryVersionView = defineView('EntryVersion', {
  number: column('number'),
  title: column('title'),
  summary: column('summary'),
  address: column('address'),
  text: column('body'),
  licence: column('licence'),
  release: column('release'),
  change: column('change'),
  files: (at) => filesOf(at, at.col('entry_id'), at.col('number')),
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

const GIVER = raw('giver');

function givers(at: At, which: Sql): Sql {
  return at.many(
    organisationView,
    (row) => sql`organisations ${row} join entry_givers ${GIVER} on ${GIVER}.organisation_id = ${row}.id
      where ${GIVER}.entry_id = ${at.col('id')} and ${which} order by ${row}.name, ${row}.id`,
  );
}

/** The entries an organisation gives, alone or with others. @param organisationId the SQL of its id */
function givenBy(entry: Sql, organisationId: Sql): Sql {
  return sql`(${entry}.organisation_id = ${organisationId}
    or ${entry}.id = any(array(select g.entry_id from entry_givers g where g.organisation_id = ${organisationId} and g.agreed_at is not null)))`;
}

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
  method: column('method'),
  studiedOn: (at) => day(at.col('studied_on')),
  sample: column('sample'),
  confidence: column('confidence'),
  withdrawalContact: column('withdrawal_contact'),
  release: column('release'),
  files: (at) => filesOf(at, at.col('id'), at.col('version')),
  component: (at) => at.one(componentView, (row) => sql`components ${row} where ${row}.id = ${at.col('component_id')}`),
  uses: (at) =>
    at.many(
      entryUseView,
      (row) =>
        sql`entry_uses ${row} where ${row}.entry_id = ${at.col('id')} and ${row}.ended_at is null order by ${row}.confirmed_at desc, ${row}.id limit 100`,
    ),
  withdrawal: (at) =>
    at.one(
      withdrawalView,
      (row) => sql`commons_entries ${row} where ${row}.id = ${at.col('id')} and ${row}.status = 'WITHDRAWN'`,
    ),
  confirmedAt: (at) => isoTime(at.col('confirmed_at')),
  addressSeenAt: (at) =>
    sql`case when ${at.col('address_seen')} = 'ANSWERED' then ${isoTime(at.col('address_seen_at'))} end`,
  matched: matchOf,
  strategy: (at) => sql`case when ${at.col('kind')} = 'IMPACT_STRATEGY' then ${at.col('body')} end`,
  viewerCan: (at) =>
    sql`json_build_object('status', ${at.col('status')}, 'organisationId', ${at.col('organisation_id')})`,
  version: column('version'),
  organisation: (at) =>
    at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('organisation_id')}`),
  alsoGivenBy: (at) => givers(at, sql`${GIVER}.agreed_at is not null`),
  // Nobody is named as giving something before they said so: only those concerned know who is asked.
  askedToGive: (at) => {
    const yours = sql`${organisationIdsOf(at.viewer)}::uuid[]`;
    return givers(
      at,
      sql`${GIVER}.agreed_at is null and (${at.col('organisation_id')} = any(${yours}) or ${GIVER}.organisation_id = any(${yours}))`,
    );
  },
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
  readonly licenceSort?: LicenceSort | null;
  /** Addresses of an organisation and of a project. */
  readonly organisation?: string | null;
  readonly venture?: string | null;
}

/** A readable address from outside, without what a database cannot hold. */
function plain(slug: string): string {
  return slug.toWellFormed().replaceAll('\u0000', '');
}

/** Longer than this nobody searches; the rest of a pasted page is not looked at. */
const MOST_SEARCHED = 200;

/** Published entries that fit, newest first; those nobody confirmed since their review come after the others in a search. */
export function pageOfEntries(
  filter: EntryFilter,
  args: PageArgs,
  also?: (entry: Sql) => Sql,
  marks: 'WITH_MARKS' | 'WITHOUT_MARKS' = 'WITHOUT_MARKS',
): PageAsk {
  const words = searchWords(filter.text);
  const asked = sql`immutable_unaccent(${words}::text)`;
  const { kinds, themes, licences } = filter;
  return {
    args,
    from: (entry) => sql`commons_entries ${entry}`,
    where: (entry) => [
      ...(marks === 'WITH_MARKS' ? [] : [sql`${entry}.status = ${raw(`'PUBLISHED'`)}`]),
      ...(kinds && kinds.length > 0 ? [sql`${entry}.kind = any(${[...kinds]}::text[])`] : []),
      ...(themes && themes.length > 0 ? [sql`${entry}.themes && ${[...themes]}::text[]`] : []),
      ...(licences && licences.length > 0 ? [sql`${entry}.licence = any(${[...licences]}::text[])`] : []),
      ...(filter.licenceSort ? [sql`${entry}.licence = any(${[...licencesOf(filter.licenceSort)]}::text[])`] : []),
      ...(filter.organisation
        ? [givenBy(entry, sql`(select o.id from organisations o where o.slug = ${plain(filter.organisation)})`)]
        : []),
      ...(filter.venture
        ? [sql`${entry}.venture_id = (select v.id from ventures v where v.slug = ${plain(filter.venture)})`]
        : []),
      ...(filter.confirmedOnly ? [sql`${entry}.review_by >= ${TODAY}`] : []),
      ...(words === ''
        ? []
        : [
            sql`(${entry}.search @@ ${searchQuery(words)}
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
      // What was taken back leaves its mark where it came from.
      pageOfEntries({}, at.args, (entry) => sql`${entry}.${raw(owner)} = ${at.col('id')}`, 'WITH_MARKS'),
    );

extendView(ideaView, {
  commonsEntries: entriesOf('idea_id'),
  // What was taken back leaves its mark where it was used, too.
  informedBy: (at) =>
    at.many(
      entryView,
      (row) =>
        sql`commons_entries ${row} join entry_ideas informs on informs.entry_id = ${row}.id where informs.idea_id = ${at.col('id')} order by ${row}.published_at desc, ${row}.id limit 50`,
    ),
});
extendView(ventureView, { commonsEntries: entriesOf('venture_id') });
extendView(organisationView, {
  commonsEntries: (at) =>
    at.page(
      entryView,
      pageOfEntries({}, at.args, (entry) => givenBy(entry, at.col('id')), 'WITH_MARKS'),
    ),
});
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
