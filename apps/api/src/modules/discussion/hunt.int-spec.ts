import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { differences, everythingSaid } from '../../../test/support/hunt.js';
import { anIdea, voteAsk } from '../../../test/support/ideas.js';
import { codesOf, mutate } from '../../../test/support/mutate.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { type LiveUpdate, LiveUpdates } from '../../platform/live/index.js';
import { CastVote } from '../support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

it('finds nobody who spoke without their name: in no question, feed, export, live update or news, at two moments or one', async () => {
  const idea = await anIdea(api);
  const hidden = await aPerson(api, { name: 'Ottoline Featherby', handle: 'ottoline-featherby' });
  const [follower, steward] = [await aPerson(api), await aPerson(api, { steward: true })];
  await mutate(api, follower, 'followSubject', { subjectId: idea.globalId });
  await mutate(api, idea.author, 'addComment', { subjectId: idea.globalId, body: 'Say more.', perspective: 'PUBLIC' });
  // What was there before, so that only what these three acts add is looked at.
  await api.tail.tick();
  const heard: LiveUpdate[] = [];
  void (async () => {
    for await (const update of api.app.get(LiveUpdates).subscribe(({ ideaId }) => ideaId === idea.id))
      heard.push(update);
  })();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = await everythingSaid(api, idea);

  await api.app
    .get(CastVote)
    .execute(
      hidden,
      voteAsk(idea.id, { perspective: 'LIVED_EXPERIENCE', answer: 'COULD_HARM', why: 'My landlord would know.' }),
    );
  expect(differences(before, await everythingSaid(api, idea))).toEqual([]);
  const says = (shownAs: string, perspective: string) =>
    mutate(api, hidden, 'addComment', { subjectId: idea.globalId, body: `As ${shownAs}.`, perspective, shownAs });
  expect(codesOf(await says('PSEUDONYM', 'LIVED_EXPERIENCE'))).toEqual([]);
  expect(codesOf(await says('NAME_WITHHELD', 'PUBLIC'))).toEqual([]);
  await api.tail.tick();
  await api.dataSource.query(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`);
  await api.jobs.runDue();
  await new Promise((resolve) => setTimeout(resolve, 500));

  // What is different is the discussion and how many comments there are; nothing of it leads to the writer.
  const after = await everythingSaid(api, idea);
  const changed = differences(before, after);
  expect(changed.length).toBeGreaterThan(0);
  const [{ voteId }] = await api.dataSource.query('select id as "voteId" from votes where idea_id = $1', [idea.id]);
  const secrets = [hidden.person.id, hidden.person.handle, hidden.person.name, voteId];
  const readers: [string, SignedInViewer | typeof nobody][] = [
    ['nobody', nobody],
    ['the author', idea.author],
    ['a follower', follower],
    ['a steward', steward],
  ];
  for (const [who, reader] of readers) {
    const said = reader === nobody ? after : await everythingSaid(api, idea, reader);
    for (const [question, answer] of said) {
      for (const secret of secrets) {
        // Their name is theirs on the page of a person and in a list of people; beside what they said it is nowhere.
        if (answer.includes(secret)) expect([who, secret, question]).toEqual([who, secret, 'nowhere']);
      }
    }
  }
  // Feeds and exports say the same as before: what they tell has a moment.
  expect(changed.filter((question) => /^\/(?:feeds|data\/(?:votes|activities))/.test(question))).toEqual([]);
  // Nothing was told live, and the news came without a name at the hour.
  expect(heard).toEqual([]);
  await mutate(api, follower, 'addComment', { subjectId: idea.globalId, body: 'By name.', perspective: 'PUBLIC' });
  await api.tail.tick();
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(heard.map(({ kind }) => kind)).toEqual(['comment.added']);
  const { data } = await api.as(idea.author).graphql<{
    viewer: { notifications: { nodes: { kind: string; actorName: string | null; said: string | null }[] } };
  }>('{ viewer { notifications(first: 20) { nodes { kind actorName said } } } }');
  expect(data.viewer.notifications.nodes.filter(({ kind }) => kind === 'comment.added')).toEqual([
    { kind: 'comment.added', actorName: null, said: expect.stringContaining('As ') },
    { kind: 'comment.added', actorName: null, said: expect.stringContaining('As ') },
  ]);
}, 120_000);
