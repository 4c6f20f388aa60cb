import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accept, type PublishedLine, recount, tallyFaults } from '@openimpact/domain';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { differences, everythingSaid } from '../../../test/support/hunt.js';
import { anIdea, type TestIdea, voteAsk, votes } from '../../../test/support/ideas.js';
import { anOrganisation, aPerson, joins, type SignedInViewer, type Viewer } from '../../../test/support/people.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { AnswerHarm, CastVote, PublishSupport, VoteStore, WithdrawVote } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const A_DAY = 24 * 60;
interface Seen {
  readonly votes: number;
  readonly organisations: number;
  readonly byPerspective: readonly { readonly perspective: string; readonly count: number | null }[];
  readonly concerns: { readonly nodes: readonly { readonly id: string }[] };
}

async function seen(idea: TestIdea): Promise<Seen> {
  const { data, errors } = await api.as(nobody).graphql<{ idea: { support: Seen } }>(
    `query($slug: String!) { idea(slug: $slug) { support { votes organisations
      byPerspective { perspective count fewerThan } concerns { nodes { id } } } } }`,
    { slug: idea.slug },
  );
  expect(errors).toEqual([]);
  return data.idea.support;
}

const told = ({ byPerspective }: Seen) =>
  Object.fromEntries(byPerspective.flatMap(({ perspective, count }) => (count === null ? [] : [[perspective, count]])));

async function theDayEnds(): Promise<void> {
  await api.moveClock(A_DAY);
  await api.app.get(PublishSupport).endOfDay();
}

/** What the votes themselves and the numbers that are shown must agree on, for every idea. */
async function inconsistencies(): Promise<unknown[]> {
  return api.dataSource.query(`
    select i.slug from ideas i
      left join lateral (select count(*)::int as n from votes v where v.idea_id = i.id and v.answer = 'SUPPORT' and v.source = 'PERSON'
        and v.published_at is not null and v.unpublished_at is null) rows on true
      left join lateral (select coalesce(sum(lived_experience + practitioner + technologist + funder + public - waiting), 0)::int as n
        from vote_counters c where c.idea_id = i.id) counted on true
      left join lateral (select count(*)::int as n from votes v where v.idea_id = i.id and v.told) marked on true
      left join lateral (select coalesce(sum(lived_experience + practitioner + technologist + funder + public + would_not_help + could_harm), 0)::int as n
        from support_told t where t.idea_id = i.id) told on true
    where rows.n <> counted.n or marked.n <> told.n`);
}

describe('somebody who asks again and again', () => {
  it('finds nothing different anywhere after a vote under a pseudonym, until others came too or the day ended', async () => {
    const idea = await anIdea(api);
    const { id } = await anOrganisation(api, { verified: true });
    const voters: Viewer[] = [];
    for (let voter = 0; voter < 4; voter += 1) voters.push(await joins(api, await aPerson(api), id));
    let before = await everythingSaid(api, idea);
    expect(before.size).toBeGreaterThan(60);
    const answers = ['SUPPORT', 'COULD_HARM', 'SUPPORT', 'SUPPORT'] as const;
    for (const [index, answer] of answers.entries()) {
      const voter = voters[index] as SignedInViewer;
      const why = answer === 'COULD_HARM' ? 'It would tell my landlord.' : null;
      const decision = await api.app
        .get(CastVote)
        .execute(voter, voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE', answer, why, organisationId: id }));
      expect(decision.ok).toBe(true);
      const after = await everythingSaid(api, idea);
      expect(differences(before, after)).toEqual([]);
      before = after;
    }
    await votes(api, idea, 'LIVED_EXPERIENCE', 1);
    expect(differences(before, await everythingSaid(api, idea)).length).toBeGreaterThan(0);
    const { votes: total, organisations, concerns, ...rest } = await seen(idea);
    expect([total, organisations, concerns.nodes.length, told(rest as Seen)]).toEqual([
      4,
      1,
      1,
      { LIVED_EXPERIENCE: 4 },
    ]);
  });

  it('learns the day of a vote at most, and never from it which perspective it had', async () => {
    const idea = await anIdea(api);
    await votes(api, idea, 'LIVED_EXPERIENCE', 1);
    expect((await seen(idea)).votes).toBe(0);
    await theDayEnds();
    const after = await seen(idea);
    expect([after.votes, told(after)]).toEqual([1, {}]);
  });

  it('sees a vote with a name at once, as its name is public, and no perspective with it', async () => {
    const idea = await anIdea(api);
    await votes(api, idea, 'TECHNOLOGIST', 4);
    const after = await seen(idea);
    expect([after.votes, told(after)]).toEqual([4, {}]);
  });

  it('cannot tell that somebody took their vote back, nor make five people of one', async () => {
    const idea = await anIdea(api);
    const [, second] = await votes(api, idea, 'LIVED_EXPERIENCE', 6);
    await theDayEnds();
    const before = await seen(idea);
    expect([before.votes, told(before)]).toEqual([6, { LIVED_EXPERIENCE: 5 }]);
    // One person, many times: neither they nor the one who left is ever five.
    for (let time = 0; time < 4; time += 1) {
      expect((await api.app.get(WithdrawVote).execute(second!, idea.id)).ok).toBe(true);
      const again = voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE' });
      expect((await api.app.get(CastVote).execute(second!, again)).ok).toBe(true);
    }
    expect(await seen(idea)).toEqual(before);
    await theDayEnds();
    expect(await seen(idea)).toEqual(before);
    expect(await inconsistencies()).toEqual([]);
  });

  it('never sees two counts of one perspective that differ by fewer than five people, whatever happens', async () => {
    const idea = await anIdea(api);
    const moments: Record<string, number>[] = [{}];
    const voters: Awaited<ReturnType<typeof aPerson>>[] = [];
    const hats = ['LIVED_EXPERIENCE', 'PRACTITIONER', 'PUBLIC', 'LIVED_EXPERIENCE'] as const;
    for (let step = 0; step < 60; step += 1) {
      if (step % 7 === 6)
        await api.app.get(WithdrawVote).execute(voters.splice((step * 5) % voters.length, 1)[0]!, idea.id);
      else {
        const voter = await aPerson(api);
        voters.push(voter);
        const ask = {
          perspective: hats[(step * 3 + (step >> 2)) % hats.length]!,
          shownAs: step % 5 === 0 ? null : ('PSEUDONYM' as const),
        };
        expect((await api.app.get(CastVote).execute(voter, voteAsk(idea.id, ask))).ok).toBe(true);
      }
      if (step % 23 === 22) await theDayEnds();
      moments.push(told(await seen(idea)));
    }
    const jumps = moments.slice(1).flatMap((after, index) =>
      Object.entries(after).flatMap(([hat, count]) => {
        const earlier = moments[index]?.[hat];
        return earlier === undefined || earlier === count ? [] : [Math.abs(count - earlier)];
      }),
    );
    expect(jumps.length).toBeGreaterThan(3);
    expect(Math.min(...jumps)).toBeGreaterThanOrEqual(5);
    expect(await inconsistencies()).toEqual([]);
  });
});

describe('a stranger with the public log of votes', () => {
  const log = async () =>
    (await api.app.inject({ url: '/data/votes.ndjson' })).body
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as PublishedLine);

  it('counts what the pages say, for every idea, after votes came, went, and were set aside and restored', async () => {
    const idea = await anIdea(api);
    const { admin, id } = await anOrganisation(api);
    await api.app.get(CastVote).execute(admin, voteAsk(idea.id, { organisationId: id }));
    const voters = await votes(api, idea, 'LIVED_EXPERIENCE', 6);
    await votes(api, idea, 'PRACTITIONER', 3);
    await api.app.get(WithdrawVote).execute(voters[0]!, idea.id);
    const rows: { id: string }[] = await api.dataSource.query('select id from votes where idea_id = $1 order by id', [
      idea.id,
    ]);
    const aside = async (voteId: string, setAside: boolean) =>
      api.app.get(UnitOfWork).run(async (tx) => accept(await api.app.get(VoteStore).setAside(tx, voteId, setAside)));
    expect(await aside(rows[0]!.id, true)).toEqual(accept(true));
    expect(await aside(rows[4]!.id, true)).toEqual(accept(true));
    expect(await aside(rows[4]!.id, false)).toEqual(accept(true));
    expect(await aside(rows[4]!.id, false)).toEqual(accept(false));
    await theDayEnds();
    await api.tail.tick();
    const lines = await log();
    expect(tallyFaults(lines)).toEqual([]);
    const { votes: total, organisations } = await seen(idea);
    expect(recount(lines).get(idea.slug)).toMatchObject({ votes: total, organisations });
    expect([total, organisations]).toEqual([8, 0]);
    expect(await inconsistencies()).toEqual([]);
  });

  it('finds nothing there that leads to a person: no name, no id with a time in it, no hour, and no token on two lists', async () => {
    const lines = await log();
    const text = JSON.stringify(lines);
    const people: { id: string; handle: string }[] = await api.dataSource.query('select id, handle::text from people');
    const ids: { id: string }[] = await api.dataSource.query('select id from votes union all select token from votes');
    for (const secret of [...people.flatMap(({ id, handle }) => [id, `"${handle}"`]), ...ids.map(({ id }) => id)])
      expect(text).not.toContain(secret);
    const tokens = lines.flatMap((line) => ('token' in line ? [line.token] : []));
    expect(tokens.length).toBeGreaterThan(20);
    // Version 4: random. Version 7 would hold the minute.
    expect(tokens.filter((token) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(token))).toEqual([]);
    const once = lines.flatMap((line) =>
      (line.kind === 'vote' && line.event === 'CAST') || line.kind === 'perspective' ? [line.token] : [],
    );
    expect(new Set(once).size).toBe(once.length);
    expect(text).not.toMatch(/\d{2}:\d{2}/);
    expect(
      lines.filter(
        (line) => line.kind === 'vote' && Object.keys(line).toSorted().join() !== 'event,idea,kind,on,token',
      ),
    ).toEqual([]);
  });
});

it('counts everybody, once, when a crowd votes under pseudonyms at once', async () => {
  const idea = await anIdea(api);
  const people = await Promise.all(Array.from({ length: 60 }, () => aPerson(api)));
  await Promise.all(
    people.map((voter) => api.app.get(CastVote).execute(voter, voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE' }))),
  );
  await api.tail.tick();
  await theDayEnds();
  expect((await seen(idea)).votes).toBe(60);
  expect(await inconsistencies()).toEqual([]);
});

it('shows a concern with the votes it came with, and authors answer it then', async () => {
  const idea = await anIdea(api);
  const voter = await aPerson(api);
  const ask = voteAsk(idea.id, {
    perspective: 'LIVED_EXPERIENCE',
    answer: 'COULD_HARM',
    why: 'It would tell my landlord.',
  });
  await api.app.get(CastVote).execute(voter, ask);
  const [{ token }] = await api.dataSource.query('select token from votes where idea_id = $1', [idea.id]);
  const answer = { ideaId: idea.id, concern: token, answer: 'It will not.' };
  const early = await api.app.get(AnswerHarm).execute(idea.author, answer);
  expect(early.ok ? [] : early.reasons.map(({ code }) => code)).toEqual(['NO_SUCH_CONCERN']);
  await theDayEnds();
  expect((await seen(idea)).concerns.nodes).toHaveLength(1);
  expect((await api.app.get(AnswerHarm).execute(idea.author, answer)).ok).toBe(true);
});
