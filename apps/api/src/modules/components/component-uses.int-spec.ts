import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { publiccodeText } from '../../../test/support/components.js';
import { anOrganisation, aPerson, type SignedInViewer, type TestOrganisation } from '../../../test/support/people.js';
import { globalId } from '../../platform/database/index.js';
import { ComponentUses } from './application/component-uses.js';
import { RegisterComponent } from './index.js';

let api: TestApi;
let user: TestOrganisation;
let stranger: SignedInViewer;
let componentId: string;
let count = 0;
beforeAll(async () => {
  api = await anApi();
  stranger = await aPerson(api);
});
afterAll(() => api.close());

async function aComponent(more = ''): Promise<void> {
  count += 1;
  user = await anOrganisation(api);
  const decision = await api.app
    .get(RegisterComponent)
    .execute(stranger, { publiccode: publiccodeText(`Used ${count}`, { more }) });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  componentId = globalId('component', decision.value.componentId);
}

async function mutate(name: string, input: object, as: SignedInViewer) {
  const Name = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await api.as(as).graphql<Record<string, { component?: { uses: { id: string }[] } }>>(
    `mutation ($input: ${Name}Input!) { ${name}(input: $input) {
      ... on ${Name}Payload { component { uses { id whatFor since version isConfirmed doubts { reason answer } organisation { name }
        viewerCan { reconfirm { allowed } contest { allowed } } } } }
      ... on Refusal { requirements { code path } } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[name] ?? {};
}
const declared = (as = user.admin, more: object = {}) =>
  mutate(
    'declareUse',
    { componentId, organisationId: user.globalId, whatFor: 'Rotas of our night shelter', since: '2026-01-05', ...more },
    as,
  );
const stored = () =>
  api.dataSource.query(
    `select count(*)::int as uses, count(ended_at)::int as ended from component_uses where component_id::text = $1`,
    [componentId.replace('component_', '')],
  );

const told = (kind: string) =>
  api.dataSource
    .query(
      `select t.person_id as id from activities a join activity_addressees t on t.activity_id = a.id
       where a.kind = $1 and a.subject_id::text = $2 order by a.id, t.person_id`,
      [kind, componentId.replace('component_', '')],
    )
    .then((rows: { id: string }[]) => rows.map(({ id }) => id));

describe('that an organisation uses something', () => {
  it('is said by the organisation itself, once, and read by anybody', async () => {
    await aComponent('usedBy: [The Example Council]\n');
    const answer = await declared();
    expect(answer.component?.uses).toMatchObject([
      {
        whatFor: 'Rotas of our night shelter',
        since: '2026-01-05',
        isConfirmed: true,
        organisation: { name: user.name },
        viewerCan: { reconfirm: { allowed: true }, contest: { allowed: false } },
      },
    ]);
    expect(await declared()).toMatchObject({ requirements: [{ code: 'USE_ALREADY_DECLARED' }] });
    const read = await api
      .as(nobody)
      .graphql<{ node: object }>(
        `query ($id: ID!) { node(id: $id) { ... on Component { claimedUsers uses { whatFor viewerCan { contest { allowed } } } } } }`,
        { id: componentId },
      );
    expect(read.errors).toEqual([]);
    // What the maintainers claim stays apart from what users say.
    expect(read.data.node).toMatchObject({
      claimedUsers: ['The Example Council'],
      uses: [{ viewerCan: { contest: { allowed: false } } }],
    });
  });

  it('is not said by anybody else, nor for a day to come, and nothing is kept then', async () => {
    await aComponent();
    expect(await declared(stranger)).toMatchObject({ requirements: [{ code: 'NOT_YOUR_ORGANISATION' }] });
    expect(await declared(user.admin, { since: '2999-01-01' })).toMatchObject({
      requirements: [{ code: 'DATE_IN_THE_FUTURE', path: ['input', 'since'] }],
    });
    expect(await declared(user.admin, { organisationId: 'organisation_nothing' })).toMatchObject({
      requirements: [{ code: 'NOT_YOUR_ORGANISATION' }],
    });
    expect(await stored()).toEqual([{ uses: 0, ended: 0 }]);
  });

  it('stands once when it is said three times at once', async () => {
    await aComponent();
    const answers = await Promise.all([declared(), declared(), declared()]);
    expect(answers.filter(({ component }) => component)).toHaveLength(1);
    expect(await stored()).toEqual([{ uses: 1, ended: 0 }]);
  });

  it('holds for a year, then is not known to be so until it is said again', async () => {
    await aComponent();
    const useId = (await declared()).component?.uses[0]?.id;
    await api.moveClock(366 * 24 * 60);
    const read = () =>
      api
        .as(nobody)
        .graphql<{ node: { isConfirmed: boolean } }>(
          `query ($id: ID!) { node(id: $id) { ... on ComponentUse { isConfirmed confirmedAt } } }`,
          { id: useId },
        );
    expect((await read()).data.node.isConfirmed).toBe(false);
    expect(await mutate('reconfirmUse', { useId }, stranger)).toMatchObject({
      requirements: [{ code: 'NOT_YOUR_USE' }],
    });
    expect((await read()).data.node.isConfirmed).toBe(false);
    expect((await mutate('reconfirmUse', { useId, version: '2.0' }, user.admin)).component?.uses).toMatchObject([
      { isConfirmed: true, version: '2.0' },
    ]);
  });

  it('is asked for again when the year ends: once a year, of those who may say it, until they do or end it', async () => {
    await aComponent();
    const [colleague, left] = [await aPerson(api), await aPerson(api)];
    for (const { person } of [colleague, left]) {
      await api.dataSource.query(
        `insert into memberships (id, organisation_id, person_id, roles) values (gen_random_uuid(), $1, $2, '{MEMBER}')`,
        [user.id, person.id],
      );
    }
    await api.dataSource.query(`update memberships set left_at = app_now() where person_id = $1`, [left.person.id]);
    const useId = (await declared()).component?.uses[0]?.id;
    const remind = async () => {
      await api.app.get(ComponentUses).remindDue();
      await api.app.get(ComponentUses).remindDue();
      return (await told('component.use_to_confirm')).toSorted();
    };
    const both = [user.admin.person.id, colleague.person.id].toSorted();
    await api.moveClock(364 * 24 * 60);
    expect(await remind()).toEqual([]);
    await api.moveClock(2 * 24 * 60);
    expect(await remind()).toEqual(both);
    await api.moveClock(200 * 24 * 60);
    expect(await remind()).toEqual(both);
    // Nobody answered for another year.
    await api.moveClock(200 * 24 * 60);
    expect(await remind()).toHaveLength(4);
    await mutate('reconfirmUse', { useId }, user.admin);
    await api.moveClock(364 * 24 * 60);
    expect(await remind()).toHaveLength(4);
    await mutate('reconfirmUse', { useId, stillUsed: false }, user.admin);
    await api.moveClock(400 * 24 * 60);
    expect(await remind()).toHaveLength(4);
  });

  it('can be doubted by others, once each, and the doubt stands until it is answered', async () => {
    await aComponent();
    const useId = (await declared()).component?.uses[0]?.id;
    expect(await mutate('contestUse', { useId, reason: 'Not so' }, user.admin)).toMatchObject({
      requirements: [{ code: 'OWN_USE' }],
    });
    const doubt = () => mutate('contestUse', { useId, reason: 'They told us they moved on.' }, stranger);
    expect((await doubt()).component?.uses).toMatchObject([
      { doubts: [{ reason: 'They told us they moved on.', answer: null }], viewerCan: { contest: { allowed: false } } },
    ]);
    expect(await doubt()).toMatchObject({ requirements: [{ code: 'ALREADY_CONTESTED' }] });
    // Those it is said of hear of it by name, once.
    expect(await told('component.use_contested')).toEqual([user.admin.person.id]);
    expect(await mutate('reconfirmUse', { useId }, user.admin)).toMatchObject({
      requirements: [{ code: 'TEXT_MISSING', path: ['input', 'answer'] }],
    });
    const answered = await mutate('reconfirmUse', { useId, answer: 'Our second house still does.' }, user.admin);
    expect(answered.component?.uses).toMatchObject([{ doubts: [{ answer: 'Our second house still does.' }] }]);
  });

  it('ends by their word, and can be said anew', async () => {
    await aComponent();
    const useId = (await declared()).component?.uses[0]?.id;
    expect((await mutate('reconfirmUse', { useId, stillUsed: false }, user.admin)).component?.uses).toEqual([]);
    expect(await mutate('contestUse', { useId, reason: 'x' }, stranger)).toMatchObject({
      requirements: [{ code: 'USE_HAS_ENDED' }],
    });
    expect((await declared()).component?.uses).toHaveLength(1);
    expect(await stored()).toEqual([{ uses: 2, ended: 1 }]);
  });
});
