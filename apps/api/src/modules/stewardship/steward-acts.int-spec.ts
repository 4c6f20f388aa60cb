import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea, votes } from '../../../test/support/ideas.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { SetVotesAside } from './application/set-votes-aside.js';

let api: TestApi;
let steward: SignedInViewer;
let second: SignedInViewer;
beforeAll(async () => {
  api = await anApi();
  steward = await aPerson(api, { steward: true });
  second = await aPerson(api, { steward: true });
}, 60_000);
afterAll(async () => {
  await api.close();
});

interface Queue {
  readonly risksWaiting: number;
  readonly reports: readonly { readonly id: string; readonly reason: string }[];
  readonly heldPosts: readonly { readonly id: string; readonly texts: readonly string[] }[];
  readonly signals: readonly { readonly id: string; readonly votes: number; readonly newAccounts: number }[];
  readonly proposals: readonly { readonly id: string; readonly kind: string; readonly mayConfirm: boolean }[];
}
async function queueOf(viewer: SignedInViewer | typeof nobody): Promise<Queue | null> {
  const { data, errors } = await api.as(viewer).graphql<{ stewardQueue: Queue | null }>(
    `{ stewardQueue { risksWaiting reports { id reason hiddenText } heldPosts { id texts } signals { id votes newAccounts usual }
       proposals { id kind mayConfirm policy { votesOfSupport } } } }`,
  );
  expect(errors).toEqual([]);
  return data.stewardQueue;
}
const told = async (viewer: SignedInViewer): Promise<string[]> => {
  const rows: { kind: string }[] = await api.dataSource.query(
    'select a.kind from activities a join activity_addressees d on d.activity_id = a.id where d.person_id = $1',
    [viewer.person.id],
  );
  return rows.map(({ kind }) => kind);
};
const comments = async (body: string): Promise<number> => {
  const [row] = await api.dataSource.query('select count(*)::int as found from comments where body = $1', [body]);
  return row.found;
};
const confirm = (viewer: SignedInViewer, actId: unknown) => mutate(api, viewer, 'confirmSecond', { actId }, 'kind');

describe('the first post of somebody new', () => {
  const withLink = async (body: string) => {
    const idea = await anIdea(api);
    const writer = await aPerson(api);
    const input = { subjectId: idea.globalId, body, perspective: 'PUBLIC' };
    return { writer, send: () => mutate(api, writer, 'addComment', input) };
  };
  const held = async (part: string) =>
    (await queueOf(steward))?.heldPosts.find(({ texts }) => texts.join().includes(part));
  const decide = (postId: unknown, decision: string, reason = 'It advertises.', viewer = steward) =>
    mutate(api, viewer, 'decideHeldPost', { postId, decision, reason }, 'blockProposed');

  it('waits when it holds a link, however often it is sent, and is published as its writer’s when approved', async () => {
    const { writer, send } = await withLink('See www.first.example for more.');
    for (const answer of await Promise.all([send(), send()])) expect(codesOf(answer)).toEqual(['HELD_FOR_A_LOOK']);
    expect(await comments('See www.first.example for more.')).toBe(0);
    const post = await held('first.example');
    expect((await queueOf(steward))?.heldPosts).toHaveLength(1);
    expect(codesOf(await decide(post?.id, 'DECLINE', ''))).toEqual(['TEXT_MISSING']);
    const both = await Promise.allSettled([decide(post?.id, 'APPROVE', ''), decide(post?.id, 'APPROVE', '', second)]);
    expect(both.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await comments('See www.first.example for more.')).toBe(1);
    const [{ person }] = await api.dataSource.query(
      `select person_id as person from comments where body like '%first.example%'`,
    );
    expect(person).toBe(writer.person.id);
    expect(await told(writer)).toContain('post.approved');
    // They have published now: the next one does not wait.
    expect((await send()).__typename).toBe('AddCommentPayload');
  });

  it('does not wait without a link', async () => {
    const { send } = await withLink('We would use this every day.');
    expect((await send()).__typename).toBe('AddCommentPayload');
  });

  it('is declined with a reason, and blocking its writer takes a second steward', async () => {
    const { writer, send } = await withLink('Win at www.second.example');
    await send();
    const post = await held('second.example');
    expect(await decide(post?.id, 'DECLINE_AND_BLOCK')).toMatchObject({ blockProposed: true });
    expect(await told(writer)).toContain('post.declined');
    const [proposal] = (await queueOf(steward))?.proposals ?? [];
    expect(proposal).toMatchObject({ kind: 'PERSON_BLOCKED', mayConfirm: false });
    expect(codesOf(await confirm(steward, proposal?.id))).toEqual(['SECOND_STEWARD_OR_NOTICE']);
    const blocked = async () => {
      const [row] = await api.dataSource.query('select blocked_at is not null as blocked from people where id = $1', [
        writer.person.id,
      ]);
      return row.blocked;
    };
    expect(await blocked()).toBe(false);
    expect((await confirm(second, proposal?.id))['kind']).toBe('PERSON_BLOCKED');
    expect(await blocked()).toBe(true);

    const now = { ...writer, person: { ...writer.person, blocked: true } };
    const idea = await anIdea(api);
    expect(
      codesOf(await mutate(api, now, 'addComment', { subjectId: idea.globalId, body: 'x', perspective: 'PUBLIC' })),
    ).toEqual(['BLOCKED']);
    expect((await mutate(api, now, 'exportMyData', {})).__typename).toBe('ExportMyDataPayload');
  });

  it('is seen and decided by nobody else', async () => {
    expect(await queueOf(nobody)).toBeNull();
    expect(await queueOf(await aPerson(api))).toBeNull();
  });
});

describe('another policy', () => {
  const policy = {
    votesOfSupport: 7,
    verifiedOrganisations: 2,
    adoptionInterests: 1,
    livedExperienceVoices: 3,
    firstPosts: 'LINKS_HELD',
    helpContacts: '',
  };
  const propose = (viewer: SignedInViewer, change: object = {}) =>
    mutate(api, viewer, 'changePolicy', { ...policy, reason: 'Five came together too easily.', ...change }, 'actId');
  const asked = async (slug: string): Promise<number> => {
    const [row] = await api.dataSource.query(
      'select p.votes_of_support as votes from ideas i join gate_policies p on p.version = i.gate_policy where i.slug = $1',
      [slug],
    );
    return row.votes;
  };

  it('takes a second steward, is in the log, and never applies backwards', async () => {
    const before = await anIdea(api);
    expect(codesOf(await propose(await aPerson(api)))).toEqual(['NOT_A_STEWARD']);
    const { actId } = await propose(steward);
    expect(codesOf(await propose(second))).toEqual(['POLICY_CHANGE_WAITS']);
    expect(await asked((await anIdea(api)).slug)).toBe(5);
    expect((await confirm(second, actId)).__typename).toBe('ConfirmSecondPayload');
    expect([await asked(before.slug), await asked((await anIdea(api)).slug)]).toEqual([5, 7]);
    const [row] = await api.dataSource.query(
      `select count(*)::int as told from activities where kind in ('policy.proposed', 'policy.changed') and visibility = 'PUBLIC'`,
    );
    expect(row.told).toBe(2);
  });

  it('takes seven days where there is no second', async () => {
    const { actId } = await propose(steward, { votesOfSupport: 8 });
    expect(codesOf(await confirm(steward, actId))).toEqual(['SECOND_STEWARD_OR_NOTICE']);
    await api.moveClock(7 * 24 * 60 + 1);
    expect((await confirm(steward, actId)).__typename).toBe('ConfirmSecondPayload');
  });

  it('cannot ask for what would reveal somebody, or for nothing', async () => {
    const refused = await propose(steward, { livedExperienceVoices: 2, votesOfSupport: 0 });
    expect(refused.requirements?.map(({ path }) => path?.at(-1)).toSorted()).toEqual([
      'livedExperienceVoices',
      'votesOfSupport',
    ]);
    expect(codesOf(await propose(steward, { votesOfSupport: 8 }))).toEqual(['NOTHING_CHANGED']);
  });
});

describe('a burst of votes', () => {
  it('is explained and decides nothing by itself; set aside by a person, those who voted are told why', async () => {
    const idea = await anIdea(api);
    const voters = await votes(api, idea, 'PUBLIC', 22);
    expect(await api.app.get(SetVotesAside).look()).toBe(1);
    const standing = async () => {
      const [row] = await api.dataSource.query(
        'select count(*)::int as votes from votes where idea_id = $1 and withdrawn_at is null and set_aside_at is null',
        [idea.id],
      );
      return row.votes;
    };
    expect(await standing()).toBe(22);
    const signal = (await queueOf(steward))?.signals[0];
    expect(signal).toMatchObject({ votes: 22, newAccounts: 22, usual: 0 });

    const decide = (viewer: SignedInViewer, reason: string, aside = true) =>
      mutate(api, viewer, 'setVotesAside', { signalId: signal?.id, aside, reason }, 'votes');
    expect(codesOf(await decide(steward, ''))).toEqual(['TEXT_MISSING']);
    expect(await standing()).toBe(22);
    expect(await decide(steward, 'All came through one script.')).toMatchObject({ votes: 22 });
    expect(await standing()).toBe(0);
    await api.tail.tick();
    const [counted] = await api.dataSource.query('select votes_support as votes from ideas where id = $1', [idea.id]);
    expect(counted.votes).toBe(0);
    const [log] = await api.dataSource.query(
      `select count(*)::int as events from vote_events where idea_id = $1 and kind = 'SET_ASIDE'`,
      [idea.id],
    );
    expect(log.events).toBe(22);
    expect(await told(voters[0]!)).toContain('votes.set_aside');
    expect(codesOf(await decide(second, 'Again.'))).toEqual(['NO_SUCH_VOTES']);

    // Somebody whose vote it was says that it was a youth club. Another steward looks, and the votes count again.
    const { data } = await api
      .as(voters[0]!)
      .graphql<{ decisionsAboutMe: { id: string; kind: string; mayAppeal: boolean }[] }>(
        '{ decisionsAboutMe { id kind mayAppeal } }',
      );
    expect(data.decisionsAboutMe).toMatchObject([{ kind: 'VOTES_SET_ASIDE', mayAppeal: true }]);
    const appeal = (viewer: SignedInViewer) =>
      mutate(
        api,
        viewer,
        'appealDecision',
        { decisionId: data.decisionsAboutMe[0]!.id, reason: 'We are a youth club.' },
        'appeal { id }',
      );
    expect(codesOf(await appeal(await aPerson(api)))).toEqual(['NOT_CONCERNED']);
    const appealId = ((await appeal(voters[0]!))['appeal'] as { id: string }).id;
    const look = (viewer: SignedInViewer) =>
      mutate(api, viewer, 'decideAppeal', { appealId, overturn: true, reason: 'It was a youth club.' });
    expect(codesOf(await look(steward))).toEqual(['SAME_STEWARD']);
    expect(await standing()).toBe(0);
    expect((await look(second)).__typename).toBe('DecideAppealPayload');
    expect(await standing()).toBe(22);
    await api.tail.tick();
    const [again] = await api.dataSource.query('select votes_support as votes from ideas where id = $1', [idea.id]);
    expect(again.votes).toBe(22);
  });
});

describe('who wrote something without a name', () => {
  it('is seen only by those named for safeguarding, and the look is written down', async () => {
    const idea = await anIdea(api);
    const writer = await aPerson(api, { name: 'Hesper Vane' });
    const added = await mutate(
      api,
      writer,
      'addComment',
      { subjectId: idea.globalId, body: 'I cannot say this at work.', perspective: 'PUBLIC', shownAs: 'NAME_WITHHELD' },
      'comment { id }',
    );
    const subjectId = (added['comment'] as { id: string }).id;
    const look = (viewer: SignedInViewer, reason = 'She wrote that she is in danger.') =>
      mutate(api, viewer, 'lookAtIdentity', { subjectId, reason }, 'name');
    expect(codesOf(await look(steward))).toEqual(['NOT_NAMED_FOR_SAFEGUARDING']);
    await api.dataSource.query('update people set safeguarding = true where id = $1', [second.person.id]);
    expect(codesOf(await look(second, ' '))).toEqual(['TEXT_MISSING']);
    expect(await look(second)).toMatchObject({ name: 'Hesper Vane' });
    const [row] = await api.dataSource.query('select count(*)::int as looks from identity_looks');
    expect(row.looks).toBe(1);
    const mine = await mutate(api, writer, 'exportMyData', {}, 'json');
    expect(JSON.stringify(mine)).toContain('She wrote that she is in danger.');
  });
});

it('tells everybody what the site team did, with few as fewer than five', async () => {
  const { data } = await api.as(nobody).graphql<{
    transparency: { lines: { what: string; count: number | null; fewerThan: number | null }[]; policies: unknown[] };
  }>('{ transparency { lines { month what kind count fewerThan } policies { version votesOfSupport inForceFrom } firstPosts helpContacts } }');
  expect(data.transparency.lines.length).toBeGreaterThan(2);
  for (const what of ['APPEALS', 'APPEALS_DECIDED']) {
    expect(data.transparency.lines.find((line) => line.what === what)).toMatchObject({ count: null, fewerThan: 5 });
  }
  for (const { count, fewerThan } of data.transparency.lines)
    expect(count === null ? fewerThan : count >= 5).toBeTruthy();
  expect(data.transparency.policies).toHaveLength(3);
});
