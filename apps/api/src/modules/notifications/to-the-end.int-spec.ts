import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea, voteAsk } from '../../../test/support/ideas.js';
import { mutate } from '../../../test/support/mutate.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { ActivityLog } from '../../platform/activity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { CastVote } from '../support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

interface News {
  readonly kind: string;
  readonly address: string | null;
  readonly said: string | null;
}

async function newsOf(viewer: SignedInViewer): Promise<readonly News[]> {
  await api.tail.tick();
  await api.jobs.runDue();
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ viewer: { notifications: { nodes: readonly News[] } } }>(
      '{ viewer { notifications(first: 50) { nodes { kind address said } } } }',
    );
  expect(errors).toEqual([]);
  return data.viewer.notifications.nodes.toReversed();
}

const votes = (viewer: SignedInViewer, idea: TestIdea) => api.app.get(CastVote).execute(viewer, voteAsk(idea.id));

const happens = (kind: string, ideaId: string) =>
  api.app
    .get(UnitOfWork)
    .run((tx) =>
      api.app
        .get(ActivityLog)
        .append(tx, { kind, subject: { type: 'Idea', id: ideaId }, ideaId, visibility: 'PUBLIC' }),
    );

async function follows({ slug }: TestIdea, viewer: SignedInViewer): Promise<boolean> {
  const { data } = await api
    .as(viewer)
    .graphql<{ idea: { viewerFollows: boolean } }>('query ($slug: String!) { idea(slug: $slug) { viewerFollows } }', {
      slug,
    });
  return data.idea.viewerFollows;
}

describe('two ideas that became one', () => {
  it('tell everybody who stands behind either, once; news of one reaches both, until they are two again', async () => {
    const [from, into, steward] = [await anIdea(api), await anIdea(api), await aPerson(api, { steward: true })];
    const [ofFrom, ofInto, ofBoth] = [await aPerson(api), await aPerson(api), await aPerson(api)];
    for (const [viewer, idea] of [
      [ofFrom, from],
      [ofInto, into],
      [ofBoth, from],
      [ofBoth, into],
    ] as const) {
      await votes(viewer, idea);
    }
    const proposed = await mutate(
      api,
      await aPerson(api),
      'proposeMerge',
      { ideaId: from.globalId, intoId: into.globalId, reason: 'The same form.' },
      'idea { merges { id } }',
    );
    const mergeId = (proposed as unknown as { idea: { merges: { id: string }[] } }).idea.merges[0]!.id;
    // A proposal is anybody's: it reaches the authors, and not everybody who voted.
    for (const viewer of [ofFrom, ofInto, ofBoth]) expect(await newsOf(viewer)).toEqual([]);

    await mutate(api, steward, 'decideMerge', { mergeId, accept: true, reason: 'They ask for one form.' });
    const made = { kind: 'merge.made', address: `/ideas/${into.slug}#together`, said: 'They ask for one form.' };
    for (const viewer of [ofFrom, ofInto, ofBoth]) expect(await newsOf(viewer)).toEqual([made]);
    expect([await follows(into, ofFrom), await follows(into, ofInto)]).toEqual([true, true]);

    await happens('idea.funding', into.id);
    for (const viewer of [ofFrom, ofInto, ofBoth]) {
      expect((await newsOf(viewer)).map(({ kind }) => kind)).toEqual(['merge.made', 'idea.funding']);
    }

    await mutate(api, steward, 'undoMerge', { mergeId, reason: 'One of them is for adults.' });
    for (const viewer of [ofFrom, ofInto, ofBoth]) {
      expect((await newsOf(viewer)).slice(2)).toMatchObject([
        { kind: 'merge.undone', said: 'One of them is for adults.' },
      ]);
    }
    expect([await follows(into, ofFrom), await follows(from, ofFrom)]).toEqual([false, true]);
    await happens('idea.stopped', into.id);
    expect((await newsOf(ofFrom)).length).toBe(3);
    expect((await newsOf(ofInto)).length).toBe(4);
  });

  it('reach nobody who stopped where they are talked about now, and those two steps away', async () => {
    const [first, second, third] = [await anIdea(api), await anIdea(api), await anIdea(api)];
    const [stays, stops] = [await aPerson(api), await aPerson(api)];
    await votes(stays, first);
    await votes(stops, first);
    for (const [idea, into] of [
      [first, second],
      [second, third],
    ] as const) {
      await api.dataSource.query(`update ideas set stage = 'MERGED', merged_into_id = $1 where id = $2`, [
        into.id,
        idea.id,
      ]);
    }
    await mutate(api, stops, 'unfollowSubject', { subjectId: third.globalId });
    expect([await follows(third, stays), await follows(third, stops)]).toEqual([true, false]);
    await happens('idea.funding', third.id);
    expect(await newsOf(stays)).toHaveLength(1);
    expect(await newsOf(stops)).toHaveLength(0);
  });
});
