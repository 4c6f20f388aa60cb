import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { webFolder } from '../src/platform/platform.module.js';
import type { Target } from './contest.js';

/** What all servers answer: ours through a trusted document, the floor by one statement written by hand. */
export interface ReadCase {
  readonly name: string;
  /** The operation, as the web application sends it: trusted, by GET. */
  readonly document: string;
  readonly variables: (ground: Ground) => Record<string, unknown>;
  readonly signedIn: boolean;
  /** Whether only whoever the ground belongs to may ask. */
  readonly ofOwner?: boolean;
  /** One prepared statement whose only column is the answer as JSON: the leanest we know. */
  readonly statement: string;
  readonly values: (ground: Ground) => readonly unknown[];
  /** The same fields of PostGraphile, as far as it offers them; what it lacks it is spared. */
  readonly postgraphile?: string;
  /** Whether ours is asked as a document from elsewhere too. */
  readonly adHoc?: boolean;
  readonly targets: readonly Target[];
}

/** The operation of the web application's pages by its name. */
function ofTheWeb(name: string): string {
  const documents = JSON.parse(readFileSync(resolve(webFolder(), 'trusted-documents.json'), 'utf8')) as Record<
    string,
    string
  >;
  const found = Object.values(documents).find((text) => new RegExp(`\\bquery ${name}\\b`).test(text));
  if (found === undefined) throw new Error(`No page asks ${name}. Build the pages first.`);
  return found;
}

const IN_POSTGRAPHILE = `rowId slug title stage themes personByAuthorId { rowId handle name } votesSupport organisationsCount
  supportToldByIdeaId { livedExperience practitioner technologist funder public } pledgedMinor currency`;
const listInPostgraphile = (rows: number) =>
  `query List { allIdeas(first: ${rows}, orderBy: [TRENDING_DESC, PRIMARY_KEY_DESC]) { nodes { ${IN_POSTGRAPHILE} } } }`;

/** What the cases are asked about. */
export interface Ground {
  readonly personId: string;
  readonly personHandle: string;
  readonly ideaId: string;
  readonly ideaSlug: string;
  readonly title: string;
  readonly mandateId: string;
}

const PERSPECTIVES = ['lived_experience', 'practitioner', 'technologist', 'funder', 'public'];
const SUPPORT = `(select row_to_json(s) from (select i.votes_support as votes, i.organisations_count as organisations,
  (select json_build_array(${PERSPECTIVES.map((perspective) => `t.${perspective}`).join(', ')}) from support_told t where t.idea_id = i.id) as "byPerspective") s)`;
/** An object of columns, which PostgreSQL writes faster than a list of keys and values. */
const RECORD = (columns: string, from = '') => `(select row_to_json(r) from (select ${columns} ${from}) r)`;
const AUTHOR = (id: string) => RECORD('p.handle::text, p.name', `from people p where p.id = ${id}`);
const LIST_COLUMNS = `i.id, i.slug, i.title, i.stage, i.themes, ${SUPPORT} as support, ${AUTHOR('i.author_id')} as author,
  case when i.currency is not null then ${RECORD('i.pledged_minor::text as "minorUnits", i.currency')} end as pledged`;
const MY_VOTE = `${RECORD(
  'v.perspective, v.answer',
  'from votes v where v.idea_id = i.id and v.person_id = $1 and v.withdrawn_at is null',
)} as "viewerVote"`;
const listOf = (columns: string, where: string, rows = 20) =>
  `select coalesce(json_agg(listed), '[]')::text from (select ${columns} from ideas i where ${where}
   order by i.trending desc, i.id desc limit ${rows}) listed`;
const PIPELINE = `i.stage not in ('WITHDRAWN', 'MERGED', 'DECLINED')`;

const LIST = (more: string) => `nodes { id slug title stage themes author { id handle name }
  support { votes organisations byPerspective { perspective count fewerThan } } pledged { minorUnits currency } ${more} }`;
const SEARCH = `query ($text: String!) { ideas(first: 20, filter: { text: $text }, orderBy: TRENDING) { ${LIST('')} } }`;
const SEARCH_STATEMENT = listOf(
  LIST_COLUMNS,
  `${PIPELINE} and i.search @@ websearch_to_tsquery('english', immutable_unaccent($1))`,
);

export const READ_CASES: readonly ReadCase[] = [
  {
    name: 'list, signed in',
    document: `query BenchList { ideas(first: 20, orderBy: TRENDING) { ${LIST('viewerVote { perspective answer }')} } }`,
    variables: () => ({}),
    signedIn: true,
    statement: listOf(`${LIST_COLUMNS}, ${MY_VOTE}`, PIPELINE),
    values: ({ personId }) => [personId],
    postgraphile: listInPostgraphile(20),
    adHoc: true,
    targets: [
      { kind: 'RATIO', to: 'floor', atLeast: 0.45 },
      { kind: 'RATIO', to: 'PostGraphile', atLeast: 2.5 },
      { kind: 'P99', atMost: 50 },
    ],
  },
  {
    name: 'list, anonymous, as the page asks',
    document: ofTheWeb('Ideas'),
    variables: () => ({ after: null, filter: {}, orderBy: 'TRENDING', text: '', searching: false }),
    signedIn: false,
    // As many as the page shows.
    statement: listOf(LIST_COLUMNS, PIPELINE, 24),
    values: () => [],
    postgraphile: listInPostgraphile(24),
    targets: [{ kind: 'RATIO', to: 'PostGraphile', atLeast: 20 }],
  },
  {
    name: 'idea page, signed in',
    document: `query BenchIdea($slug: String!) { idea(slug: $slug) { id slug title need outcome peopleServed stage themes places author { id handle name }
      support { votes organisations byPerspective { perspective count fewerThan } } viewerVote { perspective answer }
      comments(first: 20) { nodes { id body perspective stance createdAt author { id handle name } } }
      reuseOffers { id status covers component { id name } }
      fundingRound { id status deadline pledges { id amount { minorUnits currency } organisation { id name } } } } }`,
    variables: ({ ideaSlug }) => ({ slug: ideaSlug }),
    signedIn: true,
    statement: `select row_to_json(page)::text from (select ${LIST_COLUMNS}, i.need, i.outcome, i.people_served as "peopleServed", i.places, ${MY_VOTE},
      (select coalesce(json_agg(said), '[]') from (select c.id, c.body, c.perspective, c.stance, c.created_at as "createdAt", ${AUTHOR('c.person_id')} as author
        from comments c where c.idea_id = i.id and c.answers_id is null order by (c.speaks_last::int), c.created_at, c.id limit 20) said) as comments,
      (select coalesce(json_agg(offered), '[]') from (select o.id, o.status, o.covers, ${RECORD('c.id, c.name', 'from components c where c.id = o.component_id')} as component
        from reuse_offers o where o.idea_id = i.id) offered) as "reuseOffers",
      (select row_to_json(round) from (select r.id, r.status, r.deadline,
        (select coalesce(json_agg(pledged), '[]') from (select p.id, ${RECORD('p.amount_minor::text as "minorUnits", p.currency')} as amount,
            ${RECORD('o.id, o.name', 'from organisations o where o.id = p.organisation_id')} as organisation
          from pledges p where p.round_id = r.id and p.status = 'PLEDGED') pledged) as pledges
        from funding_rounds r where r.idea_id = i.id order by r.opened_at desc limit 1) round) as "fundingRound"
      from ideas i where i.slug = $2) page`,
    values: ({ personId, ideaSlug }) => [personId, ideaSlug],
    postgraphile: `query Page($slug: String!) { ideaBySlug(slug: $slug) { ${IN_POSTGRAPHILE} need outcome peopleServed places
      commentsByIdeaId(first: 20) { nodes { rowId body perspective stance createdAt personByPersonId { rowId handle name } } }
      reuseOffersByIdeaId { nodes { rowId status covers componentByComponentId { rowId name } } }
      fundingRoundsByIdeaId(first: 1) { nodes { rowId status deadline
        pledgesByRoundIdAndCurrency { nodes { rowId amountMinor currency organisationByOrganisationId { rowId name } } } } } } }`,
    targets: [
      { kind: 'RATIO', to: 'PostGraphile', atLeast: 2.5 },
      { kind: 'P99', atMost: 30 },
    ],
  },
  {
    name: 'search, a rare word',
    document: SEARCH.replace('query', 'query BenchRare'),
    variables: () => ({ text: 'lighthouse' }),
    signedIn: true,
    statement: SEARCH_STATEMENT,
    values: () => ['lighthouse'],
    targets: [{ kind: 'RATIO', to: 'floor', atLeast: 0.6 }],
  },
  {
    name: 'search, a common word',
    document: SEARCH.replace('query', 'query BenchCommon'),
    variables: () => ({ text: 'young' }),
    signedIn: true,
    statement: SEARCH_STATEMENT,
    values: () => ['young'],
    targets: [{ kind: 'RATIO', to: 'floor', atLeast: 0.6 }],
  },
  {
    name: 'similar ideas',
    document: `query BenchSimilar($title: String!) { similarIdeas(title: $title, need: "", first: 5) { id slug title stage support { votes } } }`,
    variables: ({ title }) => ({ title }),
    signedIn: true,
    statement: `select coalesce(json_agg(row), '[]')::text from (select json_build_object('id', i.id, 'slug', i.slug, 'title', i.title, 'stage', i.stage, 'votes', i.votes_support) as row
      from ideas i where immutable_unaccent(i.title) % immutable_unaccent($1) and ${PIPELINE} order by similarity(immutable_unaccent(i.title), immutable_unaccent($1)) desc limit 5) alike`,
    values: ({ title }) => [title],
    targets: [],
  },
  {
    name: 'a funder’s desk: ideas that fit an open offer',
    document: `query BenchDesk($mandateId: ID!) { matchingIdeas(mandateId: $mandateId) { idea { id slug title stage } } }`,
    variables: ({ mandateId }) => ({ mandateId: `mandate_${mandateId}` }),
    signedIn: true,
    ofOwner: true,
    statement: `select coalesce(json_agg(row), '[]')::text from (select json_build_object('id', i.id, 'slug', i.slug, 'title', i.title, 'stage', i.stage) as row
      from ideas i join mandates m on m.id = $1 where i.themes && m.themes and i.stage in ('SUPPORTED', 'SHAPED', 'FUNDING') order by i.created_at desc, i.id desc limit 20) fits`,
    values: ({ mandateId }) => [mandateId],
    targets: [],
  },
];

/** Casting and withdrawing by one SQL function that writes the rows a vote writes, and nothing else. */
export const FLOOR_VOTE = `
  create or replace function bench_vote(idea uuid, person uuid, ids uuid[], leaf bytea, content jsonb) returns void language plpgsql as $$
  begin
    perform 1 from ideas where id = idea and stage not in ('DELIVERY', 'COMMONS') for key share;
    insert into votes (id, idea_id, person_id, token, perspective, answer, shown_as, source, created_at, published_at)
      values (ids[1], idea, person, gen_random_uuid(), 'PUBLIC', 'SUPPORT', 'NAME', 'PERSON', app_now(), app_now());
    insert into vote_events (id, idea_id, vote_id, kind, occurred_at) values (ids[2], idea, ids[1], 'CAST', app_now());
    insert into vote_counters (idea_id, slot, public) values (idea, floor(random() * 8), 1)
      on conflict on constraint vote_counters_pk do update set public = vote_counters.public + 1;
    insert into activities (id, kind, subject_type, subject_id, idea_id, actor_id, visibility, leaf, occurred_at)
      values (ids[3], 'vote.cast', 'Idea', idea, idea, person, 'PUBLIC', leaf, app_now());
    insert into activity_contents (activity_id, salt, content) values (ids[3], leaf, content);
    insert into follows (subject_type, subject_id, person_id, reason) values ('Idea', idea, person, 'VOTED') on conflict on constraint follows_pk do nothing;
  end $$;
  create or replace function bench_unvote(idea uuid, person uuid, ids uuid[], leaf bytea, content jsonb) returns void language plpgsql as $$
  declare taken uuid;
  begin
    perform 1 from ideas where id = idea and stage not in ('DELIVERY', 'COMMONS') for key share;
    update votes set withdrawn_at = app_now() where idea_id = idea and person_id = person and withdrawn_at is null returning id into taken;
    insert into vote_events (id, idea_id, vote_id, kind, occurred_at) values (ids[2], idea, taken, 'WITHDRAWN', app_now());
    update vote_counters set public = public - 1 where idea_id = idea and slot = (select slot from vote_counters where idea_id = idea and public > 0 limit 1);
    insert into activities (id, kind, subject_type, subject_id, idea_id, visibility, leaf, occurred_at)
      values (ids[3], 'vote.withdrawn', 'Idea', idea, idea, 'PRIVATE', leaf, app_now());
    insert into activity_contents (activity_id, salt, content) values (ids[3], leaf, content);
    delete from follows where subject_id = idea and person_id = person and reason = 'VOTED' and not stopped;
  end $$;`;

export const FEED_STATEMENT = `select coalesce(json_agg(row), '[]')::text from (select json_build_object('id', i.id, 'slug', i.slug, 'title', i.title, 'outcome', i.outcome,
    'author', (select p.name from people p where p.id = i.author_id), 'at', i.created_at) as row from ideas i where ${PIPELINE} order by i.created_at desc, i.id desc limit 50) listed`;
