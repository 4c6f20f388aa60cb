import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tally, type VoteEvent } from '@openimpact/domain';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea, voteAsk, votes } from '../../../test/support/ideas.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { anOrganisation, aPerson, joins, type SignedInViewer, type Viewer } from '../../../test/support/people.js';
import { CastVote, PublishSupport, WithdrawVote } from '../support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const SELECTIONS: Record<string, string> = {
  appealDecision: 'appeal { id reason }',
  decideAppeal: 'appeal { id outcome decisionReason }',
};

/** Runs a mutation; answers what it gave, or the codes of what is in the way. */
async function does<T = Record<string, unknown>>(
  viewer: SignedInViewer,
  mutation: string,
  input: Record<string, unknown>,
): Promise<T & { readonly refused?: string[] }> {
  const fields = SELECTIONS[mutation] ?? 'idea { id stage mergedInto { slug } merges { id status } }';
  const answer = await mutate(api, viewer, mutation, input, fields);
  return { ...answer, ...(answer.requirements ? { refused: codesOf(answer) } : {}) } as never;
}

interface Page {
  readonly stage: string;
  readonly mergedInto: { readonly slug: string } | null;
  readonly support: {
    readonly votes: number;
    readonly concerns: { readonly nodes: readonly { readonly why: string }[] };
  };
  readonly comments: { readonly nodes: readonly { readonly body: string }[] };
  readonly merges: readonly { readonly id: string; readonly status: string; readonly objections: readonly string[] }[];
  readonly decline: {
    readonly id: string;
    readonly reason: string;
    readonly appeal: { readonly outcome: string; readonly reason: string | null } | null;
  } | null;
}

async function seen({ slug }: Pick<TestIdea, 'slug'>, viewer: Viewer = nobody): Promise<Page> {
  const { data, errors } = await api.as(viewer).graphql<{ idea: Page }>(
    `query($slug: String!) { idea(slug: $slug) { stage mergedInto { slug } support { votes concerns { nodes { why } } }
      comments { nodes { body } } merges { id status objections } decline { id reason appeal { outcome reason } } } }`,
    { slug },
  );
  expect(errors).toEqual([]);
  return data.idea;
}

/** How the history of an idea counts. */
async function recounted(idea: TestIdea) {
  const events: VoteEvent[] = await api.dataSource.query(
    `select e.kind, v.id as "personId", v.perspective, v.answer, v.organisation_id as "organisationId", v.source
     from vote_events e join votes v on v.id = e.vote_id where e.idea_id = $1 order by e.id`,
    [idea.id],
  );
  return tally(events).votes;
}

async function isProposed(from: TestIdea, into: TestIdea, by?: SignedInViewer): Promise<string> {
  const proposer = by ?? (await aPerson(api));
  const answer = await does<{ idea: { merges: { id: string }[] } }>(proposer, 'proposeMerge', {
    ideaId: from.globalId,
    intoId: into.globalId,
    reason: 'They ask for the same form.',
  });
  return answer.idea.merges[0]!.id;
}

async function theDayEnds(): Promise<void> {
  await api.moveClock(24 * 60);
  await api.app.get(PublishSupport).endOfDay();
}

/** Two ideas with a person who voted on both, one on each, and a steward. */
async function twoIdeas() {
  const [from, into, steward] = [await anIdea(api), await anIdea(api), await aPerson(api, { steward: true })];
  const [both, onlyFrom] = await votes(api, from, 'PRACTITIONER', 2);
  await api.app.get(CastVote).execute(both!, voteAsk(into.id));
  const [onlyInto] = await votes(api, into, 'PUBLIC', 1);
  return { from, into, steward, both: both!, onlyFrom: onlyFrom!, onlyInto: onlyInto! };
}

describe('ideas that are one', () => {
  it('are joined by both authors, and whoever voted on both counts once', async () => {
    const { from, into } = await twoIdeas();
    const mergeId = await isProposed(from, into);
    expect((await seen(from)).stage).toBe('LOGGED');
    await does(from.author, 'decideMerge', { mergeId, accept: true });
    expect(await does(from.author, 'decideMerge', { mergeId, accept: true })).toMatchObject({
      refused: ['AGREED_ALREADY'],
    });
    expect((await seen(from)).stage).toBe('LOGGED');
    await does(into.author, 'decideMerge', { mergeId, accept: true });
    const [old, now] = [await seen(from), await seen(into)];
    const late = await api.app.get(CastVote).execute(await aPerson(api), voteAsk(from.id));
    expect(late.ok ? [] : late.reasons).toEqual([{ code: 'VOTES_CLOSED', stage: 'MERGED' }]);
    await api.tail.tick();
    const [listed] = await api.dataSource.query('select votes_support from ideas where id = $1', [into.id]);
    expect(listed).toEqual({ votes_support: 3 });
    expect([old.stage, old.mergedInto?.slug, now.support.votes, await recounted(into)]).toEqual([
      'MERGED',
      into.slug,
      3,
      3,
    ]);
  });

  it('are joined by a steward who says why, but not by one of whose matter it is, nor by a stranger', async () => {
    const { from, into, steward } = await twoIdeas();
    const mergeId = await isProposed(from, into);
    const { id } = await anOrganisation(api);
    await api.dataSource.query('update ideas set organisation_id = $1 where id = $2', [id, into.id]);
    const involved = await joins(api, await aPerson(api, { steward: true }), id);
    expect(await does(involved, 'decideMerge', { mergeId, accept: true, reason: 'Yes.' })).toMatchObject({
      refused: ['OWN_MATTER'],
    });
    expect(await does(await aPerson(api), 'decideMerge', { mergeId, accept: true, reason: 'Yes.' })).toMatchObject({
      refused: ['NOT_YOURS_TO_DECIDE'],
    });
    expect(await does(steward, 'decideMerge', { mergeId, accept: true })).toMatchObject({ refused: ['TEXT_MISSING'] });
    expect((await seen(from)).stage).toBe('LOGGED');
    expect(await does(steward, 'decideMerge', { mergeId, accept: true, reason: 'The same form.' })).toMatchObject({
      idea: { stage: 'MERGED' },
    });
    expect(await does(steward, 'decideMerge', { mergeId, accept: true, reason: 'Again.' })).toMatchObject({
      refused: expect.arrayContaining(['MERGE_NOT_OPEN']),
    });
  });

  it('are not decided by the steward who proposed it, and an author’s no ends it', async () => {
    const { from, into, steward } = await twoIdeas();
    const mergeId = await isProposed(from, into, steward);
    expect(await does(steward, 'decideMerge', { mergeId, accept: true, reason: 'Mine.' })).toMatchObject({
      refused: ['OWN_MATTER'],
    });
    await does(into.author, 'decideMerge', { mergeId, accept: false, reason: 'Ours is for adults.' });
    expect((await seen(from)).merges).toEqual([]);
    expect(await does(from.author, 'decideMerge', { mergeId, accept: true })).toMatchObject({
      refused: ['MERGE_NOT_OPEN'],
    });
  });

  it('become two again with the votes each had, and what was voted meanwhile stays', async () => {
    const { from, into, steward, onlyFrom } = await twoIdeas();
    const mergeId = await isProposed(from, into);
    await does(steward, 'decideMerge', { mergeId, accept: true, reason: 'The same form.' });
    await votes(api, into, 'PUBLIC', 1);
    const again = await api.app.get(CastVote).execute(onlyFrom, voteAsk(into.id));
    expect(again.ok ? [] : again.reasons).toEqual([{ code: 'ALREADY_VOTED' }]);
    expect(await does(await aPerson(api), 'undoMerge', { mergeId, reason: 'No.' })).toMatchObject({
      refused: ['NOT_YOURS_TO_DECIDE'],
    });
    await does(from.author, 'undoMerge', { mergeId, reason: 'Ours is for children.' });
    await theDayEnds();
    const [old, other] = [await seen(from), await seen(into)];
    expect([old.stage, old.mergedInto, old.support.votes, other.support.votes, await recounted(into)]).toEqual([
      'LOGGED',
      null,
      2,
      3,
      3,
    ]);
    expect((await api.app.get(CastVote).execute(onlyFrom, voteAsk(into.id))).ok).toBe(true);
    expect((await seen(into)).support.votes).toBe(4);
  });

  it('show comments and concerns together, one text under one pseudonym', async () => {
    const { from, into, steward } = await twoIdeas();
    await does(await aPerson(api), 'addComment', {
      subjectId: from.globalId,
      body: 'We tried this.',
      perspective: 'PRACTITIONER',
    }).catch(() => undefined);
    const ask = voteAsk(from.id, {
      perspective: 'LIVED_EXPERIENCE',
      answer: 'COULD_HARM',
      why: 'It would tell my landlord.',
    });
    await api.app.get(CastVote).execute(await aPerson(api), ask);
    await theDayEnds();
    const mergeId = await isProposed(from, into);
    await does(steward, 'decideMerge', { mergeId, accept: true, reason: 'The same form.' });
    await theDayEnds();
    const { support, comments } = await seen(into);
    expect([support.concerns.nodes.map(({ why }) => why), comments.nodes.map(({ body }) => body)]).toEqual([
      ['It would tell my landlord.'],
      ['We tried this.'],
    ]);
    const texts: { why: string }[] = await api.dataSource.query(
      `select why from votes where idea_id = $1 and why <> ''`,
      [into.id],
    );
    expect(texts).toEqual([]);
  });

  it('lead on along a chain, which is undone from its end', async () => {
    const { from, into, steward } = await twoIdeas();
    const last = await anIdea(api);
    const first = await isProposed(from, into);
    await does(steward, 'decideMerge', { mergeId: first, accept: true, reason: 'One.' });
    const second = await isProposed(into, last);
    await does(steward, 'decideMerge', { mergeId: second, accept: true, reason: 'One.' });
    expect((await seen(last)).support.votes).toBe(3);
    expect(await does(steward, 'undoMerge', { mergeId: first, reason: 'Two.' })).toMatchObject({
      refused: ['UNDO_THE_LATER_MERGE_FIRST'],
    });
    await does(steward, 'undoMerge', { mergeId: second, reason: 'Two.' });
    expect((await does(steward, 'undoMerge', { mergeId: first, reason: 'Two.' })).refused).toBeUndefined();
    await theDayEnds();
    expect([
      (await seen(from)).support.votes,
      (await seen(into)).support.votes,
      (await seen(last)).support.votes,
    ]).toEqual([2, 2, 0]);
  });

  it('are refused for the same idea, an ended one, and a second proposal, and nothing changed', async () => {
    const { from, into, steward } = await twoIdeas();
    const propose = (ideaId: string, intoId: string, reason = 'One.') =>
      does(steward, 'proposeMerge', { ideaId, intoId, reason }).then(({ refused }) => refused);
    expect(await propose(from.globalId, from.globalId)).toEqual(['SAME_IDEA']);
    expect(await propose(from.globalId, into.globalId, ' ')).toEqual(['TEXT_MISSING']);
    await isProposed(from, into);
    expect(await propose(from.globalId, into.globalId)).toEqual(['MERGE_ALREADY_OPEN']);
    const gone = await anIdea(api);
    await does(gone.author, 'withdrawIdea', { ideaId: gone.globalId });
    expect(await propose(gone.globalId, into.globalId)).toEqual(['IDEA_NOT_MERGEABLE']);
    expect((await seen(from)).merges).toHaveLength(1);
  });
});

describe('supporters of an idea that was joined', () => {
  it('object, without their name, and take their vote out; taking it back altogether takes back both', async () => {
    const { from, into, steward, onlyFrom, both } = await twoIdeas();
    const [third] = await votes(api, from, 'FUNDER', 1);
    const mergeId = await isProposed(from, into);
    await does(steward, 'decideMerge', { mergeId, accept: true, reason: 'The same form.' });
    expect(await does(await aPerson(api), 'objectToMerge', { mergeId, reason: 'No.' })).toMatchObject({
      refused: ['NOT_A_SUPPORTER'],
    });
    expect(await does(both, 'objectToMerge', { mergeId, moveBack: true })).toMatchObject({
      refused: ['NO_VOTE_TO_MOVE_BACK'],
    });
    await does(onlyFrom, 'objectToMerge', { mergeId, reason: 'Ours was for children.', moveBack: true });
    expect(await does(onlyFrom, 'objectToMerge', { mergeId, reason: 'Again.' })).toMatchObject({
      refused: ['OBJECTED_ALREADY'],
    });
    await api.app.get(WithdrawVote).execute(third!, into.id);
    await theDayEnds();
    const page = await seen(into);
    expect([page.support.votes, page.merges[0]?.objections]).toEqual([2, ['Ours was for children.']]);
    expect(JSON.stringify(page)).not.toContain(onlyFrom.person.name);
    await does(into.author, 'undoMerge', { mergeId, reason: 'They are right.' });
    await theDayEnds();
    // The vote that was moved back is there; the one that was taken back is not.
    expect((await seen(from)).support.votes).toBe(2);
  });
});

describe('races', () => {
  it('carries or refuses each vote that is cast while a merge is made and undone, and loses none', async () => {
    const { from, into, steward } = await twoIdeas();
    const people = await Promise.all(Array.from({ length: 24 }, () => aPerson(api)));
    const mergeId = await isProposed(from, into);
    const cast = (viewer: SignedInViewer, idea: TestIdea) => api.app.get(CastVote).execute(viewer, voteAsk(idea.id));
    const voting = people.map((viewer, index) => cast(viewer, index % 2 === 0 ? from : into));
    await Promise.all([does(steward, 'decideMerge', { mergeId, accept: true, reason: 'One.' }), ...voting]);
    const more = await Promise.all(Array.from({ length: 12 }, () => aPerson(api)));
    await Promise.all([
      does(steward, 'undoMerge', { mergeId, reason: 'Two.' }),
      ...more.map((viewer) => cast(viewer, into)),
    ]);
    await api.tail.tick();
    await theDayEnds();
    for (const idea of [from, into]) {
      const [{ standing }] = await api.dataSource.query(
        `select count(*)::int as standing from votes where idea_id = $1 and withdrawn_at is null`,
        [idea.id],
      );
      expect([(await seen(idea)).support.votes, await recounted(idea)]).toEqual([standing, standing]);
    }
    const twice = await api.dataSource.query(
      'select 1 from votes where idea_id = any($1) and withdrawn_at is null group by idea_id, person_id having count(*) > 1',
      [[from.id, into.id]],
    );
    expect(twice).toEqual([]);
    expect((await seen(into)).support.votes).toBe(2 + 12 + 12);
  });

  it('joins two ideas one way only, when both are proposed and decided at once', async () => {
    const { from, into, steward } = await twoIdeas();
    const other = await aPerson(api, { steward: true });
    const [one, two] = [await isProposed(from, into), await isProposed(into, from)];
    const answers = await Promise.all([
      does(steward, 'decideMerge', { mergeId: one, accept: true, reason: 'One.' }),
      does(other, 'decideMerge', { mergeId: two, accept: true, reason: 'One.' }),
    ]);
    expect(answers.filter(({ refused }) => refused === undefined)).toHaveLength(1);
    expect([(await seen(from)).stage, (await seen(into)).stage].toSorted()).toEqual(['LOGGED', 'MERGED']);
  });
});

describe('a steward who declines an idea', () => {
  it('says why in public, and another steward looks at it again when its author asks', async () => {
    const idea = await anIdea(api);
    const [steward, second] = [await aPerson(api, { steward: true }), await aPerson(api, { steward: true })];
    expect(await does(idea.author, 'declineIdea', { ideaId: idea.globalId, reason: 'No.' })).toMatchObject({
      refused: ['NOT_A_STEWARD'],
    });
    expect(await does(steward, 'declineIdea', { ideaId: idea.globalId, reason: '' })).toMatchObject({
      refused: ['TEXT_MISSING'],
    });
    await does(steward, 'declineIdea', { ideaId: idea.globalId, reason: 'It asks for a weapon.' });
    const declined = await seen(idea);
    expect([declined.stage, declined.decline?.reason]).toEqual(['DECLINED', 'It asks for a weapon.']);
    const decisionId = declined.decline!.id;
    expect(await does(await aPerson(api), 'appealDecision', { decisionId, reason: 'Why?' })).toMatchObject({
      refused: ['NOT_CONCERNED'],
    });
    const { appeal } = await does<{ appeal: { id: string } }>(idea.author, 'appealDecision', {
      decisionId,
      reason: 'It asks for a wheelchair.',
    });
    expect(await does(idea.author, 'appealDecision', { decisionId, reason: 'Again.' })).toMatchObject({
      refused: ['APPEALED_ALREADY'],
    });
    // What the author wrote to the stewards is not everybody's.
    expect([(await seen(idea)).decline?.appeal?.reason, (await seen(idea, second)).decline?.appeal?.reason]).toEqual([
      null,
      'It asks for a wheelchair.',
    ]);
    const ask = { appealId: appeal.id, overturn: true, reason: 'It does. We are sorry.' };
    expect(await does(steward, 'decideAppeal', ask)).toMatchObject({ refused: ['SAME_STEWARD'] });
    expect((await seen(idea)).stage).toBe('DECLINED');
    expect(await does(second, 'decideAppeal', ask)).toMatchObject({ appeal: { outcome: 'OVERTURNED' } });
    expect(await does(second, 'decideAppeal', ask)).toMatchObject({ refused: ['DECIDED_ALREADY'] });
    expect((await seen(idea)).stage).toBe('LOGGED');
  });

  it('never decides about their own organisation, also one they left lately', async () => {
    const { id } = await anOrganisation(api);
    const steward = await joins(api, await aPerson(api, { steward: true }), id);
    const idea = await anIdea(api);
    await api.dataSource.query('update ideas set organisation_id = $1 where id = $2', [id, idea.id]);
    await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [steward.person.id]);
    expect(await does(steward, 'declineIdea', { ideaId: idea.globalId, reason: 'No.' })).toMatchObject({
      refused: ['OWN_MATTER'],
    });
    expect((await seen(idea)).stage).toBe('LOGGED');
  });
});

describe('a co-author', () => {
  it('is asked by an author, says yes, may write, and keeps no vote', async () => {
    const idea = await anIdea(api);
    const [friend] = await votes(api, idea, 'PRACTITIONER', 1);
    const ask = { ideaId: idea.globalId, handle: `@${friend!.person.handle}` };
    expect(await does(friend!, 'inviteCoAuthor', ask)).toMatchObject({
      refused: expect.arrayContaining(['NOT_AN_AUTHOR']),
    });
    expect(await does(idea.author, 'inviteCoAuthor', { ...ask, handle: 'nobody-at-all' })).toMatchObject({
      refused: ['NOBODY_OF_THAT_NAME'],
    });
    expect(await does(friend!, 'answerCoAuthorInvitation', { ideaId: idea.globalId, accept: true })).toMatchObject({
      refused: ['NOT_INVITED'],
    });
    await does(idea.author, 'inviteCoAuthor', ask);
    expect(await recounted(idea)).toBe(1);
    await does(friend!, 'answerCoAuthorInvitation', { ideaId: idea.globalId, accept: true });
    expect(await recounted(idea)).toBe(0);
    const again = await api.app.get(CastVote).execute(friend!, voteAsk(idea.id));
    expect(again.ok ? [] : again.reasons).toEqual([{ code: 'OWN_IDEA' }]);
    expect(
      await does(friend!, 'reviseIdea', { ideaId: idea.globalId, outcome: 'Nobody is asked twice.' }),
    ).toMatchObject({ idea: { stage: 'LOGGED' } });
  });

  it('never has a vote, when they say yes and vote at once', async () => {
    for (let time = 0; time < 4; time += 1) {
      const [idea, friend] = [await anIdea(api), await aPerson(api)];
      await does(idea.author, 'inviteCoAuthor', { ideaId: idea.globalId, handle: friend.person.handle });
      await Promise.all([
        does(friend, 'answerCoAuthorInvitation', { ideaId: idea.globalId, accept: true }),
        api.app.get(CastVote).execute(friend, voteAsk(idea.id)),
      ]);
      expect(await recounted(idea)).toBe(0);
    }
  });
});
