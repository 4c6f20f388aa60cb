import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { visibleIdea } from '../../ideas/index.js';
import type { Collection, Column } from './collection.js';
import type { OtherFile } from './describe.js';

function text(name: string, column: string, description: string): Column {
  return { name, type: 'string', description, value: (row) => sql`${row}.${raw(column)}` };
}

function address(name: string, column: string, description: string): Column {
  return { ...text(name, column, description), type: 'uri' };
}

function whole(name: string, column: string, description: string): Column {
  return { ...text(name, column, description), type: 'integer' };
}

/** Several words in one cell, with a semicolon between them. */
function words(name: string, column: string, description: string): Column {
  const value = (row: Sql) => sql`array_to_string(${row}.${raw(column)}, '; ')`;
  return { name, type: 'string', description: `${description} Several are joined by a semicolon.`, value };
}

/** The day of a moment, never its minute. */
function day(name: string, column: string, description: string): Column {
  const value = (row: Sql) => sql`to_char(${row}.${raw(column)} at time zone 'UTC', 'YYYY-MM-DD')`;
  return { name, type: 'date', description, value };
}

function date(name: string, column: string, description: string): Column {
  return { name, type: 'date', description, value: (row) => sql`to_char(${row}.${raw(column)}, 'YYYY-MM-DD')` };
}

/** The readable address of what a row points at. */
function slugOf(name: string, table: string, column: string, description: string): Column {
  const value = (row: Sql) => sql`(select t.slug from ${raw(table)} t where t.id = ${row}.${raw(column)})`;
  return { name, type: 'string', description, value };
}

const everything = () => raw('true');

export const IDEAS: Collection = {
  name: 'ideas',
  title: 'Ideas',
  description:
    'Needs for digital products that would help people, as those who do the work described them, with the support that the public is told of. The filters of the page of ideas work in the address.',
  keywords: ['needs', 'social sector', 'votes'],
  table: 'ideas',
  public: visibleIdea,
  columns: [
    text('slug', 'slug', 'The idea’s page is at /ideas/ and this.'),
    text('title', 'title', 'What it is called.'),
    text('need', 'need', 'What is missing, and for whom.'),
    text('outcome', 'outcome', 'What would be better.'),
    text('easyRead', 'easy_read', 'The idea in one short sentence of plain words.'),
    text('peopleServed', 'people_served', 'Whom it is for.'),
    words('themes', 'themes', 'What it is about.'),
    words('places', 'places', 'Where it is needed.'),
    text('language', 'language', 'The language it is written in (BCP 47).'),
    text('stage', 'stage', 'How far it is, from LOGGED to COMMONS, or how it ended.'),
    whole('votes', 'votes_support', 'Votes of support that the public is told of.'),
    whole('organisations', 'organisations_count', 'Organisations that those votes name.'),
    whole('adoptionInterests', 'adoption_count', 'Organisations that would try or use it.'),
    whole('comments', 'comments_count', 'Comments in its discussion.'),
    {
      name: 'pledgedMinorUnits',
      type: 'integer',
      description: 'Money pledged to it, in the smallest unit of the currency.',
      value: (row) => sql`case when ${row}.currency is not null then ${row}.pledged_minor::text end`,
    },
    {
      name: 'targetMinorUnits',
      type: 'integer',
      description: 'Money it needs, in the smallest unit of the currency.',
      value: (row) => sql`${row}.target_minor::text`,
    },
    text('currency', 'currency', 'The currency of both (ISO 4217).'),
    day('loggedOn', 'created_at', 'The day it was logged.'),
  ],
};

export const COMPONENTS: Collection = {
  name: 'components',
  title: 'Components',
  description: 'Software that exists and can be reused, with what was declared, found and decided about its licence.',
  keywords: ['open source', 'reuse', 'publiccode'],
  table: 'components',
  public: everything,
  columns: [
    text('slug', 'slug', 'The component’s page is at /components/ and this; its publiccode.yml is below that.'),
    text('name', 'name', 'What it is called.'),
    text('summary', 'summary', 'What it is, in a sentence.'),
    text('language', 'language', 'The language of its description (BCP 47).'),
    words('themes', 'themes', 'What it is about.'),
    words('functions', 'functions', 'What it does.'),
    text('maturity', 'maturity', 'How far it is.'),
    text('softwareVersion', 'software_version', 'Its newest release, as its own file says.'),
    date('releasedOn', 'release_date', 'The day of that release.'),
    text('licenceDeclared', 'licence_declared', 'The licence its own file names (SPDX expression).'),
    text('licenceFound', 'licence_found', 'The licence that its licence text is.'),
    text('licenceConcluded', 'licence_concluded', 'The licence that a person decided it has.'),
    address('repositoryUrl', 'repository_url', 'Where its source is.'),
    address('landingUrl', 'landing_url', 'Its own page.'),
    slugOf('organisation', 'organisations', 'owner_organisation_id', 'Who owns it: /organisations/ and this.'),
    day('registeredOn', 'registered_at', 'The day it was registered here.'),
    day('updatedOn', 'updated_at', 'The day of the last change here.'),
  ],
};

export const COMMONS: Collection = {
  name: 'commons',
  title: 'Shared library',
  description:
    'What came back: software, data standards, datasets, user research, impact strategies, evaluations, design patterns and APIs that anybody may use. What was taken back stays as a line that says why.',
  keywords: ['commons', 'open licence', 'user research', 'data standards'],
  table: 'commons_entries',
  public: everything,
  columns: [
    { name: 'urn', type: 'uri', description: 'Its permanent name.', value: (row) => sql`'urn:uuid:' || ${row}.id` },
    text('slug', 'slug', 'The entry’s page is at /commons/ and this; CITATION.cff and entry.jsonld are below that.'),
    text('kind', 'kind', 'What kind of thing it is.'),
    text('status', 'status', 'PUBLISHED, or WITHDRAWN where it was taken back.'),
    text('title', 'title', 'What it is called.'),
    text('summary', 'summary', 'What it is, and whom it helps.'),
    address('address', 'address', 'Where it is, when it is elsewhere.'),
    text('licence', 'licence', 'Under what anybody may use it (SPDX expression).'),
    text('language', 'language', 'The language it is written in (BCP 47).'),
    words('themes', 'themes', 'What it is about.'),
    whole('version', 'version', 'How many versions there were.'),
    text('release', 'release', 'Its own name for this version.'),
    slugOf('organisation', 'organisations', 'organisation_id', 'Who gave it: /organisations/ and this.'),
    slugOf('idea', 'ideas', 'idea_id', 'The idea it began with: /ideas/ and this.'),
    slugOf('venture', 'ventures', 'venture_id', 'The project that built it: /ventures/ and this.'),
    {
      name: 'uses',
      type: 'integer',
      description: 'Organisations that say they use it.',
      value: (row) => sql`(select count(*)::int from entry_uses u where u.entry_id = ${row}.id and u.ended_at is null)`,
    },
    day('publishedOn', 'published_at', 'The day it came into the library.'),
    day('updatedOn', 'updated_at', 'The day of its newest version.'),
    date('reviewBy', 'review_by', 'The day until which it counts as confirmed.'),
    text('withdrawnBecause', 'withdrawn_because', 'Why it was taken back.'),
    slugOf('replacedBy', 'commons_entries', 'replaced_by_id', 'What to use instead: /commons/ and this.'),
  ],
};

export const VENTURES: Collection = {
  name: 'ventures',
  title: 'Projects',
  description: 'Collaborations that deliver ideas in the open, how far they are and how they ended.',
  keywords: ['collaboration', 'open delivery'],
  table: 'ventures',
  public: everything,
  columns: [
    text('slug', 'slug', 'The project’s page is at /ventures/ and this; its news as a feed is below that.'),
    text('title', 'title', 'What it is called.'),
    text('summary', 'summary', 'What it does.'),
    text('language', 'language', 'The language it is written in (BCP 47).'),
    text('status', 'status', 'CONVENING, ACTIVE, HANDED_OVER or STOPPED.'),
    text('phase', 'phase', 'DISCOVERY, PROTOTYPE, PILOT or SERVICE.'),
    {
      name: 'ideas',
      type: 'string',
      description: 'The ideas it serves: /ideas/ and each. Several are joined by a semicolon.',
      value: (row) =>
        sql`(select string_agg(i.slug, '; ' order by i.slug) from venture_ideas x join ideas i on i.id = x.idea_id where x.venture_id = ${row}.id)`,
    },
    {
      name: 'organisations',
      type: 'string',
      description: 'The organisations in it: /organisations/ and each. Several are joined by a semicolon.',
      value: (row) =>
        sql`(select string_agg(o.slug, '; ' order by o.slug) from venture_members m join organisations o on o.id = m.organisation_id where m.venture_id = ${row}.id)`,
    },
    text('learned', 'learned', 'What was learned, where it stopped early.'),
    day('convenedOn', 'created_at', 'The day it was convened.'),
    day('startedOn', 'started_at', 'The day its first money was agreed.'),
    day('endedOn', 'ended_at', 'The day it was handed over or stopped.'),
  ],
};

export const ORGANISATIONS: Collection = {
  name: 'organisations',
  title: 'Organisations',
  description: 'Who takes part: charities, funders, agencies and public bodies.',
  keywords: ['charities', 'funders'],
  table: 'organisations',
  public: everything,
  columns: [
    text('slug', 'slug', 'The organisation’s page is at /organisations/ and this.'),
    text('name', 'name', 'What it is called.'),
    text('kind', 'kind', 'What kind of organisation it is.'),
    text('about', 'about', 'What it says about itself.'),
    address('website', 'website', 'Its own page.'),
    text('register', 'register', 'The register it stands in.'),
    text('registrationNumber', 'registration_number', 'Its number there.'),
    day('verifiedOn', 'verified_at', 'The day it was verified; empty where it is not.'),
    day('joinedOn', 'created_at', 'The day it joined.'),
  ],
};

/** A number that is told of several organisations together, or that it is a small count of people. */
function figure(name: string, column: string, description: string): Column {
  const value = (row: Sql) =>
    sql`coalesce(trim_scale(${row}.${raw(column)})::text, '<' || ${row}.${raw(`${column}_under`)})`;
  return {
    name,
    type: 'string',
    description: `${description} A decimal number, or <5 for a small count of people.`,
    value,
  };
}

function ofIndicator(name: string, what: Sql, description: string): Column {
  const value = (row: Sql) =>
    sql`(select ${what} from indicators i join commons_entries e on e.id = i.entry_id where i.id = ${row}.indicator_id)`;
  return { name, type: 'string', description, value };
}

function ofDefinition(name: string, what: string, type: Column['type'], description: string): Column {
  const value = (row: Sql) =>
    sql`(select v.${raw(what)} from indicator_versions v where v.id = ${row}.indicator_version_id)`;
  return { name, type, description, value };
}

export const BENCHMARKS: Collection = {
  name: 'benchmarks',
  title: 'Benchmarks',
  description:
    'What verified organisations measured by the data standards of the shared library, all of them together: one value an organisation, of at least five. Median and quartiles by the inclusive method, each rounded to steps of 1, 2 or 5 that are at most a tenth of it. It changes only when at least five organisations changed, and says nothing about any of them.',
  keywords: ['benchmarks', 'measurement', 'data standards'],
  table: 'benchmarks',
  public: (row) => sql`${row}.organisations is not null`,
  columns: [
    { name: 'urn', type: 'uri', description: 'Its permanent name.', value: (row) => sql`'urn:uuid:' || ${row}.id` },
    ofIndicator('standard', sql`e.slug`, 'The data standard’s page is at /commons/ and this.'),
    ofIndicator('indicator', sql`i.key`, 'The indicator’s name in the files of the standard.'),
    ofDefinition('title', 'title', 'string', 'What is measured.'),
    ofDefinition('version', 'version', 'integer', 'The newest version of the definition that it was measured by.'),
    whole('comparableSince', 'comparable_since', 'The oldest version whose numbers mean the same.'),
    ofDefinition('unit', 'unit', 'string', 'PEOPLE, NUMBER, PERCENT, DAYS or MONEY.'),
    ofDefinition('unitNote', 'unit_note', 'string', 'More about the unit: the currency, minutes.'),
    date('from', 'period_from', 'The first day of the period.'),
    date('to', 'period_to', 'The last day of the period.'),
    whole('organisations', 'organisations', 'How many organisations.'),
    figure('middle', 'middle', 'Half of them have less.'),
    figure('lower', 'lower', 'A quarter of them have less. Empty for fewer than ten organisations.'),
    figure('upper', 'upper', 'A quarter of them have more. Empty for fewer than ten organisations.'),
    date('newestOn', 'newest_on', 'The day on which the newest of the values was reported.'),
    day('publishedOn', 'published_at', 'The day since which it is told so.'),
  ],
};

export const COLLECTIONS: readonly Collection[] = [IDEAS, COMPONENTS, COMMONS, VENTURES, ORGANISATIONS, BENCHMARKS];

/** What others write at `/data/`, or what is no table. */
export const OTHER_FILES: readonly OtherFile[] = [
  {
    file: 'grants.360giving.json',
    title: 'Grants',
    description:
      'Grants that were paid in full, as 360Giving: who gave what to whom, for which project. A funder whose prefix is not known is left out, and the file says so.',
    keywords: ['grants', '360Giving'],
    mediaType: 'application/json',
  },
  {
    file: 'votes.ndjson',
    title: 'Votes',
    description:
      'The public log of votes, from which anybody recounts what is shown: a random token for each voter and idea, the day, and never the minute.',
    keywords: ['votes', 'recount'],
    mediaType: 'application/x-ndjson',
  },
  {
    file: 'activities.ndjson',
    title: 'What happened',
    description:
      'Every public entry of the append-only log, with seals from which a stranger verifies that nothing was changed, put in or taken out.',
    keywords: ['audit', 'transparency'],
    mediaType: 'application/x-ndjson',
  },
];
