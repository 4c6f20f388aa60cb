import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea, votes } from '../../../test/support/ideas.js';
import { anOrganisation, aPerson, type Viewer } from '../../../test/support/people.js';
import { PublishSupport } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const SELECTIONS: Record<string, string> = {
  keepBallot: 'key',
  castSessionVote: 'code',
  openGroupSession: 'session { code isOpen viewerOpened ideas { slug } }',
  closeGroupSession: 'session { isOpen }',
};

async function does<T>(viewer: Viewer, mutation: string, input: object): Promise<T & { readonly refused?: string[] }> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const { data, errors } = await api.as(viewer).graphql<Record<string, { requirements?: { code: string }[] } & T>>(
    `mutation($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on Refusal { requirements { code } }
      ... on ${type}Payload { ${SELECTIONS[mutation] ?? 'idea { id viewerVote { perspective askedVersion } viewerRecordedVotes { id answer } }'} } } }`,
    { input },
  );
  if (errors.length > 0) return { refused: errors.map(({ extensions }) => extensions?.code ?? '') } as never;
  const answer = data[mutation]!;
  return answer.requirements ? { ...answer, refused: answer.requirements.map(({ code }) => code) } : answer;
}

async function seen(idea: TestIdea, viewer: Viewer = nobody) {
  const { data, errors } = await api.as(viewer).graphql<{
    idea: {
      support: {
        votes: number;
        apart: { sessions: number; recorded: number };
        byOrganisation: { named: { name: string; votes: number }[]; others: number };
      };
      viewerVote: { perspective: string; askedVersion: number | null } | null;
      viewerRecordedVotes: { id: string }[];
    };
  }>(
    `query($slug: String!) { idea(slug: $slug) { support { votes apart { sessions recorded } byOrganisation { named { name votes } others } }
      viewerVote { perspective askedVersion } viewerRecordedVotes { id } } }`,
    { slug: idea.slug },
  );
  expect(errors).toEqual([]);
  return data.idea;
}

describe('a vote from a shared link', () => {
  it('is kept until its voter signed in, and cast once', async () => {
    const idea = await anIdea(api);
    const ask = { ideaId: idea.globalId, perspective: 'LIVED_EXPERIENCE', answer: 'WOULD_NOT_HELP' };
    expect(await does(nobody, 'keepBallot', { ...ask, perspective: null })).toMatchObject({
      refused: ['PERSPECTIVE_MISSING', 'ANSWER_NEEDS_LIVED_EXPERIENCE'],
    });
    const { key } = await does<{ key: string }>(nobody, 'keepBallot', ask);
    const stored = JSON.stringify(
      await api.dataSource.query(`select encode(key_hash, 'hex') as hash, k.* from kept_ballots k`),
    );
    expect(stored).not.toContain(key);
    const voter = await aPerson(api);
    expect(await does(nobody, 'castKeptBallot', { key })).toMatchObject({ refused: ['UNAUTHENTICATED'] });
    expect(await does(voter, 'castKeptBallot', { key })).toMatchObject({
      idea: { viewerVote: { perspective: 'LIVED_EXPERIENCE' } },
    });
    expect(await does(await aPerson(api), 'castKeptBallot', { key })).toMatchObject({ refused: ['NOT_FOUND'] });
  });

  it('keeps why it would not help, which is public once it is cast; what looks like somebody’s secret waits until then', async () => {
    const idea = await anIdea(api);
    const ask = { ideaId: idea.globalId, perspective: 'LIVED_EXPERIENCE', answer: 'COULD_HARM' };
    expect(await does(nobody, 'keepBallot', { ...ask, why: 'Ring Ann on 07700 900321.' })).toMatchObject({
      refused: ['WHY_LOOKS_LIKE_PERSONAL_DATA'],
    });
    expect(await does(nobody, 'keepBallot', { ...ask, why: 'x'.repeat(5_000) })).toMatchObject({
      refused: ['TEXT_TOO_LONG'],
    });
    expect(await does(nobody, 'keepBallot', { ...ask, answer: 'SUPPORT', why: 'Because.' })).toMatchObject({
      refused: ['WHY_NOT_ASKED'],
    });
    const [{ kept }] = await api.dataSource.query('select count(*)::int as kept from kept_ballots where idea_id = $1', [
      idea.id,
    ]);
    expect(kept).toBe(0);
    const { key } = await does<{ key: string }>(nobody, 'keepBallot', { ...ask, why: 'It would tell my landlord.' });
    await does(await aPerson(api), 'castKeptBallot', { key });
    const votes = await api.dataSource.query('select why from votes where idea_id = $1', [idea.id]);
    expect(votes).toEqual([{ why: 'It would tell my landlord.' }]);
    expect(await api.dataSource.query('select why from kept_ballots where idea_id = $1', [idea.id])).toEqual([]);
  });

  it('is refused like any other, stays kept meanwhile, and is forgotten after two days', async () => {
    const idea = await anIdea(api);
    const { key } = await does<{ key: string }>(nobody, 'keepBallot', { ideaId: idea.globalId, perspective: 'PUBLIC' });
    expect(await does(idea.author, 'castKeptBallot', { key })).toMatchObject({ refused: ['OWN_IDEA'] });
    await api.moveClock(49 * 60);
    expect(await does(await aPerson(api), 'castKeptBallot', { key })).toMatchObject({ refused: ['NOT_FOUND'] });
    expect((await seen(idea)).support.votes).toBe(0);
  });
});

describe('a group session', () => {
  async function aSession(people = 6) {
    const idea = await anIdea(api);
    const { admin, globalId } = await anOrganisation(api);
    const ask = { ideaIds: [idea.globalId], place: 'The Tuesday group', people, organisationId: globalId };
    const { session } = await does<{ session: { code: string } }>(admin, 'openGroupSession', ask);
    const vote = (more: object = {}) =>
      does(nobody, 'castSessionVote', {
        code: session.code,
        ideaId: idea.globalId,
        voter: randomUUID(),
        perspective: 'LIVED_EXPERIENCE',
        ...more,
      });
    return { idea, admin, ask, code: session.code, vote };
  }

  it('takes a vote a device, as many as are there, for two hours, and tells nothing before it is over', async () => {
    const { idea, vote, code } = await aSession();
    const voter = randomUUID();
    await Promise.all([vote({ voter, code: code.toLowerCase() }), vote({ voter }), vote({ voter })]);
    const [{ cast }] = await api.dataSource.query('select count(*)::int as cast from votes where idea_id = $1', [
      idea.id,
    ]);
    expect(cast).toBe(1);
    expect(await vote({ voter })).toMatchObject({ refused: ['ALREADY_VOTED'] });
    const answers = await Promise.all(Array.from({ length: 8 }, () => vote()));
    expect(answers.filter(({ refused }) => refused === undefined)).toHaveLength(5);
    expect(await vote()).toMatchObject({ refused: ['SESSION_FULL'] });
    expect((await seen(idea)).support).toMatchObject({ votes: 0, apart: { sessions: 0 } });
    await api.moveClock(121);
    expect(await vote()).toMatchObject({ refused: expect.arrayContaining(['SESSION_OVER']) });
    expect((await seen(idea)).support).toMatchObject({ votes: 0, apart: { sessions: 6 } });
    const gate = await api
      .as(nobody)
      .graphql<{ idea: { gate: { requirements: { current: string | null }[] } } }>(
        'query($slug: String!) { idea(slug: $slug) { gate { requirements { current } } } }',
        { slug: idea.slug },
      );
    expect(gate.data.idea.gate.requirements[0]?.current).toBe('0 votes');
  });

  it('tells nothing of fewer than five people, leads to nobody, and opens for workers only', async () => {
    const { idea, admin, ask, code, vote } = await aSession();
    for (let voter = 0; voter < 4; voter += 1) await vote();
    expect(await does(admin, 'closeGroupSession', { code })).toMatchObject({ session: { isOpen: false } });
    expect(await does(await aPerson(api), 'closeGroupSession', { code })).toMatchObject({ refused: ['NOT_FOUND'] });
    expect((await seen(idea)).support.apart.sessions).toBe(0);
    const rows: object[] = await api.dataSource.query(
      'select person_id, organisation_id, recorded_by_id, why from votes where idea_id = $1',
      [idea.id],
    );
    expect(rows).toEqual(
      Array.from({ length: 4 }, () => ({ person_id: null, organisation_id: null, recorded_by_id: null, why: '' })),
    );
    const stranger = await aPerson(api);
    expect(await does(stranger, 'openGroupSession', { ...ask, people: 0, ideaIds: [] })).toMatchObject({
      refused: ['NOT_YOUR_ORGANISATION', 'NO_IDEAS', 'PEOPLE_OUT_OF_RANGE'],
    });
    expect(
      await does(nobody, 'castSessionVote', { code: 'AAAAAAAA', ideaId: idea.globalId, voter: randomUUID() }),
    ).toMatchObject({ refused: ['NOT_FOUND'] });
  });
});

describe('a vote recorded for somebody', () => {
  it('is attributed, counted apart from five an organisation on, revocable, and meets no gate', async () => {
    const idea = await anIdea(api);
    const { admin, globalId, id } = await anOrganisation(api);
    const ask = { ideaId: idea.globalId, organisationId: globalId, perspective: 'LIVED_EXPERIENCE', theyAsked: true };
    expect(await does(admin, 'recordVoteFor', { ...ask, theyAsked: false })).toMatchObject({
      refused: ['NOT_ASKED_BY_THEM'],
    });
    expect(await does(await aPerson(api), 'recordVoteFor', ask)).toMatchObject({ refused: ['NOT_YOUR_ORGANISATION'] });
    for (let vote = 0; vote < 5; vote += 1) await does(admin, 'recordVoteFor', ask);
    expect((await seen(idea)).support.apart.recorded).toBe(0);
    await api.moveClock(24 * 60);
    expect((await seen(idea)).support).toMatchObject({ votes: 0, apart: { recorded: 5 } });
    const [row] = await api.dataSource.query(
      'select recorded_by_id, recorded_for_id, person_id from votes where idea_id = $1 limit 1',
      [idea.id],
    );
    expect(row).toEqual({ recorded_by_id: admin.person.id, recorded_for_id: id, person_id: null });
    const [mine] = (await seen(idea, admin)).viewerRecordedVotes;
    expect((await seen(idea, await aPerson(api))).viewerRecordedVotes).toEqual([]);
    expect(await does(await aPerson(api), 'revokeRecordedVote', { voteId: mine!.id })).toMatchObject({
      refused: ['NOT_FOUND'],
    });
    await does(admin, 'revokeRecordedVote', { voteId: mine!.id });
    expect((await seen(idea)).support.apart.recorded).toBe(0);
    expect((await seen(idea, admin)).viewerRecordedVotes).toHaveLength(4);
  });
});

describe('voters of an idea whose text changes', () => {
  it('are asked once after ten votes, stand meanwhile, and confirm or take back', async () => {
    const idea = await anIdea(api);
    const voters = await votes(api, idea, 'PRACTITIONER', 9);
    const revise = async (outcome: string) => {
      expect((await does(idea.author, 'reviseIdea', { ideaId: idea.globalId, outcome })).refused).toBeUndefined();
      await api.jobs.runDue();
    };
    const told = async () => {
      const [row] = await api.dataSource.query(
        `select count(*)::int as people from activity_addressees t join activities a on a.id = t.activity_id where a.kind = 'vote.asked_again' and a.idea_id = $1`,
        [idea.id],
      );
      return row.people as number;
    };
    await revise('Nobody is asked twice.');
    expect(await told()).toBe(0);
    await votes(api, idea, 'PRACTITIONER', 1);
    await revise('Nobody is asked three times.');
    expect(await told()).toBe(10);
    expect([(await seen(idea, voters[0]!)).viewerVote?.askedVersion, (await seen(idea)).support.votes]).toEqual([
      3, 10,
    ]);
    await revise('Nobody is asked four times.');
    expect(await told()).toBe(10);
    expect(await does(voters[0]!, 'confirmVote', { ideaId: idea.globalId })).toMatchObject({
      idea: { viewerVote: { askedVersion: null } },
    });
    await revise('Nobody is asked five times.');
    expect(await told()).toBe(11);
    expect((await does(voters[1]!, 'withdrawVote', { ideaId: idea.globalId })).refused).toBeUndefined();
    await api.moveClock(24 * 60);
    await api.app.get(PublishSupport).endOfDay();
    expect((await seen(idea)).support.votes).toBe(9);
  });
});
