import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, type TestIdea, voteAsk } from '../../../test/support/ideas.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { ActivityLog, type NewActivity } from '../../platform/activity/index.js';
import { sql, UnitOfWork } from '../../platform/database/index.js';
import { AddComment } from '../discussion/index.js';
import { WithdrawIdea } from '../ideas/index.js';
import { DeleteMyAccount, ExportMyData } from '../people/index.js';
import { CastVote, WithdrawVote } from '../support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

interface News {
  readonly id: string;
  readonly kind: string;
  readonly summary: string;
  readonly about: string | null;
  readonly address: string | null;
  readonly said: string | null;
  readonly actorName: string | null;
  readonly reason: string;
  readonly read: boolean;
}

const NEWS = `{ viewer { unreadNotifications notificationSettings { email news followAutomatically }
  notifications(first: 100) { nodes { id kind summary about address said actorName reason read } }
  following(first: 100) { nodes { id name address reason } } } }`;

async function newsOf(viewer: SignedInViewer): Promise<readonly News[]> {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ viewer: { notifications: { nodes: readonly News[] } } }>(NEWS);
  expect(errors).toEqual([]);
  return data.viewer.notifications.nodes;
}

const kindsOf = async (viewer: SignedInViewer) => (await newsOf(viewer)).map(({ kind }) => kind);

/** The tail seals and asks for the work, the jobs do it: also what would wait for the full hour. */
async function spread(): Promise<void> {
  await api.tail.tick();
  await api.dataSource.query(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`);
  await api.jobs.runDue();
}

function happens(entry: Partial<NewActivity> & { readonly kind: string }): Promise<unknown> {
  return api.app.get(UnitOfWork).run((tx) =>
    api.app.get(ActivityLog).append(tx, {
      subject: { type: 'Idea', id: entry.ideaId ?? '00000000-0000-7000-8000-000000000000' },
      visibility: 'PUBLIC',
      ...entry,
    }),
  );
}

const votes = (
  viewer: SignedInViewer,
  idea: TestIdea,
  perspective: 'PRACTITIONER' | 'LIVED_EXPERIENCE' = 'PRACTITIONER',
) => api.app.get(CastVote).execute(viewer, voteAsk(idea.id, { perspective }));

const says = (viewer: SignedInViewer, idea: TestIdea, body: string, shownAs: 'NAME' | 'NAME_WITHHELD' = 'NAME') =>
  api.app
    .get(AddComment)
    .execute(viewer, { ideaId: idea.id, answersId: null, body, stance: null, perspective: 'PUBLIC', shownAs });

async function mutate(viewer: SignedInViewer, field: string, input: Record<string, unknown>): Promise<unknown> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}`;
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, unknown>>(`mutation ($input: ${type}Input!) { ${field}(input: $input) { __typename } }`, {
      input,
    });
  expect(errors).toEqual([]);
  return data[field];
}

describe('news', () => {
  it('reaches everybody who voted, commented or wrote it, named by what it is about, with an address', async () => {
    const idea = await anIdea(api, { title: 'A warm place after school' });
    const [voter, quiet, stranger] = [await aPerson(api), await aPerson(api), await aPerson(api)];
    await votes(voter, idea);
    await votes(quiet, idea, 'LIVED_EXPERIENCE');
    const commenter = await aPerson(api);
    await says(commenter, idea, 'We have a room.');
    await spread();
    await happens({ kind: 'idea.supported', ideaId: idea.id });
    await spread();

    for (const [viewer, reason] of [
      [voter, 'VOTED'],
      [quiet, 'VOTED'],
      [commenter, 'COMMENTED'],
      [idea.author, 'AUTHOR'],
    ] as const) {
      expect((await newsOf(viewer)).find(({ kind }) => kind === 'idea.supported')).toMatchObject({
        summary: 'The idea has backing',
        about: 'A warm place after school',
        address: `/ideas/${idea.slug}`,
        reason,
        read: false,
      });
    }
    expect(await newsOf(stranger)).toEqual([]);
    // The talk in between is the author's news, not that of everybody who voted.
    expect(await kindsOf(idea.author)).toContain('comment.added');
    expect(await kindsOf(voter)).not.toContain('comment.added');
  });

  it('carries the reason that was given for a change', async () => {
    const idea = await anIdea(api);
    const voter = await aPerson(api);
    await votes(voter, idea);
    await api.app.get(WithdrawIdea).execute(idea.author, { ideaId: idea.id, reason: 'Another group does it already.' });
    await spread();
    expect((await newsOf(voter))[0]).toMatchObject({ kind: 'idea.withdrawn', said: 'Another group does it already.' });
  });

  it('never tells people what they just did themselves, also where the log does not know that it was them', async () => {
    const idea = await anIdea(api);
    await says(idea.author, idea, 'Nobody should know that this is me.', 'NAME_WITHHELD');
    await says(await aPerson(api), idea, 'I agree.');
    await spread();
    expect(await kindsOf(idea.author)).toEqual(['comment.added']);
  });

  it('comes once, whatever is done twice', async () => {
    const idea = await anIdea(api);
    await says(await aPerson(api), idea, 'Once.');
    await spread();
    const [{ activityId }] = await api.dataSource.query(
      `select activity_id as "activityId" from notifications where person_id = $1`,
      [idea.author.person.id],
    );
    await api.app.get(UnitOfWork).run((tx) => api.jobs.add(tx, 'news.spread', { activityId }));
    await api.jobs.runDue();
    expect(await kindsOf(idea.author)).toEqual(['comment.added']);
  });

  it('of something private reaches those told by name, and no follower', async () => {
    const idea = await anIdea(api);
    const [follower, told] = [await aPerson(api), await aPerson(api)];
    await votes(follower, idea);
    await happens({ kind: 'idea.stopped', ideaId: idea.id, visibility: 'PRIVATE', tell: [told.person.id] });
    await spread();
    expect(await kindsOf(follower)).toEqual([]);
    expect((await newsOf(told))[0]).toMatchObject({ kind: 'idea.stopped', reason: 'TOLD', about: expect.any(String) });
  });

  it('reaches more people than one batch holds, each once', async () => {
    const idea = await anIdea(api);
    await api.dataSource.query(
      `with crowd as (insert into people (id, handle, name) select gen_random_uuid(), 'crowd-' || n, 'One of many' from generate_series(1, 2300) n returning id)
       insert into follows (subject_type, subject_id, person_id, reason) select 'Idea', $1, id, 'VOTED' from crowd`,
      [idea.id],
    );
    await happens({ kind: 'idea.funding', ideaId: idea.id });
    await spread();
    const [{ told, people }] = await api.dataSource.query(
      `select count(*)::int as told, count(distinct n.person_id)::int as people from notifications n join activities a on a.id = n.activity_id
       where a.idea_id = $1 and a.kind = 'idea.funding'`,
      [idea.id],
    );
    expect([told, people]).toEqual([2301, 2301]);
  });
});

describe('stopping', () => {
  it('works for one subject, and the next vote or comment does not undo it', async () => {
    const [idea, other] = [await anIdea(api), await anIdea(api)];
    const viewer = await aPerson(api);
    await votes(viewer, idea);
    await votes(viewer, other);
    await mutate(viewer, 'unfollowSubject', { subjectId: idea.globalId });
    await says(viewer, idea, 'Still here.');
    await happens({ kind: 'idea.funding', ideaId: idea.id });
    await happens({ kind: 'idea.funding', ideaId: other.id });
    await spread();
    expect((await newsOf(viewer)).map(({ address }) => address)).toEqual([`/ideas/${other.slug}`]);
  });

  it('works altogether, for what is followed; what waits for somebody still comes', async () => {
    const idea = await anIdea(api);
    const viewer = await aPerson(api);
    await votes(viewer, idea);
    await mutate(viewer, 'updateNotificationSettings', { news: false });
    await happens({ kind: 'idea.funding', ideaId: idea.id });
    await happens({
      kind: 'pledge.approval_requested',
      ideaId: idea.id,
      visibility: 'PRIVATE',
      tell: [viewer.person.id],
    });
    await spread();
    expect(await kindsOf(viewer)).toEqual(['pledge.approval_requested']);
  });

  it('begins before it starts for those who do not want to follow by themselves, who can still choose to', async () => {
    const [idea, other] = [await anIdea(api), await anIdea(api)];
    const viewer = await aPerson(api);
    await mutate(viewer, 'updateNotificationSettings', { followAutomatically: false });
    await votes(viewer, idea);
    await mutate(viewer, 'followSubject', { subjectId: other.globalId });
    for (const { id } of [idea, other]) await happens({ kind: 'idea.funding', ideaId: id });
    await spread();
    expect((await newsOf(viewer)).map(({ address, reason }) => [address, reason])).toEqual([
      [`/ideas/${other.slug}`, 'CHOSEN'],
    ]);
  });

  it('follows from taking a vote back', async () => {
    const idea = await anIdea(api);
    const viewer = await aPerson(api);
    await votes(viewer, idea);
    await api.app.get(WithdrawVote).execute(viewer, idea.id);
    await happens({ kind: 'idea.funding', ideaId: idea.id });
    await spread();
    expect(await kindsOf(viewer)).toEqual([]);
  });
});

describe('who follows', () => {
  it('is told to nobody: no field of an idea, no entry of the log, no answer changes when somebody does', async () => {
    const idea = await anIdea(api);
    const follower = await aPerson(api, { name: 'Quiet Quill' });
    const log = () => api.dataSource.query('select count(*)::int as n from activities where idea_id = $1', [idea.id]);
    const before = await log();
    await mutate(follower, 'followSubject', { subjectId: idea.globalId });
    expect(await log()).toEqual(before);
    const ask = '{ idea(slug: "SLUG") { viewerFollows } }'.replace('SLUG', idea.slug);
    const follows = async (viewer: SignedInViewer | typeof nobody) =>
      (await api.as(viewer).graphql<{ idea: { viewerFollows: boolean } }>(ask)).data.idea.viewerFollows;
    expect([await follows(follower), await follows(await aPerson(api)), await follows(nobody)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('cannot be read through a notification of somebody else', async () => {
    const idea = await anIdea(api);
    const [viewer, steward] = [await aPerson(api), await aPerson(api, { steward: true })];
    await votes(viewer, idea, 'LIVED_EXPERIENCE');
    await happens({ kind: 'idea.funding', ideaId: idea.id });
    await spread();
    const id = (await newsOf(viewer))[0]?.id;
    for (const other of [idea.author, steward, nobody]) {
      const { data } = await api
        .as(other)
        .graphql<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(data.node).toBeNull();
    }
    await mutate(steward, 'markNotificationsRead', { notificationIds: [id] });
    expect((await newsOf(viewer))[0]?.read).toBe(false);
    await mutate(viewer, 'markNotificationsRead', {});
    expect((await newsOf(viewer))[0]?.read).toBe(true);
  });
});

describe('a person', () => {
  it('takes with them what they follow and were told, and leaves nothing of it behind', async () => {
    const idea = await anIdea(api);
    const viewer = await aPerson(api);
    await votes(viewer, idea);
    await happens({ kind: 'idea.funding', ideaId: idea.id });
    await spread();
    const exported = JSON.stringify(await api.app.get(ExportMyData).execute(viewer));
    expect(exported).toContain('idea.funding');
    expect(exported).toContain(idea.slug);
    await api.app.get(DeleteMyAccount).execute(viewer, viewer.person.handle);
    const left = await api.app.get(UnitOfWork).run((tx) =>
      tx.one<{ n: number }>(sql`
        select (select count(*) from notifications where person_id = ${viewer.person.id})
          + (select count(*) from follows where person_id = ${viewer.person.id})
          + (select count(*) from digests_due where person_id = ${viewer.person.id}) as n`),
    );
    expect(Number(left?.n)).toBe(0);
  });
});
