import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anIdea } from '../../../test/support/ideas.js';
import { aPerson, type SignedInViewer } from '../../../test/support/people.js';
import { ActivityLog } from '../../platform/activity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const ABOUT = `query ($about: ID) { activities(about: $about, first: 100) { nodes { id kind subjectName address } } }`;

async function kindsSeenBy(viewer: SignedInViewer | typeof nobody, about: string): Promise<readonly string[]> {
  const { data } = await api
    .as(viewer)
    .graphql<{ activities: { nodes: readonly { readonly kind: string }[] } }>(ABOUT, { about });
  return data.activities.nodes.map(({ kind }) => kind);
}

it('shows what was told to somebody by name to them and to nobody else', async () => {
  const idea = await anIdea(api);
  const [told, other, steward] = [await aPerson(api), await aPerson(api), await aPerson(api, { steward: true })];
  await api.app.get(UnitOfWork).run((tx) =>
    api.app.get(ActivityLog).append(tx, {
      kind: 'concern.answered',
      subject: { type: 'Idea', id: idea.id },
      ideaId: idea.id,
      visibility: 'PRIVATE',
      // Told twice in one breath is told once.
      tell: [told.person.id, told.person.id],
    }),
  );
  expect(await kindsSeenBy(told, idea.globalId)).toContain('concern.answered');
  for (const viewer of [other, steward, idea.author, nobody]) {
    expect(await kindsSeenBy(viewer, idea.globalId)).not.toContain('concern.answered');
  }
});

it('tells nobody anything that was undone', async () => {
  const idea = await anIdea(api);
  const told = await aPerson(api);
  const undone = api.app.get(UnitOfWork).run(async (tx) => {
    await api.app.get(ActivityLog).append(tx, {
      kind: 'concern.answered',
      subject: { type: 'Idea', id: idea.id },
      ideaId: idea.id,
      visibility: 'PUBLIC',
      tell: [told.person.id],
    });
    throw new Error('Something later went wrong.');
  });
  await expect(undone).rejects.toThrow('Something later');
  const rows: unknown[] = await api.dataSource.query('select 1 from activity_addressees where person_id = $1', [
    told.person.id,
  ]);
  expect(rows).toEqual([]);
});
