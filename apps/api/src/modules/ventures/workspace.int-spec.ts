import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anOrganisation, aPerson, type SignedInViewer, type TestOrganisation } from '../../../test/support/people.js';
import { globalId, newId } from '../../platform/database/index.js';

let api: TestApi;
let lead: TestOrganisation;
let stranger: SignedInViewer;
let colleague: SignedInViewer;
let ventureId: string;
const slug = 'warm-halls';
beforeAll(async () => {
  api = await anApi();
  [lead, stranger, colleague] = [await anOrganisation(api), await aPerson(api), await aPerson(api)];
  const id = newId();
  ventureId = globalId('venture', id);
  await api.dataSource.query(
    `insert into ventures (id, slug, title, status, created_at, started_at) values ($1, $2, 'Warm halls', 'ACTIVE', app_now(), app_now())`,
    [id, slug],
  );
  await api.dataSource.query(
    `insert into venture_members (venture_id, organisation_id, role, joined_at) values ($1, $2, 'LEAD', app_now())`,
    [id, lead.id],
  );
});
afterAll(() => api.close());

async function does(as: SignedInViewer, name: string, input: object): Promise<readonly string[]> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await api
    .as(as)
    .graphql<Record<string, { requirements?: readonly { code: string }[] }> | null>(
      `mutation ($input: ${type}Input!) { ${name}(input: $input) { ... on Refusal { requirements { code } } } }`,
      { input },
    );
  if (errors.length > 0) return errors.map(({ extensions }) => extensions?.code ?? '');
  return (data?.[name]?.requirements ?? []).map(({ code }) => code);
}

interface Step {
  readonly id: string;
  readonly title: string;
}
async function look<T>(fields: string): Promise<T> {
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ venture: T }>(`query ($slug: String!) { venture(slug: $slug) { ${fields} } }`, { slug });
  expect(errors).toEqual([]);
  return data.venture;
}
const steps = async () =>
  (await look<{ milestones: Step[] }>('milestones { id title dueOn firstDueOn movedWhy needs }')).milestones;
const owner = () => globalId('person', lead.admin.person.id);

describe('a planned step', () => {
  const plan = (title: string, dueOn: string, dependsOn: readonly string[] = []) =>
    does(lead.admin, 'planMilestone', { ventureId, phase: 'PILOT', title, ownerId: owner(), dueOn, dependsOn });

  it('moves with a reason and keeps the day it was first due', async () => {
    expect(await plan('Opening', '2027-03-01')).toEqual([]);
    const [step] = await steps();
    const revised = { milestoneId: step?.id ?? '', title: 'Opening day', ownerId: owner(), dueOn: '2027-05-01' };
    expect(await does(stranger, 'reviseMilestone', { ...revised, why: 'Mine now' })).toEqual([
      'NOT_IN_COORDINATING_TEAM',
    ]);
    expect(await does(lead.admin, 'reviseMilestone', revised)).toEqual(['TEXT_MISSING']);
    expect(await steps()).toMatchObject([{ title: 'Opening', dueOn: '2027-03-01', firstDueOn: null }]);
    expect(await does(lead.admin, 'reviseMilestone', { ...revised, why: 'The heating comes late.' })).toEqual([]);
    await does(lead.admin, 'reviseMilestone', { ...revised, dueOn: '2027-06-01', why: 'Later still.' });
    expect(await steps()).toMatchObject([
      { title: 'Opening day', dueOn: '2027-06-01', firstDueOn: '2027-03-01', movedWhy: 'Later still.' },
    ]);
  });

  it('waits for nothing that waits for it, nor moves behind it, and stays as it is once it is done', async () => {
    const [first] = await steps();
    await plan('Evaluation', '2027-09-01', [first?.id ?? '']);
    const second = (await steps()).find(({ title }) => title === 'Evaluation');
    const change = (more: object) =>
      does(lead.admin, 'reviseMilestone', {
        milestoneId: first?.id ?? '',
        title: 'Opening day',
        ownerId: owner(),
        dueOn: '2027-06-01',
        ...more,
      });
    expect(await change({ dependsOn: [second?.id ?? ''] })).toEqual([
      'DUE_BEFORE_WHAT_IT_NEEDS',
      'MILESTONES_IN_A_CIRCLE',
    ]);
    expect(await change({ dependsOn: [first?.id ?? ''] })).toEqual(['MILESTONES_IN_A_CIRCLE']);
    expect(await change({ dueOn: '2027-10-01', why: 'Later' })).toEqual(['DUE_AFTER_WHAT_NEEDS_IT']);
    expect(
      await does(lead.admin, 'completeMilestone', { milestoneId: first?.id, evidence: 'The doors are open.' }),
    ).toEqual([]);
    expect(await change({ title: 'Never opened' })).toEqual(['MILESTONE_ALREADY_COMPLETED']);
    expect((await steps()).map(({ title }) => title)).toEqual(['Opening day', 'Evaluation']);
  });
});

describe('the coordinating team', () => {
  const team = async () => (await look<{ team: { role: string }[] }>('team { role person { id } }')).team;
  const member = () => ({ ventureId, personId: globalId('person', colleague.person.id), role: 'RESEARCH' });

  it('loses somebody by its own hand or by theirs, and nobody else’s', async () => {
    await does(lead.admin, 'addTeamMember', member());
    expect(await does(stranger, 'removeTeamMember', member())).toEqual(['NOT_IN_COORDINATING_TEAM']);
    expect(await team()).toHaveLength(1);
    expect(await does(colleague, 'removeTeamMember', member())).toEqual([]);
    expect(await team()).toEqual([]);
    expect(await does(lead.admin, 'removeTeamMember', member())).toEqual(['NOT_IN_TEAM']);
    await does(lead.admin, 'addTeamMember', member());
    expect(await does(lead.admin, 'removeTeamMember', member())).toEqual([]);
    // Who was taken out has no more say there, in the same breath.
    expect(
      await does(colleague, 'planMilestone', {
        ventureId,
        phase: 'PILOT',
        title: 'X',
        ownerId: owner(),
        dueOn: '2028-01-01',
      }),
    ).toEqual(['NOT_IN_COORDINATING_TEAM']);
    const [{ told }] = await api.dataSource.query(
      `select count(*)::int as told from activities a join activity_addressees t on t.activity_id = a.id
       where a.kind = 'team_member.left' and t.person_id = $1`,
      [colleague.person.id],
    );
    expect(told).toBe(1);
  });
});

describe('published news', () => {
  const news = async () =>
    (
      await look<{ updates: { nodes: { id: string }[] } }>(
        'updates(first: 5) { nodes { id title body earlier { number title body reason } } }',
      )
    ).updates.nodes;

  it('is corrected with what it said and why beside it, on the page and in the feed', async () => {
    await does(lead.admin, 'postUpdate', { ventureId, title: 'Forty came', body: 'Forty people came.', publish: true });
    const [update] = await news();
    const correction = {
      updateId: update?.id ?? '',
      title: 'Fourteen came',
      body: 'Fourteen people came.',
      reason: 'We misread the list.',
    };
    expect(await does(stranger, 'correctUpdate', correction)).toEqual(['NOT_IN_COORDINATING_TEAM']);
    expect(await does(lead.admin, 'correctUpdate', { ...correction, reason: '' })).toEqual(['TEXT_MISSING']);
    expect(
      await does(lead.admin, 'correctUpdate', { ...correction, title: 'Forty came', body: 'Forty people came.' }),
    ).toEqual(['UPDATE_UNCHANGED']);
    expect(await news()).toMatchObject([{ title: 'Forty came', earlier: [] }]);
    expect(await does(lead.admin, 'correctUpdate', correction)).toEqual([]);
    expect(await news()).toMatchObject([
      {
        title: 'Fourteen came',
        earlier: [{ number: 1, title: 'Forty came', body: 'Forty people came.', reason: 'We misread the list.' }],
      },
    ]);
    const feed = (await api.app.inject({ url: `/ventures/${slug}/feed.json` })).json() as { items: object[] };
    expect(feed.items).toMatchObject([{ title: 'Fourteen came', date_modified: expect.any(String) }]);
  });

  it('is not corrected while the site team looks at it', async () => {
    const [update] = await news();
    await does(stranger, 'reportContent', { subjectId: update?.id, reason: 'SOMEONE_AT_RISK', note: '' });
    const correction = { updateId: update?.id ?? '', title: 'None', body: 'None', reason: 'None' };
    expect(await does(lead.admin, 'correctUpdate', correction)).toContain('HIDDEN_WHILE_LOOKED_AT');
    // What it said before is hidden with it.
    expect(JSON.stringify(await news())).not.toContain('Forty');
  });

  it('and a draft, or news that is not there, is nothing to correct', async () => {
    await does(lead.admin, 'postUpdate', { ventureId, title: 'Soon', body: '', publish: false });
    const [{ id }] = await api.dataSource.query(`select id from updates where title = 'Soon'`);
    const correction = { title: 'Now', body: 'Now', reason: 'It is time' };
    for (const missing of [globalId('update', id), globalId('update', newId()), 'update_nothing']) {
      expect(await does(lead.admin, 'correctUpdate', { ...correction, updateId: missing })).toEqual(['NOT_FOUND']);
    }
  });
});
