import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anOrganisation, aPerson, type SignedInViewer, type TestOrganisation } from '../../../test/support/people.js';
import { newId } from '../../platform/database/index.js';

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
  readonly agreement?: {
    readonly id: string;
    readonly version: number;
    readonly revision: number;
    readonly status: string;
    readonly outputs: readonly Record<string, unknown>[];
    readonly viewerCan: { readonly sign: { readonly allowed: boolean } };
  };
  readonly requirements?: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

const AGREEMENT = `__typename
  ... on Refusal { requirements { code path message } }`;
const SHOWN = `agreement { id version revision status signedFor { name }
  outputs { kind title licenceCondition licences anyOpenLicence dueOn dueAfterDays tranchePosition }
  viewerCan { draft { allowed } sign { allowed requirements { code } } } }`;

const OUTPUTS = [
  {
    kind: 'SOFTWARE',
    title: 'The reminder app',
    licenceCondition: 'MIT OR Apache-2.0',
    dueAfterDays: 180,
    tranchePosition: 1,
  },
  { kind: 'USER_RESEARCH', title: 'What families told us', licenceCondition: 'OPEN', dueOn: '2099-01-31' },
];

async function anIdea(author: SignedInViewer, lead?: TestOrganisation): Promise<string> {
  const id = newId();
  await api.dataSource.query(
    `insert into ideas (id, slug, title, need, outcome, people_served, stage, author_id, lead_organisation_id, created_at, updated_at)
     values ($1, $2, 'An idea', 'Need', 'Outcome', 'People', 'SUPPORTED', $3, $4, app_now(), app_now())`,
    [id, `idea-${id}`, author.person.id, lead?.id ?? null],
  );
  return id;
}

async function draft(viewer: SignedInViewer, ideaId: string, outputs: readonly object[] = OUTPUTS): Promise<Told> {
  const { data, errors } = await api.as(viewer).graphql<{ draftCommonsAgreement: Told }>(
    `mutation ($input: DraftCommonsAgreementInput!) { draftCommonsAgreement(input: $input) {
      ${AGREEMENT} ... on DraftCommonsAgreementPayload { ${SHOWN} } } }`,
    { input: { ideaId: `idea_${ideaId}`, outputs } },
  );
  expect(errors).toEqual([]);
  return data.draftCommonsAgreement;
}

async function sign(
  viewer: SignedInViewer,
  agreementId: string,
  organisation: TestOrganisation,
  revision = 1,
): Promise<Told> {
  const { data, errors } = await api.as(viewer).graphql<{ signCommonsAgreement: Told }>(
    `mutation ($input: SignCommonsAgreementInput!) { signCommonsAgreement(input: $input) {
      ${AGREEMENT} ... on SignCommonsAgreementPayload { ${SHOWN} } } }`,
    { input: { agreementId, organisationId: organisation.globalId, revision } },
  );
  expect(errors).toEqual([]);
  return data.signCommonsAgreement;
}

const codes = (told: Told) => told.requirements?.map((requirement) => requirement.code);

describe('what will be shared back', () => {
  it('is drafted by the author, signed by an admin of the lead organisation and read by everybody', async () => {
    const author = await aPerson(api);
    const lead = await anOrganisation(api);
    const ideaId = await anIdea(author, lead);
    const drafted = await draft(author, ideaId);
    expect(drafted.agreement).toMatchObject({ version: 1, revision: 1, status: 'DRAFT' });
    expect(drafted.agreement?.outputs).toMatchObject([
      {
        title: 'The reminder app',
        licences: ['Apache-2.0', 'MIT'],
        anyOpenLicence: false,
        dueAfterDays: 180,
        dueOn: null,
      },
      { title: 'What families told us', licences: [], anyOpenLicence: true, dueAfterDays: null, dueOn: '2099-01-31' },
    ]);
    expect(drafted.agreement?.viewerCan.sign.allowed).toBe(false);

    const id = drafted.agreement?.id ?? '';
    expect(codes(await sign(author, id, lead))).toEqual(['NOT_AN_ADMIN']);
    expect((await sign(lead.admin, id, lead)).agreement).toMatchObject({ status: 'SIGNED' });

    const { data } = await api.as(nobody).graphql<{ idea: { commonsAgreement: unknown } }>(
      `{ idea(slug: "idea-${ideaId}") { commonsAgreement { status version signedFor { name } signedBy { name } outputs { title } }
        viewerCan { draftCommonsAgreement { allowed } } } }`,
    );
    expect(data.idea).toMatchObject({
      commonsAgreement: { status: 'SIGNED', signedFor: { name: lead.name } },
      viewerCan: { draftCommonsAgreement: { allowed: false } },
    });
  });

  it('says what is wrong beside each field and keeps nothing', async () => {
    const author = await aPerson(api);
    const ideaId = await anIdea(author);
    const told = await draft(author, ideaId, [
      { kind: 'SOFTWARE', title: '', licenceCondition: 'MIT AND', dueAfterDays: 3, dueOn: '2099-01-01' },
      { kind: 'DATASET', title: 'Numbers', licenceCondition: 'LicenseRef-ours', dueAfterDays: 3 },
    ]);
    expect(told.requirements?.map(({ code, path }) => `${code} ${path?.join('.')}`)).toEqual([
      'TEXT_MISSING input.outputs.0.title',
      'DUE_DATE_TWICE input.outputs.0.dueOn',
      'LICENCE_CONDITION_NOT_UNDERSTOOD input.outputs.0.licenceCondition',
      'LICENCE_CONDITION_IMPOSSIBLE input.outputs.1.licenceCondition',
    ]);
    expect(await api.dataSource.query(`select id from commons_agreements where idea_id = $1`, [ideaId])).toEqual([]);
  });

  it('stays as it was signed, whatever path somebody takes', async () => {
    const lead = await anOrganisation(api);
    const ideaId = await anIdea(lead.admin, lead);
    const id = (await draft(lead.admin, ideaId)).agreement?.id ?? '';
    await sign(lead.admin, id, lead);
    const uuid = id.slice('agreement_'.length);
    for (const statement of [
      `update commons_agreements set signed_at = app_now() where id = $1`,
      `delete from commons_agreements where id = $1`,
      `update agreement_outputs set title = 'Something else' where agreement_id = $1`,
      `delete from agreement_outputs where agreement_id = $1`,
    ]) {
      await expect(api.dataSource.query(statement, [uuid])).rejects.toThrow('stays as it is');
    }
  });

  it('changes by a new version, in force once it is signed', async () => {
    const lead = await anOrganisation(api);
    const ideaId = await anIdea(lead.admin, lead);
    const first = (await draft(lead.admin, ideaId)).agreement;
    await sign(lead.admin, first?.id ?? '', lead);
    const second = (await draft(lead.admin, ideaId, OUTPUTS.slice(0, 1))).agreement;
    expect(second).toMatchObject({ version: 2, revision: 1, status: 'DRAFT' });
    const statuses = () =>
      api.dataSource.query(`select version, status from commons_agreements where idea_id = $1 order by version`, [
        ideaId,
      ]);
    expect(await statuses()).toEqual([
      { version: 1, status: 'SIGNED' },
      { version: 2, status: 'DRAFT' },
    ]);
    await sign(lead.admin, second?.id ?? '', lead);
    expect(await statuses()).toEqual([
      { version: 1, status: 'SUPERSEDED' },
      { version: 2, status: 'SIGNED' },
    ]);
  });

  it('has to be read again when it was saved since', async () => {
    const lead = await anOrganisation(api);
    const ideaId = await anIdea(lead.admin, lead);
    const id = (await draft(lead.admin, ideaId)).agreement?.id ?? '';
    expect((await draft(lead.admin, ideaId, OUTPUTS.slice(1))).agreement).toMatchObject({
      id,
      revision: 2,
      version: 1,
    });
    expect(codes(await sign(lead.admin, id, lead, 1))).toEqual(['AGREEMENT_CHANGED']);
    expect((await sign(lead.admin, id, lead, 2)).agreement?.status).toBe('SIGNED');
  });

  it('is drafted once when two people save the first draft together', async () => {
    const lead = await anOrganisation(api);
    const ideaId = await anIdea(lead.admin, lead);
    const both = await Promise.all([draft(lead.admin, ideaId), draft(lead.admin, ideaId)]);
    expect(both.map((told) => told.agreement?.revision).toSorted()).toEqual([1, 2]);
  });

  it('is not written or signed by somebody outside', async () => {
    const lead = await anOrganisation(api);
    const other = await anOrganisation(api);
    const ideaId = await anIdea(await aPerson(api), lead);
    expect(codes(await draft(other.admin, ideaId))).toEqual(['MAY_NOT_DRAFT']);
    const id = (await draft(lead.admin, ideaId)).agreement?.id ?? '';
    expect(codes(await sign(other.admin, id, other))).toEqual(['NOT_THE_LEAD_ORGANISATION']);
    const { errors } = await api
      .as(nobody)
      .graphql(`mutation { draftCommonsAgreement(input: { ideaId: "idea_${ideaId}", outputs: [] }) { __typename } }`);
    expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('licences over the API', () => {
  it('are told in plain words and judged with the rule that decided', async () => {
    const { data, errors } = await api.as(nobody).graphql<Record<string, unknown>>(`{
      licence(expression: "AGPL-3.0-or-later") { expression problem { code } licences { name youMay youMust open { kind verdict } } }
      wrong: licence(expression: "GPL v3") { problem { code suggestions { expression } } }
      licenceVerdict(expression: "MIT", condition: "OPEN", kind: SOFTWARE, incoming: ["AGPL-3.0-only"]) { verdict rule term incoming }
      refused: licenceVerdict(expression: "MIT", condition: "MIT AND", kind: DATA) { verdict problem { code } }
    }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      licence: { problem: null, licences: [{ open: [{ kind: 'SOFTWARE', verdict: 'SATISFIES' }, {}, {}] }] },
      wrong: { problem: { code: 'NOT_AN_EXPRESSION', suggestions: [{ expression: 'GPL-3.0-only' }, {}] } },
      licenceVerdict: { verdict: 'DOES_NOT', rule: 'COPYLEFT_STAYS', term: 'MIT', incoming: 'AGPL-3.0-only' },
      refused: { verdict: null, problem: { code: 'NOT_AN_EXPRESSION' } },
    });
  });
});
