import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';

import { READ_CASES } from '../../bench/cases.js';
import { fill } from '../../bench/data/fill.js';
import { findGround } from '../../bench/ground.js';
import { checkInvariants } from '../../src/invariants/index.js';
import { anonymous, type Viewer } from '../../src/platform/auth/index.js';
import { verifySeals } from '../../src/platform/tail/index.js';
import { anApi, type TestApi } from '../support/api.js';

const SIZE = { ideas: 200, votes: 2_000, comments: 400, pledges: 80 };

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
  const client = new pg.Client({ connectionString: api.url });
  await client.connect();
  await fill(client, SIZE, () => undefined);
  await client.end();
  await api.tail.tick();
});
afterAll(async () => {
  await api.close();
});

it('makes a large history in which every invariant holds and every seal is right', async () => {
  expect((await checkInvariants(api.reader)).filter(({ violations }) => violations.length > 0)).toEqual([]);
  const seals = await verifySeals(api.reader);
  expect(seals.faults).toEqual([]);
  expect(seals.withoutContent).toBe(0);
});

it('makes as much of everything as was asked for, and counters that say so', async () => {
  const [made]: Record<string, number>[] = await api.dataSource.query(`
    select (select count(*)::int from ideas) as ideas, (select count(*)::int from votes) as votes,
      (select count(*)::int from comments) as comments, (select count(*)::int from pledges) as pledges`);
  expect(made).toEqual(SIZE);
  const wrong: unknown[] = await api.dataSource.query(`
    select i.id from ideas i where i.comments_count <> (select count(*) from comments c where c.idea_id = i.id)
      or i.votes_support <> (select count(*) from votes v where v.idea_id = i.id and v.answer = 'SUPPORT')
      or i.pledged_minor <> (select coalesce(sum(p.amount_minor), 0) from pledges p join funding_rounds r on r.id = p.round_id where r.idea_id = i.id)`);
  expect(wrong).toEqual([]);
});

it('lets nobody have voted for their own idea or under an organisation they were not in', async () => {
  const wrong: unknown[] = await api.dataSource.query(`
    select v.id from votes v join ideas i on i.id = v.idea_id where v.person_id = i.author_id
      or (v.organisation_id is not null and not exists (
        select from memberships m where m.person_id = v.person_id and m.organisation_id = v.organisation_id and m.joined_at <= v.created_at))`);
  expect(wrong).toEqual([]);
});

interface Shown {
  readonly slug: string;
  readonly title: string;
  readonly stage: string;
  readonly themes?: readonly string[];
  readonly author?: { readonly handle: string };
  readonly support?: { readonly votes: number; readonly organisations?: number };
  readonly votes?: number;
  readonly pledged?: { readonly minorUnits: string } | null;
  readonly need?: string;
  readonly comments?: { readonly nodes: readonly { readonly body: string }[] } | readonly { readonly body: string }[];
}

/** What both say of an idea; of perspectives the product says less than it knows, and the floor all. */
function same(idea: Shown) {
  const { comments = [] } = idea;
  return {
    slug: idea.slug,
    title: idea.title,
    stage: idea.stage,
    themes: idea.themes,
    author: idea.author?.handle,
    votes: idea.support?.votes ?? idea.votes,
    organisations: idea.support?.organisations,
    pledged: idea.pledged?.minorUnits,
    need: idea.need,
    comments: ('nodes' in comments ? comments.nodes : comments).map(({ body }) => body),
  };
}

function pick(floor: ReturnType<typeof same>, ours: Shown | undefined) {
  const asked = ours && same(ours);
  return Object.fromEntries(Object.entries(floor).filter(([key]) => asked?.[key as 'slug'] !== undefined));
}

/** The ideas of an answer, whatever they are called there. */
function ideasOf(data: Record<string, unknown>): Shown[] {
  const [found] = Object.values(data) as ({ readonly nodes?: Shown[] } | Shown | (Shown & { idea?: Shown })[])[];
  if (Array.isArray(found)) return found.map((each) => each.idea ?? each);
  return found !== undefined && 'nodes' in found ? (found.nodes ?? []) : [found as Shown];
}

it('is asked for the same by the benchmark, of the product and of the floor', async () => {
  const client = new pg.Client({ connectionString: api.url });
  await client.connect();
  await client.query('analyze ideas, votes');
  const ground = await findGround(client);
  const { rows: offers } = await client.query<{ organisationId: string }>(
    `select organisation_id as "organisationId" from mandates where id = $1`,
    [ground.mandateId],
  );
  const somebody: Viewer = {
    ...anonymous('bench'),
    person: { id: ground.personId, handle: ground.personHandle, name: 'Somebody', steward: false },
    memberships: offers.map(({ organisationId }) => ({ organisationId, roles: ['ADMIN', 'APPROVER', 'MEMBER'] })),
  };
  // What is alike, and what fits, the product decides by more than the floor looks at; only that both answer is compared.
  const isDecided = /^(?:similar|a funder)/;
  for (const { name, document, variables, statement, values } of READ_CASES) {
    const { data, errors } = await api
      .as(somebody)
      .graphql<Record<string, unknown>>(document, variables(ground) as Record<string, unknown>);
    const { rows } = await client.query<{ answer: string }>(
      `select (${statement}) as answer`,
      values(ground) as unknown[],
    );
    const said = JSON.parse(rows[0]?.answer ?? 'null') as Shown | Shown[];
    const floor = Array.isArray(said) ? said : [said];
    expect([name, errors]).toEqual([name, []]);
    const ours = ideasOf(data);
    if (isDecided.test(name)) expect([name, ours.length > 0, floor.length > 0]).toEqual([name, true, true]);
    else {
      // Of each idea what was asked for: a page asks less of its author than the floor answers.
      expect([name, ours.map(same)]).toMatchObject([name, floor.map((idea, at) => pick(same(idea), ours[at]))]);
      expect([name, ours.length]).toEqual([name, floor.length]);
    }
  }
  await client.end();
});
