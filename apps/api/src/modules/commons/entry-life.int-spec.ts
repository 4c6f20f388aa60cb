import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { itWith } from '../../../test/support/beside.js';
import { aDataDir } from '../../../test/support/data-dir.js';
import { aFundedVenture } from '../../../test/support/funded-venture.js';
import { anIdea } from '../../../test/support/ideas.js';
import { anOrganisation, aPerson, type SignedInViewer, type TestOrganisation } from '../../../test/support/people.js';
import { standard } from '../../../test/support/standards.js';
import { tracesOf } from '../../../test/support/traces.js';
import { SubmitReturn, VerifyReturn } from '../returns/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi({ OPENIMPACT_DATA_DIR: aDataDir() });
}, 60_000);
afterAll(async () => {
  await api.close();
});

interface Told {
  readonly __typename: string;
  readonly entry?: Record<string, unknown> & { readonly id: string; readonly slug: string };
  readonly requirements?: readonly { readonly code: string; readonly message: string }[];
}
const SHOWN = `id slug title summary text licence status version unconfirmed files { id name sha256 } uses { whatFor organisation { name } }
  withdrawal { because reason replacedBy { slug } } versions { number change text files { name } }`;

async function does(name: string, viewer: SignedInViewer, input: object): Promise<Told> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const { data, errors } = await api.as(viewer).graphql<Record<string, Told>>(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on Refusal { requirements { code message } }
      ... on ${type}Payload { entry { ${SHOWN} } } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data[name] as Told;
}
const codes = (told: Told) => told.requirements?.map(({ code }) => code);
const look = async (slug: string) => {
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ commonsEntry: Told['entry'] }>(`query ($slug: String!) { commonsEntry(slug: $slug) { ${SHOWN} } }`, {
      slug,
    });
  expect(errors).toEqual([]);
  return data.commonsEntry;
};

const GUIDE = {
  kind: 'DESIGN_PATTERN',
  title: 'Opening the door',
  summary: 'How a first visit goes well.',
  text: 'Ring twice and wait.',
  licence: 'CC-BY-4.0',
};
const RESEARCH = {
  ...GUIDE,
  kind: 'USER_RESEARCH',
  title: 'Why letters stay closed',
  summary: 'Brown envelopes frighten people.',
  text: 'Twelve people told us how they sort their post.',
  consent: 'In writing.',
  anonymised: 'Names and places removed by two researchers.',
  method: 'Interviews',
  studiedOn: '2026-01-05',
  withdrawalContact: 'The research team',
};
async function shared(ours: TestOrganisation, more: object = {}) {
  const told = await does('shareEntry', ours.admin, { ...GUIDE, organisationId: ours.globalId, ...more });
  expect(codes(told)).toBeUndefined();
  return told.entry as NonNullable<Told['entry']>;
}
const { kind: _, ...AGAIN } = GUIDE;

async function aFile(viewer: SignedInViewer, name: string, content: string): Promise<string> {
  const { data } = await api
    .as(viewer)
    .graphql<{ requestUpload: { uploadId: string; address: string } }>(
      `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ... on RequestUploadPayload { uploadId address } } }`,
      { input: { name, bytes: String(Buffer.byteLength(content)) } },
    );
  const { uploadId, address } = data.requestUpload;
  expect((await api.app.inject({ method: 'PUT', url: address, payload: content })).statusCode).toBe(200);
  return uploadId;
}

describe('another version of an entry', () => {
  it('stands at the same address, says what changed, and overwrites nothing', async () => {
    const ours = await anOrganisation(api);
    const first = await aFile(ours.admin, 'first.csv', 'a,b\n1,2\n');
    const entry = await shared(ours, { uploadIds: [first] });
    const second = await aFile(ours.admin, 'second.csv', 'a,b\n3,4\n');
    const input = { ...AGAIN, entryId: entry.id, version: 1, text: 'Ring once.', change: 'Once is enough.' };
    const told = await does('reviseEntry', ours.admin, { ...input, uploadIds: [first, second] });
    expect(told.entry).toMatchObject({ slug: entry.slug, version: 2, text: 'Ring once.' });
    expect(told.entry?.['versions']).toMatchObject([
      { number: 2, change: 'Once is enough.', files: [{ name: 'first.csv' }, { name: 'second.csv' }] },
      { number: 1, text: GUIDE.text, files: [{ name: 'first.csv' }] },
    ]);
    expect(codes(await does('reviseEntry', ours.admin, input))).toEqual(['ENTRY_CHANGED_MEANWHILE']);
  });

  it('is made by who gave it and nobody else', async () => {
    const ours = await anOrganisation(api);
    const entry = await shared(ours);
    const before = await look(entry.slug);
    const other = await anOrganisation(api);
    for (const viewer of [other.admin, await aPerson(api), await aPerson(api, { steward: true })]) {
      const told = await does('reviseEntry', viewer, { ...AGAIN, entryId: entry.id, version: 1, change: 'Mine.' });
      expect(codes(told)).toEqual(['NOT_THE_GIVER']);
    }
    expect(await look(entry.slug)).toEqual(before);
  });

  it('opens the promise again that it kept, when it is another thing', async () => {
    const output = { kind: 'DESIGN_PATTERN', title: 'The guide', licenceCondition: 'OPEN', dueAfterDays: 60 };
    const venture = await aFundedVenture(api, { outputs: [output] });
    const [{ id: promise }] = await api.dataSource.query('select id from obligations where venture_id = $1', [
      venture.ventureId,
    ]);
    const work = {
      obligationId: promise,
      language: 'en',
      componentIds: [],
      uploadIds: [],
      title: 'The guide',
      summary: 'It helps.',
    };
    const returned = await api.app
      .get(SubmitReturn)
      .execute(venture.lead.admin, { ...work, text: 'Ring twice.', licence: 'CC-BY-4.0' });
    if (!returned.ok) throw new Error(JSON.stringify(returned.reasons));
    const verify = (returnId: string) =>
      api.app.get(VerifyReturn).execute(venture.funders[0]?.admin as SignedInViewer, { returnId, reason: null });
    await verify(returned.value.returnId);
    const state = async () =>
      (
        await api.dataSource.query('select state, reopened_because as because from obligations where id = $1', [
          promise,
        ])
      )[0];
    const [{ id, slug }] = await api.dataSource.query(
      `select 'entry_' || id as id, slug from commons_entries where obligation_id = $1`,
      [promise],
    );
    const again = { ...AGAIN, title: 'The guide', entryId: id, change: 'Clearer.' };
    await does('reviseEntry', venture.lead.admin, { ...again, version: 1, text: 'Ring twice.' });
    expect(await state()).toMatchObject({ state: 'VERIFIED' });
    await does('reviseEntry', venture.lead.admin, { ...again, version: 2, text: 'Ring once.' });
    expect(await state()).toMatchObject({ state: 'REOPENED', because: 'VERSION' });
    // Checked again as it is shown: no other version comes of it.
    const anew = await api.app
      .get(SubmitReturn)
      .execute(venture.lead.admin, { ...work, text: 'Ring once.', licence: 'CC-BY-4.0' });
    if (!anew.ok) throw new Error(JSON.stringify(anew.reasons));
    expect((await verify(anew.value.returnId)).ok).toBe(true);
    expect(await look(slug)).toMatchObject({ version: 3 });
    expect(await state()).toMatchObject({ state: 'VERIFIED' });
  });

  it('is not needed to say that it still holds', async () => {
    const ours = await anOrganisation(api);
    const entry = await shared(ours);
    await api.dataSource.query('update commons_entries set review_by = current_date - 1 where slug = $1', [entry.slug]);
    expect(await look(entry.slug)).toMatchObject({ unconfirmed: true });
    expect(codes(await does('confirmEntry', await aPerson(api), { entryId: entry.id }))).toEqual(['NOT_THE_GIVER']);
    expect((await does('confirmEntry', ours.admin, { entryId: entry.id })).entry).toMatchObject({ unconfirmed: false });
  });
});

describe('research that people withdrew from', () => {
  it('is gone in every place, and leaves its mark in every place', async () => {
    const ours = await anOrganisation(api);
    const idea = await anIdea(api, { author: await aPerson(api) });
    const file = await aFile(ours.admin, 'answers.csv', 'said\nThe zebra answer\n');
    const entry = await shared(ours, {
      ...RESEARCH,
      text: 'A giraffe of a quote.',
      ideaId: idea.globalId,
      uploadIds: [file],
    });
    const gate = async () => {
      const { data } = await api
        .as(nobody)
        .graphql<{ idea: { gate: { requirements: { code: string; met: boolean }[] } } }>(
          'query ($slug: String!) { idea(slug: $slug) { gate { requirements { code met } } } }',
          { slug: idea.slug },
        );
      return data.idea.gate.requirements.find(({ code }) => code === 'LIVED_EXPERIENCE_HEARD')?.met;
    };
    expect(await gate()).toBe(true);
    const user = await anOrganisation(api);
    const used = { entryId: entry.id, organisationId: user.globalId, whatFor: 'How we ask.' };
    await does('declareEntryUse', user.admin, used);
    const other = await anIdea(api, { author: user.admin });
    await does('linkEntry', user.admin, { entryId: entry.id, ideaId: other.globalId });
    const ask = { entryId: entry.id, because: 'CONSENT_WITHDRAWN', reason: 'Two people changed their mind.' };
    expect(codes(await does('withdrawEntry', await aPerson(api), ask))).toEqual(['NOT_THE_GIVER']);
    expect(await look(entry.slug)).toMatchObject({ status: 'PUBLISHED' });

    const told = await does('withdrawEntry', ours.admin, ask);
    expect(told.entry).toMatchObject({
      status: 'WITHDRAWN',
      title: RESEARCH.title,
      summary: '',
      text: null,
      files: [],
      withdrawal: { because: 'CONSENT_WITHDRAWN', reason: ask.reason },
    });
    expect(await tracesOf(api, 'giraffe')).toEqual([]);
    expect(await gate()).toBe(false);
    const address = `/files/${file.replace('upload_', '')}/answers.csv`;
    expect((await api.app.inject({ url: address })).statusCode).toBe(404);
    const { data } = await api
      .as(nobody)
      .graphql<{ commonsEntries: { nodes: unknown[] }; activities: { nodes: { kind: string }[] } }>(
        `{ commonsEntries(filter: { text: "letters stay closed" }) { nodes { slug } } activities(first: 20) { nodes { kind } } }`,
      );
    expect(data.commonsEntries.nodes).toEqual([]);
    expect(data.activities.nodes.map(({ kind }) => kind)).toContain('entry.withdrawn');
    const citation = await api.app.inject({ url: `/commons/${entry.slug}/CITATION.cff` });
    expect(citation.body).toContain('taken back');
    expect(codes(await does('withdrawEntry', ours.admin, ask))).toEqual(['ALREADY_WITHDRAWN']);

    // Who works by it is told, once, and the idea that began with it says so.
    const hearers = await api.dataSource.query(
      `select told.person_id as id from activity_addressees told join activities a on a.id = told.activity_id where a.kind = 'entry.withdrawn' and a.subject_id = $1`,
      [entry.id.slice('entry_'.length)],
    );
    expect(hearers).toEqual([{ id: user.admin.person.id }]);
    const built = await api
      .as(nobody)
      .graphql<{ idea: { informedBy: unknown[] } }>(
        'query ($slug: String!) { idea(slug: $slug) { informedBy { slug status summary } } }',
        { slug: other.slug },
      );
    expect(built.data.idea.informedBy).toEqual([{ slug: entry.slug, status: 'WITHDRAWN', summary: '' }]);
  });

  it('says how it was done, when, and whom somebody asks who wants out', async () => {
    const ours = await anOrganisation(api);
    const told = await does('shareEntry', ours.admin, {
      ...GUIDE,
      kind: 'USER_RESEARCH',
      organisationId: ours.globalId,
      studiedOn: '2099-01-01',
    });
    expect(codes(told)?.toSorted()).toEqual(['DAY_IN_THE_FUTURE', ...Array.from({ length: 4 }, () => 'TEXT_MISSING')]);
  });
});

describe('an entry that something else replaces', () => {
  it('leads there from its old address, and keeps what it said', async () => {
    const ours = await anOrganisation(api);
    const old = await shared(ours);
    const better = await shared(ours, { title: 'Opening the door, again' });
    const ask = { entryId: old.id, because: 'SUPERSEDED', reason: 'There is a better one.', replacedById: better.id };
    expect(codes(await does('withdrawEntry', ours.admin, { ...ask, because: 'WRONG' }))).toEqual([
      'REPLACEMENT_ONLY_WHEN_SUPERSEDED',
    ]);
    expect(codes(await does('withdrawEntry', ours.admin, { ...ask, replacedById: old.id }))).toEqual([
      'REPLACEMENT_NOT_THERE',
    ]);
    await does('withdrawEntry', await aPerson(api, { steward: true }), ask);
    expect(await look(old.slug)).toMatchObject({ text: GUIDE.text, withdrawal: { replacedBy: { slug: better.slug } } });
  });
});

describe('who uses an entry', () => {
  it('is said by the user, changed by saying it again, and ended', async () => {
    const entry = await shared(await anOrganisation(api));
    const user = await anOrganisation(api);
    const ask = { entryId: entry.id, organisationId: user.globalId, whatFor: 'Our volunteers read it.' };
    expect(codes(await does('declareEntryUse', await aPerson(api), ask))).toEqual(['NOT_YOUR_ORGANISATION']);
    await does('declareEntryUse', user.admin, ask);
    const told = await does('declareEntryUse', user.admin, { ...ask, whatFor: 'Everybody reads it.' });
    expect(told.entry?.['uses']).toEqual([{ whatFor: 'Everybody reads it.', organisation: { name: user.name } }]);
    expect(
      (await does('endEntryUse', user.admin, { entryId: entry.id, organisationId: user.globalId })).entry?.['uses'],
    ).toEqual([]);
  });
});

const cff = 'standards/cff/cff-1.2.0.schema.json';

describe('what other programs read', () => {
  itWith(cff)('is a citation file that the format’s own schema accepts, whatever the title', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(standard(cff)));
    const ours = await anOrganisation(api);
    for (const more of [
      {},
      { title: 'A "quote": # - [and] more\u00a0', licence: 'MIT OR Apache-2.0', kind: 'SOFTWARE' },
    ]) {
      const entry = await shared(ours, more);
      const { body } = await api.app.inject({ url: `/commons/${entry.slug}/CITATION.cff` });
      const read = parse(body, { schema: 'failsafe' });
      validate(read);
      expect({ body, errors: validate.errors ?? [] }).toMatchObject({ errors: [] });
      expect(read.title).toBe(entry['title']);
    }
  });

  it('is linked data with its licence and where it came from', async () => {
    const entry = await shared(await anOrganisation(api));
    const { headers, body } = await api.app.inject({ url: `/commons/${entry.slug}/entry.jsonld` });
    expect(headers['content-type']).toContain('application/ld+json');
    expect(JSON.parse(body)).toMatchObject({ '@type': 'HowTo', license: 'https://spdx.org/licenses/CC-BY-4.0' });
    expect((await api.app.inject({ url: '/commons/never-was/entry.jsonld' })).statusCode).toBe(404);
  });

  it('is a strategy as a list, a drawing, Mermaid and impact data, and no title runs in any of them', async () => {
    const ours = await anOrganisation(api);
    const text = 'Impact: Homes <script>alert(1)</script>\n  Outcome: Earlier advice [weeks]';
    const entry = await shared(ours, { kind: 'IMPACT_STRATEGY', title: 'How advice works', text });
    const { data } = await api
      .as(nobody)
      .graphql<{ commonsEntry: { strategy: unknown } }>(
        `query ($slug: String!) { commonsEntry(slug: $slug) { strategy { key kind title indicators leadsTo } } }`,
        { slug: entry.slug },
      );
    expect(data.commonsEntry.strategy).toMatchObject([
      { key: 'n1', leadsTo: [] },
      { key: 'n2', leadsTo: ['n1'], indicators: ['weeks'] },
    ]);
    const svg = await api.app.inject({ url: `/commons/${entry.slug}/strategy.svg` });
    expect(svg.headers['content-type']).toContain('image/svg+xml');
    expect(svg.headers['content-security-policy']).toContain('sandbox');
    expect(svg.body).not.toContain('<script');
    expect((await api.app.inject({ url: `/commons/${entry.slug}/strategy.mmd` })).body).toMatch(/^flowchart LR\n/);
    const cids = await api.app.inject({ url: `/commons/${entry.slug}/strategy.jsonld` });
    expect(cids.json()['@graph'][0]).toMatchObject({
      '@type': 'cids:ImpactPathway',
      'org:hasName': 'How advice works',
    });
    const circle = await does('shareEntry', ours.admin, {
      ...GUIDE,
      kind: 'IMPACT_STRATEGY',
      organisationId: ours.globalId,
      text: 'A -> B\n  B',
    });
    expect(circle.requirements?.[0]).toMatchObject({
      code: 'STRATEGY_GOES_IN_A_CIRCLE',
      message: expect.stringContaining('A → B → A'),
    });
  });
});

describe('the library', () => {
  it('says why something was found, and narrows by licence in plain words, by who gave it and by what is fresh', async () => {
    const ours = await anOrganisation(api);
    await shared(ours, { title: 'A platypus handbook', summary: 'How to greet a platypus at the river.' });
    const ask = (filter: object) =>
      api.as(nobody).graphql<{
        commonsEntries: { nodes: { title: string; matched: { where: string; excerpt: string } | null }[] };
      }>(`query ($filter: CommonsEntryFilter, $text: String!) { commonsEntries(filter: $filter) { nodes { title matched(text: $text) { where excerpt } } } }`, { filter: { text: 'platypus', ...filter }, text: 'platypus' });
    const { data, errors } = await ask({ licenceSort: 'ANY_USE', organisation: ours.slug, confirmedOnly: true });
    expect(errors).toEqual([]);
    expect(data.commonsEntries.nodes).toMatchObject([
      { matched: { where: 'SUMMARY', excerpt: expect.stringContaining('«platypus»') } },
    ]);
    expect((await ask({ licenceSort: 'SHARE_ALIKE' })).data.commonsEntries.nodes).toEqual([]);
    expect((await ask({ organisation: 'nobody' })).data.commonsEntries.nodes).toEqual([]);
    expect((await ask({ venture: 'none' })).data.commonsEntries.nodes).toEqual([]);
  });
});
