import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFundedVenture } from '../../../test/support/funded-venture.js';
import { anOrganisation, aPerson, type SignedInViewer, type TestOrganisation } from '../../../test/support/people.js';
import { newId } from '../../platform/database/index.js';
import { StopVenture } from '../ventures/index.js';

let api: TestApi;
// A machine that does much else at once needs longer than Jest's five seconds to start a server.
beforeAll(async () => {
  api = await anApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

interface Told {
  readonly __typename: string;
  readonly entry?: Record<string, unknown> & { readonly slug: string };
  readonly requirements?: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

const RESEARCH = {
  kind: 'USER_RESEARCH',
  title: 'Why letters stay closed',
  summary: 'Brown envelopes frighten people who owe money.',
  text: 'Twelve people told us how they sort their post.',
  licence: 'CC-BY-4.0',
  consent: 'In writing, for publication without names.',
  anonymised: 'Two researchers removed names and places.',
  method: 'Interviews at home',
  studiedOn: '2026-01-05',
  withdrawalContact: 'The research team of the giving organisation',
  themes: ['DEBT_AND_MONEY'],
};

async function share(viewer: SignedInViewer, organisation: TestOrganisation, more: object = {}): Promise<Told> {
  const { data, errors } = await api.as(viewer).graphql<{ shareEntry: Told }>(
    `mutation ($input: ShareEntryInput!) { shareEntry(input: $input) { __typename ... on Refusal { requirements { code path } }
      ... on ShareEntryPayload { entry { slug urn kind title licence version verdict unconfirmed organisation { name } provenance { votes } } } } }`,
    { input: { ...RESEARCH, organisationId: organisation.globalId, ...more } },
  );
  expect(errors).toEqual([]);
  return data.shareEntry;
}

async function titles(filter: object): Promise<readonly string[]> {
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ commonsEntries: { nodes: { title: string }[] } }>(
      `query ($filter: CommonsEntryFilter) { commonsEntries(first: 50, filter: $filter) { nodes { title } } }`,
      { filter },
    );
  expect(errors).toEqual([]);
  return data.commonsEntries.nodes.map(({ title }) => title);
}

describe('giving something to the shared library', () => {
  it('makes an entry at an address of its own, without any project', async () => {
    const ours = await anOrganisation(api);
    const told = await share(ours.admin, ours);
    expect(told.entry).toMatchObject({
      slug: 'why-letters-stay-closed',
      version: 1,
      verdict: 'SATISFIES',
      unconfirmed: false,
      provenance: null,
      organisation: { name: ours.name },
    });
    expect(told.entry?.['urn']).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  });

  it('gives each of ten that come together its own address', async () => {
    const ours = await anOrganisation(api);
    const told = await Promise.all(Array.from({ length: 10 }, () => share(ours.admin, ours, { title: 'A checklist' })));
    const slugs = told.map(({ entry }) => entry?.slug);
    expect(new Set(slugs).size).toBe(10);
    expect(slugs).toContain('a-checklist');
    expect(slugs).toContain('a-checklist-10');
  });

  it('refuses what is not open, for the kind of thing it is', async () => {
    const ours = await anOrganisation(api);
    const refused = await share(ours.admin, ours, { licence: 'CC-BY-NC-4.0' });
    expect(refused.requirements).toMatchObject([{ code: 'LICENCE_DOES_NOT_SATISFY', path: ['input', 'licence'] }]);
    const software = { kind: 'SOFTWARE', licence: 'CC0-1.0', consent: null, anonymised: null };
    expect((await share(ours.admin, ours, software)).requirements).toMatchObject([
      { code: 'LICENCE_DOES_NOT_SATISFY' },
    ]);
    expect((await share(ours.admin, ours, { licence: 'CC-BY-3.0' })).requirements).toMatchObject([
      { code: 'LICENCE_NEEDS_A_REASON', path: ['input', 'licenceReason'] },
    ]);
    expect((await share(ours.admin, ours, { licence: 'CC-BY-3.0', licenceReason: 'We read it.' })).entry).toMatchObject(
      {
        verdict: 'ASK_A_PERSON',
      },
    );
  });

  it('is not done for somebody else’s organisation, nor with somebody’s address in it', async () => {
    const ours = await anOrganisation(api);
    const refused = await share(await aPerson(api), ours, { text: 'Ask someone@example.org' });
    expect(refused.requirements?.map(({ code }) => code)).toEqual(['NOT_YOUR_ORGANISATION', 'PERSONAL_DATA_FOUND']);
  });
});

describe('the shared library', () => {
  it('is searched by words, in any form, and by a title that is nearly right', async () => {
    const ours = await anOrganisation(api);
    const title = 'Befriending handbook for volunteers';
    await share(ours.admin, ours, {
      title,
      kind: 'DESIGN_PATTERN',
      text: 'How walking together begins.',
      themes: ['VOLUNTEERING'],
    });
    expect(await titles({ text: 'volunteer' })).toEqual([title]);
    expect(await titles({ text: 'walk' })).toEqual([title]);
    expect(await titles({ text: 'befriendng handbook' })).toEqual([title]);
    expect(await titles({ text: 'volunteer', kinds: ['DATASET'] })).toEqual([]);
    expect(await titles({ themes: ['VOLUNTEERING'], licences: ['CC-BY-4.0'] })).toEqual([title]);
    expect(await titles({ text: `'); drop table commons_entries; --` })).toEqual([]);
  });

  it('lets what nobody confirmed sink below what is fresh', async () => {
    const ours = await anOrganisation(api);
    await share(ours.admin, ours, { title: 'Pancake fundraising, fresh' });
    await share(ours.admin, ours, { title: 'Pancake fundraising, stale' });
    await api.dataSource.query(`update commons_entries set review_by = current_date - 1 where title like '%stale'`);
    expect(await titles({ text: 'pancake' })).toEqual(['Pancake fundraising, fresh', 'Pancake fundraising, stale']);
    expect(await titles({ text: 'pancake', confirmedOnly: true })).toEqual(['Pancake fundraising, fresh']);
  });

  it('answers with nothing for an address that never was', async () => {
    const { data } = await api.as(nobody).graphql<{ commonsEntry: null }>(`{ commonsEntry(slug: "never") { title } }`);
    expect(data.commonsEntry).toBeNull();
  });
});

describe('research that an organisation links to an idea', () => {
  it('counts as having heard people, in the gate of that idea', async () => {
    const ours = await anOrganisation(api);
    const ideaId = newId();
    await api.dataSource.query(
      `insert into ideas (id, slug, title, need, outcome, people_served, stage, author_id, created_at, updated_at)
       values ($1, $2, 'An idea', 'Need', 'Outcome', 'People', 'LOGGED', $3, app_now(), app_now())`,
      [ideaId, `idea-${ideaId}`, ours.admin.person.id],
    );
    const heard = async () => {
      const { data } = await api
        .as(nobody)
        .graphql<{ idea: { gate: { requirements: { code: string; met: boolean }[] } } }>(
          `{ idea(slug: "idea-${ideaId}") { gate { requirements { code met } } } }`,
        );
      return data.idea.gate.requirements.find(({ code }) => code === 'LIVED_EXPERIENCE_HEARD')?.met;
    };
    expect(await heard()).toBe(false);
    expect((await share(ours.admin, ours, { ideaId: `idea_${ideaId}` })).__typename).toBe('ShareEntryPayload');
    expect(await heard()).toBe(true);
  });
});

describe('what came back from a project', () => {
  it('says how many stood behind it without saying who, where they are few', async () => {
    const venture = await aFundedVenture(api, {
      outputs: [{ kind: 'SOFTWARE', title: 'The app', licenceCondition: 'OPEN', dueAfterDays: 60 }],
      votes: { lived_experience: 2, practitioner: 7, public: 4 },
    });
    const idea = `idea(slug: "${venture.ideaSlug}")`;
    const first = await api
      .as(nobody)
      .graphql<{ idea: { venture: { obligations: { id: string }[] } } }>(
        `{ ${idea} { venture { obligations { id } } } }`,
      );
    const obligationId = first.data.idea.venture.obligations[0]?.id;
    const shared = await api
      .as(venture.lead.admin)
      .graphql<{ submitReturn: { obligation: { returns: { id: string }[] } } }>(
        `mutation ($input: SubmitReturnInput!) { submitReturn(input: $input) { ... on SubmitReturnPayload { obligation { returns { id } } } } }`,
        {
          input: {
            obligationId,
            title: 'The app',
            summary: 'It helps.',
            address: 'https://code.example.org/app',
            licence: 'MIT',
          },
        },
      );
    const returnId = shared.data.submitReturn.obligation.returns[0]?.id;
    await api
      .as(venture.funders[0]!.admin)
      .graphql(`mutation ($input: VerifyReturnInput!) { verifyReturn(input: $input) { __typename } }`, {
        input: { returnId },
      });
    const { data, errors } = await api.as(nobody).graphql<{ idea: { commonsEntries: { nodes: unknown[] } } }>(
      `{ ${idea} { commonsEntries { nodes { slug provenance { votes byPerspective { perspective count fewerThan } } } }
          venture { commonsEntries { nodes { title } } obligationsSettled } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.idea).toMatchObject({
      venture: { commonsEntries: { nodes: [{ title: 'The app' }] }, obligationsSettled: 1 },
    });
    const [entry] = data.idea.commonsEntries.nodes as [
      { provenance: { votes: number; byPerspective: { perspective: string; count: number | null }[] } },
    ];
    expect(entry.provenance.votes).toBe(13);
    const lived = entry.provenance.byPerspective.find(({ perspective }) => perspective === 'LIVED_EXPERIENCE');
    expect(lived).toMatchObject({ count: null });
  });
});

describe('a project that stops', () => {
  it('gives what it learned to everybody, and owes nothing that nobody builds any more', async () => {
    const venture = await aFundedVenture(api, {
      outputs: [{ kind: 'SOFTWARE', title: 'The app', licenceCondition: 'OPEN', dueAfterDays: 60 }],
    });
    const decision = await api.app.get(StopVenture).execute(venture.lead.admin, {
      ventureId: venture.ventureId,
      why: 'The surgery changed its system.',
      learned: 'Ask the surgery first.',
    });
    expect(decision.ok).toBe(true);
    const { data, errors } = await api.as(nobody).graphql<{ idea: unknown }>(
      `{ idea(slug: "${venture.ideaSlug}") { stage venture { obligations { state entry { slug } } }
          commonsEntries { nodes { kind text licence organisation { name } provenance { funders { name } obligation { id } } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.idea).toMatchObject({
      venture: { obligations: [{ state: 'DISCHARGED', entry: null }] },
      commonsEntries: {
        nodes: [
          {
            kind: 'EVALUATION',
            text: 'Ask the surgery first.',
            licence: 'CC-BY-4.0',
            organisation: { name: venture.lead.name },
            provenance: { funders: [{}, {}], obligation: null },
          },
        ],
      },
    });
  });
});
