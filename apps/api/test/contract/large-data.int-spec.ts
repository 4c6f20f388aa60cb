import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';

import { fill } from '../../bench/data/fill.js';
import { checkInvariants } from '../../src/invariants/index.js';
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
