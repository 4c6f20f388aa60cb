import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { newId } from '../../src/platform/database/index.js';
import { verifySeals } from '../../src/platform/tail/index.js';
import { CorrectUpdate, PlanMilestone, PostUpdate } from '../../src/modules/ventures/index.js';
import { anApi, apiOver, nobody, type TestApi } from '../support/api.js';
import { connectedTo } from '../support/database.js';
import { isFullSize, killedAt } from '../support/killed-process.js';
import type { MoneyAct } from '../support/money-acts.js';
import { anOrganisation, type TestOrganisation } from '../support/people.js';

let api: TestApi;
let lead: TestOrganisation;
const ventureId = newId();
beforeAll(async () => {
  api = await anApi();
  lead = await anOrganisation(api);
  await api.dataSource.query(
    `insert into ventures (id, slug, title, status, created_at, started_at) values ($1, 'warm-halls', 'Warm halls', 'ACTIVE', app_now(), app_now())`,
    [ventureId],
  );
  await api.dataSource.query(
    `insert into venture_members (venture_id, organisation_id, role, joined_at) values ($1, $2, 'LEAD', app_now())`,
    [ventureId, lead.id],
  );
});
afterAll(() => api.close());

/** Everything a workspace holds, and the log of it. */
const stored = async () =>
  JSON.stringify(
    await api.dataSource.query(`
      select (select json_agg(u order by u.id) from updates u) as updates, (select json_agg(v order by v.update_id, v.number) from update_versions v) as versions,
        (select json_agg(m order by m.id) from milestones m) as milestones, (select count(*) from activities) as log,
        (select count(*) from activity_contents) as contents`),
  );

const ack = async <T>(
  doing: Promise<{ ok: true; value: T } | { ok: false; reasons: readonly object[] }>,
): Promise<T> => {
  const decision = await doing;
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value;
};

/** It is killed after statement 4 and after COMMIT; `npm run test:crash` tries every statement: a process takes seconds to start. */
const [FIRST, STEP] = isFullSize ? [1, 1] : [4, 999];

it(
  'a workspace loses nothing that was acknowledged when its server is killed, and keeps no half of what was not',
  async () => {
    const admin = lead.admin;
    const { updateId } = await ack(
      api.app.get(PostUpdate).execute(admin, { ventureId, title: 'Open', body: 'The doors are open.', publish: true }),
    );
    const plan = { ventureId, phase: 'PILOT' as const, ownerId: admin.person.id, dueOn: '2027-03-01' };
    await ack(api.app.get(PlanMilestone).execute(admin, { ...plan, title: 'First winter' }));

    const acts: readonly MoneyAct[] = [
      { useCase: PostUpdate, viewer: admin, command: { ventureId, title: 'Full', body: 'Forty came.', publish: true } },
      {
        useCase: CorrectUpdate,
        viewer: admin,
        command: { updateId, title: 'Open', body: 'Two are.', reason: 'Heating' },
      },
      ...(isFullSize ? [{ useCase: PlanMilestone, viewer: admin, command: { ...plan, title: 'Second winter' } }] : []),
    ].map((act) => act as unknown as MoneyAct);
    for (const act of acts) {
      const before = await stored();
      // Each is killed later than the one before, until what it did was committed: only the last left anything.
      for (let at = FIRST; (await stored()) === before; at += STEP) {
        expect([act.useCase.name, at, await killedAt(api.url, act, at)]).toEqual([act.useCase.name, at, 'SIGKILL']);
      }
    }

    // The server that is started again shows all of it, and goes on sealing where the other was broken off.
    const again = await apiOver(await connectedTo(api.url));
    await again.tail.tick();
    expect((await verifySeals(again.reader)).faults).toEqual([]);
    const { data } = await again
      .as(nobody)
      .graphql<{ venture: { updates: { nodes: object[] }; milestones: object[] } }>(
        `{ venture(slug: "warm-halls") { updates(first: 9) { nodes { title body earlier { body } } } milestones { title state } } }`,
      );
    expect(data.venture.updates.nodes).toHaveLength(2);
    expect(data.venture.updates.nodes).toContainEqual({
      title: 'Open',
      body: 'Two are.',
      earlier: [{ body: 'The doors are open.' }],
    });
    expect(data.venture.milestones).toContainEqual({ title: 'First winter', state: 'NEXT' });
    await again.close();
  },
  isFullSize ? 1_200_000 : 240_000,
);
