import type pg from 'pg';

import { THEMES } from '@openimpact/domain';

import { GROUND } from './ground.sql.js';
import { fillPledges } from './pledges.js';
import { type Size, surroundings } from './size.js';

const DAYS = 300;
const PHRASES = 4_096;
const PLACES = [
  'Harrowby',
  'Tarn Cross',
  'Eastwold',
  'Merefield',
  'Ashdown Quay',
  'Larkhill',
  'Nether Vale',
  'Coldbrook',
];
const texts = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(', ')}]`;

/**
 * Appends an activity for each row of a query that gives `n at kind subject_type subject_id idea_id organisation_id actor_id
 * visibility facts` (facts as canonical JSON), with salt and leaf, as `ActivityLog` would have.
 */
export function activitiesOf(name: string, rows: string): string {
  return `
    with told as materialized (
      select pg_temp.uuid_at(at, '${name}', n) as id, told.*,
        sha256(convert_to('${name}' || n || random()::text, 'UTF8')) as salt,
        pg_temp.canonical(kind, subject_type || ':' || subject_id, at, actor_id, facts) as content
      from (${rows}) told
    ), entries as (
      insert into activities (id, kind, subject_type, subject_id, idea_id, organisation_id, actor_id, visibility, leaf, occurred_at)
      select id, kind, subject_type, subject_id, idea_id, organisation_id, actor_id, visibility,
        sha256(salt || convert_to(content, 'UTF8')), at from told
    )
    insert into activity_contents (activity_id, salt, content) select id, salt, content::jsonb from told`;
}

/**
 * Fills an empty, migrated database with a large history, set by set: people, organisations, ideas with their revisions,
 * votes with their events and counters, comments, and pledges with their ledger, each with its activity.
 *
 * What the tail derives (positions, seals, counters that lists sort by) is not written here: run the tail afterwards.
 */
export async function fill(client: pg.ClientBase, size: Size, say: (line: string) => void): Promise<void> {
  const { people, organisations } = surroundings(size);
  const step = async (words: string, ...statements: string[]) => {
    const from = Date.now();
    for (const statement of statements) await client.query(statement);
    say(`${words}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
  };
  await client.query(`set work_mem = '256MB'; set maintenance_work_mem = '512MB'; set synchronous_commit = off`);
  await client.query(GROUND);
  // One beginning for all, before anything, so that everybody was there when they did something.
  await client.query(
    `create temp table story as select date_trunc('milliseconds', app_now()) - interval '${DAYS} days' as since, extract(epoch from interval '${DAYS} days' - interval '2 hours') as seconds`,
  );

  await step(
    `${people} people and ${organisations} organisations`,
    `update installation set demonstration = true`,
    `create temp table persons as select n, pg_temp.uuid_at(since, 'person', n) as id from story, generate_series(0::bigint, ${people - 1}) n`,
    `insert into people (id, handle, name, about, demonstration, created_at)
     select id, 'person-' || n, 'Invented Person ' || n, '', true, since from persons, story`,
    `create temp table groups as select n, pg_temp.uuid_at(since, 'organisation', n) as id from story, generate_series(0::bigint, ${organisations - 1}) n`,
    `insert into organisations (id, slug, name, kind, verified_at, created_at)
     select id, 'organisation-' || n, 'Invented Organisation ' || n, case when n % 4 = 0 then 'FOUNDATION' else 'CHARITY' end, since, since from groups, story`,
    `insert into memberships (id, organisation_id, person_id, roles, joined_at)
     select pg_temp.uuid_at(since, 'membership', p.n), g.id, p.id, '{ADMIN,MEMBER}', since
     from story, persons p join groups g on g.n = (p.n / 5) % ${organisations} where p.n % 5 = 0`,
    `create unique index on persons (n); create unique index on groups (n); analyze persons; analyze groups; analyze people; analyze organisations; analyze memberships`,
  );

  // A few ideas have most of the votes; the shares are rounded so that together they are exactly as many as asked for.
  await step(
    `the plan of ${size.ideas} ideas`,
    `create temp table plan as
     with shares as (
       select n, since + make_interval(secs => seconds * n / ${size.ideas}) as at, 0.5 / sqrt(0.0005 + pg_temp.dice(n, 1)) as share
       from story, generate_series(0::bigint, ${size.ideas - 1}) n
     ), running as (select n, at, sum(share) over (order by n) / sum(share) over () as upto, share / sum(share) over () as share from shares)
     select n, date_trunc('milliseconds', at) as at, pg_temp.uuid_at(at, 'idea', n) as id, (n * 7919) % ${people} as author_n,
       least((floor(upto * ${size.votes} + 0.000001) - floor((upto - share) * ${size.votes} + 0.000001))::int, ${people - 2}) as votes,
       (floor(upto * ${size.comments} + 0.000001) - floor((upto - share) * ${size.comments} + 0.000001))::int as comments
     from running`,
    `create unique index on plan (n); analyze plan`,
    // Texts are put together from a few thousand phrases: making each word anew would take longer than all the rest.
    `create temp table phrases as select n, pg_temp.words(n, 2, 10) as long, pg_temp.words(n, 3, 4) as short from generate_series(0::bigint, ${PHRASES - 1}) n`,
    `create unique index on phrases (n); analyze phrases`,
    `create temp table idea_texts as
     select p.n, initcap(split_part(a.short, ' ', 1)) || ' ' || b.short || pg_temp.rare(p.n) || ' ' || p.n as title,
       'People here told us about ' || a.long || ' and ' || b.long || ' and ' || c.long || '.' as need,
       'Nobody has to wait for ' || c.short || '.' as outcome, 'People who need ' || a.short as people_served
     from plan p ${[4, 5, 6]
       .map(
         (salt, index) =>
           `join phrases ${'abc'[index]} on ${'abc'[index]}.n = floor(${PHRASES} * pg_temp.dice(p.n, ${salt}))::bigint`,
       )
       .join(' ')}`,
  );
  await step(
    `${size.ideas} ideas`,
    `insert into ideas (id, slug, title, need, outcome, people_served, themes, places, author_id, created_at, updated_at)
     select p.id, 'idea-' || p.n, t.title, t.need, t.outcome, t.people_served,
       array(select distinct theme from unnest(array[pg_temp.pick(${texts(THEMES)}, p.n, 7), pg_temp.pick(${texts(THEMES)}, p.n, 8)]) theme order by theme),
       array[pg_temp.pick(${texts(PLACES)}, p.n, 9)], author.id, p.at, p.at
     from plan p join idea_texts t on t.n = p.n join persons author on author.n = p.author_n`,
    `insert into idea_revisions (idea_id, number, author_id, content, salt, fingerprint, material, created_at)
     select id, 1, author_id, content::jsonb, salt, sha256(salt || convert_to(content, 'UTF8')), true, at from (
       select p.id, author.id as author_id, p.at, sha256(convert_to('revision' || p.n || random()::text, 'UTF8')) as salt,
         '{"need":' || to_jsonb(t.need)::text || ',"outcome":' || to_jsonb(t.outcome)::text || ',"peopleServed":' || to_jsonb(t.people_served)::text || ',"title":' || to_jsonb(t.title)::text || '}' as content
       from plan p join idea_texts t on t.n = p.n join persons author on author.n = p.author_n) written`,
    activitiesOf(
      'logged',
      `select p.n, p.at, 'idea.logged' as kind, 'Idea' as subject_type, p.id as subject_id, p.id as idea_id, null::uuid as organisation_id,
         author.id as actor_id, 'PUBLIC' as visibility, '{"slug":"idea-' || p.n || '"}' as facts
       from plan p join persons author on author.n = p.author_n`,
    ),
    `analyze ideas`,
  );

  await step(
    `${size.votes} votes`,
    `create temp table ballots as
     select row_number() over () as n, p.n as idea_n, p.id as idea_id, k, voter.id as person_id, voter.n as voter_n,
       least(date_trunc('milliseconds', p.at + make_interval(secs => 86400 * 20 * power(pg_temp.dice(p.n * 100003 + k, 10), 2))), now() - interval '1 hour') as at,
       (array['PRACTITIONER', 'LIVED_EXPERIENCE', 'PUBLIC', 'TECHNOLOGIST', 'FUNDER'])[1 + floor(5 * power(pg_temp.dice(p.n * 100003 + k, 11), 1.6))::int] as perspective,
       pg_temp.dice(p.n * 100003 + k, 12) as mood
     from plan p cross join lateral generate_series(0, p.votes - 1) k join persons voter on voter.n = (p.author_n + 1 + k) % ${people}`,
    `insert into votes (id, idea_id, person_id, token, perspective, answer, shown_as, organisation_id, source, created_at, published_at, told)
     select pg_temp.uuid_at(at, 'vote', b.n), idea_id, person_id, gen_random_uuid(), perspective,
       case when perspective = 'LIVED_EXPERIENCE' and mood > 0.95 then 'COULD_HARM' when perspective = 'LIVED_EXPERIENCE' and mood > 0.85 then 'WOULD_NOT_HELP' else 'SUPPORT' end,
       case when perspective = 'LIVED_EXPERIENCE' then 'PSEUDONYM' else 'NAME' end,
       case when perspective = 'PRACTITIONER' and voter_n % 5 = 0 then g.id end, 'PERSON', at, at, true
     from ballots b left join groups g on g.n = (b.voter_n / 5) % ${organisations}`,
    `insert into idea_pseudonyms (idea_id, person_id, name)
     select idea_id, person_id, (array['Amber', 'Clay', 'Fawn', 'Moss', 'Slate'])[1 + (k % 5)::int] || ' ' || (array['Wren', 'Robin', 'Heron', 'Lark', 'Tern'])[1 + ((k / 5) % 5)::int] || ' ' || k
     from ballots where perspective = 'LIVED_EXPERIENCE'`,
    `insert into vote_events (id, idea_id, vote_id, kind, occurred_at)
     select pg_temp.uuid_at(created_at, 'vote event', row_number() over ()), idea_id, id, 'CAST', created_at from votes`,
    `insert into vote_counters (idea_id, slot, lived_experience, practitioner, technologist, funder, public, would_not_help, could_harm)
     select idea_id, slot, ${['LIVED_EXPERIENCE', 'PRACTITIONER', 'TECHNOLOGIST', 'FUNDER', 'PUBLIC']
       .map((perspective) => `count(*) filter (where answer = 'SUPPORT' and perspective = '${perspective}')`)
       .join(', ')},
       count(*) filter (where answer = 'WOULD_NOT_HELP'), count(*) filter (where answer = 'COULD_HARM')
     from (select idea_id, perspective, answer, (row_number() over () % 8)::smallint as slot from votes) v group by idea_id, slot`,
    // All of it is long past, so all of it is told.
    `insert into support_told (idea_id, lived_experience, practitioner, technologist, funder, public, would_not_help, could_harm, voices, told_at)
     select idea_id, sum(lived_experience), sum(practitioner), sum(technologist), sum(funder), sum(public), sum(would_not_help), sum(could_harm),
       sum(lived_experience + would_not_help + could_harm), app_now() from vote_counters group by idea_id`,
    activitiesOf(
      'voted',
      `select b.n, b.at, 'vote.cast' as kind, 'Idea' as subject_type, b.idea_id as subject_id, b.idea_id, null::uuid as organisation_id,
         case when perspective <> 'LIVED_EXPERIENCE' then b.person_id end as actor_id,
         case when perspective <> 'LIVED_EXPERIENCE' then 'PUBLIC' else 'PRIVATE' end as visibility, '{}' as facts from ballots b`,
    ),
    `analyze votes; analyze vote_events; analyze vote_counters; analyze idea_pseudonyms`,
  );

  await step(
    `${size.comments} comments`,
    `create temp table remarks as
     select row_number() over () as n, p.id as idea_id, writer.id as person_id,
       least(date_trunc('milliseconds', p.at + make_interval(secs => 86400 * 30 * pg_temp.dice(p.n * 100003 + k, 13))), now() - interval '1 hour') as at,
       (array['PRACTITIONER', 'PUBLIC', 'TECHNOLOGIST', 'FUNDER'])[1 + floor(4 * pg_temp.dice(p.n * 100003 + k, 14))::int] as perspective
     from plan p cross join lateral generate_series(0, p.comments - 1) k join persons writer on writer.n = (p.author_n + 3 * k + 2) % ${people}`,
    `insert into comments (id, idea_id, person_id, perspective, stance, shown_as, body, language, created_at)
     select pg_temp.uuid_at(at, 'comment', r.n), idea_id, person_id, perspective, (array['SUPPORTS', 'CONCERN', 'QUESTION', null])[1 + r.n % 4], 'NAME',
       'We see this too: ' || f.long || '.', 'en', at from remarks r join phrases f on f.n = floor(${PHRASES} * pg_temp.dice(r.n, 15))::bigint`,
    activitiesOf(
      'commented',
      `select n, at, 'comment.added' as kind, 'Comment' as subject_type, pg_temp.uuid_at(at, 'comment', n) as subject_id, idea_id,
         null::uuid as organisation_id, person_id as actor_id, 'PUBLIC' as visibility, '{}' as facts from remarks`,
    ),
    `analyze comments`,
  );

  if (size.pledges > 0) await fillPledges(client, size, step);
  await step('statistics of the log', 'analyze activities', 'analyze activity_contents');
}
