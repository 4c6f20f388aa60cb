import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anOrganisation, aPerson, type SignedInViewer, type TestOrganisation } from '../../../test/support/people.js';
import { UseEntry } from './application/use-entry.js';

let api: TestApi;
let giver: TestOrganisation;
let user: TestOrganisation;
let stranger: SignedInViewer;
let entryId: string;
beforeAll(async () => {
  api = await anApi();
  [giver, user, stranger] = [await anOrganisation(api), await anOrganisation(api), await aPerson(api)];
});
afterAll(() => api.close());

interface Use {
  readonly id: string;
  readonly isConfirmed: boolean;
}
const USES = `uses { id whatFor version whomToAsk isConfirmed doubts { reason answer } viewerCan { reconfirm { allowed } contest { allowed } } }`;

async function mutate(name: string, input: object, as: SignedInViewer) {
  const Name = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await api
    .as(as)
    .graphql<Record<string, { entry?: { id: string; uses: Use[] } }>>(
      `mutation ($input: ${Name}Input!) { ${name}(input: $input) { ... on ${Name}Payload { entry { id ${USES} } } ... on Refusal { requirements { code path } } } }`,
      { input },
    );
  expect(errors).toEqual([]);
  return data[name] ?? {};
}

async function declared(): Promise<string> {
  const given = await mutate(
    'shareEntry',
    {
      organisationId: giver.globalId,
      kind: 'DESIGN_PATTERN',
      title: 'A door',
      summary: 'How',
      text: 'Ring.',
      licence: 'CC-BY-4.0',
    },
    giver.admin,
  );
  entryId = given.entry?.id ?? '';
  const use = {
    entryId,
    organisationId: user.globalId,
    whatFor: 'First visits',
    version: '2',
    whomToAsk: 'The outreach team',
  };
  const said = await mutate('declareEntryUse', use, user.admin);
  expect(said.entry?.uses).toMatchObject([{ version: '2', whomToAsk: 'The outreach team', isConfirmed: true }]);
  return said.entry?.uses[0]?.id ?? '';
}

const read = async () => {
  const { data } = await api
    .as(nobody)
    .graphql<{ node: { uses: Use[] } }>(`query ($id: ID!) { node(id: $id) { ... on CommonsEntry { ${USES} } } }`, {
      id: entryId,
    });
  return data.node.uses;
};

describe('that an organisation uses something of the library', () => {
  it('holds for a year, is asked for again, and counts anew when it is said again by them alone', async () => {
    const useId = await declared();
    const asked = async () => {
      await api.app.get(UseEntry).remindDue();
      const rows = await api.dataSource.query(
        `select t.person_id as id from activities a join activity_addressees t on t.activity_id = a.id
         where a.kind = 'entry.use_to_confirm' and a.subject_id = $1`,
        [entryId.replace('entry_', '')],
      );
      return rows.map(({ id }: { id: string }) => id);
    };
    await api.moveClock(364 * 24 * 60);
    expect(await asked()).toEqual([]);
    await api.moveClock(2 * 24 * 60);
    expect(await asked()).toEqual([user.admin.person.id]);
    expect(await read()).toMatchObject([{ isConfirmed: false }]);
    expect(await mutate('reconfirmEntryUse', { useId }, giver.admin)).toMatchObject({
      requirements: [{ code: 'NOT_YOUR_USE' }],
    });
    expect(await read()).toMatchObject([{ isConfirmed: false }]);
    expect((await mutate('reconfirmEntryUse', { useId, version: '3' }, user.admin)).entry?.uses).toMatchObject([
      { isConfirmed: true, version: '3' },
    ]);
  });

  it('can be doubted by others, once each, and needs an answer before it is confirmed', async () => {
    const useId = await declared();
    expect(await mutate('contestEntryUse', { useId, reason: 'No' }, user.admin)).toMatchObject({
      requirements: [{ code: 'OWN_USE' }],
    });
    const doubt = () => mutate('contestEntryUse', { useId, reason: 'They closed last year.' }, stranger);
    const both = await Promise.all([doubt(), doubt()]);
    expect(both.filter(({ entry }) => entry)).toHaveLength(1);
    expect(await read()).toMatchObject([{ doubts: [{ reason: 'They closed last year.', answer: null }] }]);
    expect(await mutate('reconfirmEntryUse', { useId }, user.admin)).toMatchObject({
      requirements: [{ code: 'TEXT_MISSING', path: ['input', 'answer'] }],
    });
    await mutate('reconfirmEntryUse', { useId, answer: 'We moved next door.' }, user.admin);
    expect(await read()).toMatchObject([{ doubts: [{ answer: 'We moved next door.' }] }]);
  });

  it('is gone when they say that it is over, and there again when they say it anew', async () => {
    const useId = await declared();
    await mutate('endEntryUse', { entryId, organisationId: user.globalId }, user.admin);
    expect(await read()).toEqual([]);
    expect(await mutate('reconfirmEntryUse', { useId }, user.admin)).toMatchObject({
      requirements: [{ code: 'USE_HAS_ENDED' }],
    });
    await mutate('declareEntryUse', { entryId, organisationId: user.globalId, whatFor: 'Again' }, user.admin);
    expect(await read()).toMatchObject([{ id: useId, whatFor: 'Again' }]);
  });
});

describe('something that several give', () => {
  const givers = async (as: SignedInViewer | typeof nobody = nobody) => {
    const { data } = await api
      .as(as)
      .graphql<{ node: { alsoGivenBy: object[]; askedToGive: object[] } }>(
        `query ($id: ID!) { node(id: $id) { ... on CommonsEntry { slug alsoGivenBy { id } askedToGive { id } } } }`,
        { id: entryId },
      );
    return data.node;
  };

  it('names an organisation only once it says so itself, and tells nobody else that it is asked', async () => {
    await declared();
    const ask = { entryId, organisationId: user.globalId };
    expect(await mutate('askToGive', ask, stranger)).toMatchObject({ requirements: [{ code: 'NOT_THE_GIVER' }] });
    await mutate('askToGive', ask, giver.admin);
    expect(await mutate('askToGive', ask, giver.admin)).toMatchObject({ requirements: [{ code: 'ALREADY_ASKED' }] });
    expect(await givers()).toMatchObject({ alsoGivenBy: [], askedToGive: [] });
    expect(await givers(stranger)).toMatchObject({ askedToGive: [] });
    expect(await givers(user.admin)).toMatchObject({ askedToGive: [{ id: user.globalId }] });
    expect(await mutate('answerGiving', { ...ask, gives: true }, giver.admin)).toMatchObject({
      requirements: [{ code: 'NOT_YOUR_ORGANISATION' }],
    });
    expect(await givers()).toMatchObject({ alsoGivenBy: [] });
    await mutate('answerGiving', { ...ask, gives: true }, user.admin);
    expect(await givers()).toMatchObject({ alsoGivenBy: [{ id: user.globalId }], askedToGive: [] });
  });

  it('stands in its citation and on the pages of all who give it, until one takes its word back', async () => {
    const { slug } = (await givers()) as unknown as { slug: string };
    const cited = async () => (await api.app.inject({ url: `/commons/${slug}/CITATION.cff` })).body;
    expect(await cited()).toContain(JSON.stringify(user.name));
    const theirs = async () => {
      const { data } = await api
        .as(nobody)
        .graphql<{ commonsEntries: { nodes: { id: string }[] } }>(
          `query ($slug: String!) { commonsEntries(first: 50, filter: { organisation: $slug }) { nodes { id } } }`,
          { slug: user.slug },
        );
      return data.commonsEntries.nodes.map(({ id }) => id);
    };
    expect(await theirs()).toEqual([entryId]);
    const gives = (value: boolean) =>
      mutate('answerGiving', { entryId, organisationId: user.globalId, gives: value }, user.admin);
    await gives(false);
    expect([await cited(), await theirs()]).toEqual([expect.not.stringContaining(JSON.stringify(user.name)), []]);
    expect(await gives(true)).toMatchObject({ requirements: [{ code: 'NOT_ASKED' }] });
  });
});
