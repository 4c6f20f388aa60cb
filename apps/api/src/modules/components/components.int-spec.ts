import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validatePubliccode } from '@openimpact/publiccode';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { publiccodeText } from '../../../test/support/components.js';
import { anOrganisation, aPerson, joins, type SignedInViewer } from '../../../test/support/people.js';
import { globalId } from '../../platform/database/index.js';
import { ConcludeLicence, RegisterComponent } from './index.js';

let api: TestApi;
let developer: SignedInViewer;
beforeAll(async () => {
  api = await anApi();
  developer = await aPerson(api);
});
afterAll(async () => {
  await api.close();
});

async function registered(name: string, more: Parameters<RegisterComponent['execute']>[1] | object = {}) {
  const decision = await api.app
    .get(RegisterComponent)
    .execute(developer, { publiccode: publiccodeText(name), ...more });
  if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
  return decision.value;
}

describe('registering a component', () => {
  it('goes through the API: shown first, registered, read by anybody, one activity', async () => {
    const publiccode = publiccodeText('Harbour', { more: 'usedby: [nobody]\n' });
    const shown = await api.as(developer).graphql<{ previewComponent: { preview: object } }>(
      `mutation ($input: PreviewComponentInput!) { previewComponent(input: $input) {
        ... on PreviewComponentPayload { preview { valid name summary licenceDeclared registeredAs
          licenceInPlainWords { name may must } problems { path line code severity } } } } }`,
      { input: { publiccode } },
    );
    expect(shown.errors).toEqual([]);
    expect(shown.data.previewComponent.preview).toMatchObject({
      valid: false,
      name: 'Harbour',
      licenceDeclared: 'MIT',
      licenceInPlainWords: [{ name: 'MIT License', may: expect.any(Array), must: expect.any(Array) }],
      problems: [{ path: 'usedby', line: 21, code: 'KEY_UNKNOWN', severity: 'ERROR' }],
      registeredAs: null,
    });

    const { data, errors } = await api.as(developer).graphql<{ registerComponent: { component: { id: string } } }>(
      `mutation ($input: RegisterComponentInput!) { registerComponent(input: $input) {
        ... on RegisterComponentPayload { component { id slug name metadata { valid problems { path severity } } } }
        ... on Refusal { requirements { code message } } } }`,
      { input: { publiccode, themes: ['VOLUNTEERING'] } },
    );
    expect(errors).toEqual([]);
    expect(data.registerComponent.component).toMatchObject({
      slug: 'harbour',
      metadata: { valid: false, problems: [{ path: 'usedby', severity: 'ERROR' }] },
    });

    const read = await api.as(nobody).graphql<{ component: object }>(
      `{ component(slug: "harbour") { name themes maturity registeredBy { name } releaseDate viewerCan { concludeLicence { allowed } }
        licence { declared found concluded inForce basis inPlainWords { name } } } }`,
    );
    expect(read.errors).toEqual([]);
    expect(read.data.component).toEqual({
      name: 'Harbour',
      themes: ['VOLUNTEERING'],
      maturity: 'STABLE',
      releaseDate: null,
      registeredBy: { name: developer.person.name },
      viewerCan: { concludeLicence: { allowed: false } },
      licence: {
        declared: 'MIT',
        found: null,
        concluded: null,
        inForce: 'MIT',
        basis: 'DECLARED_ONLY',
        inPlainWords: [{ name: 'MIT License' }],
      },
    });
    const { id } = data.registerComponent.component;
    expect(
      await api.dataSource.query(`select kind from activities where $1 like '%' || subject_id::text`, [id]),
    ).toEqual([{ kind: 'component.registered' }]);
  });

  it('happens once a repository, also when two ask at once', async () => {
    const publiccode = publiccodeText('Twice');
    const decisions = await Promise.all(
      [1, 2, 3].map(() => api.app.get(RegisterComponent).execute(developer, { publiccode })),
    );
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    for (const decision of decisions) {
      if (!decision.ok)
        expect(decision.reasons).toMatchObject([{ code: 'COMPONENT_ALREADY_REGISTERED', slug: 'twice' }]);
    }
  });

  it('changes nothing when it is refused', async () => {
    const before = await api.dataSource.query('select count(*) from components');
    const organisation = await anOrganisation(api);
    const decision = await api.app.get(RegisterComponent).execute(developer, {
      publiccode: publiccodeText('Refused'),
      organisationId: organisation.id,
      licenceFound: 'MITT',
    });
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'NOT_YOUR_ORGANISATION',
      'LICENCE_NOT_UNDERSTOOD',
    ]);
    expect(await api.dataSource.query('select count(*) from components')).toEqual(before);
  });

  it('asks who is there', async () => {
    const { errors } = await api
      .as(nobody)
      .graphql('mutation { registerComponent(input: { publiccode: "name: x" }) { __typename } }');
    expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('the licence', () => {
  it('is disputed until somebody who answers for it decides', async () => {
    const { componentId, slug } = await registered('Disputed', { licenceFound: 'Apache-2.0' });
    const licence = async () =>
      (
        await api
          .as(nobody)
          .graphql<{ component: { licence: object } }>(
            `query ($slug: String!) { component(slug: $slug) { licence { declared found concluded concludedBy { id } inForce basis } } }`,
            { slug },
          )
      ).data.component.licence;
    expect(await licence()).toMatchObject({ declared: 'MIT', found: 'Apache-2.0', inForce: null, basis: 'DISPUTED' });

    const ask = {
      componentId,
      licence: 'Apache-2.0',
      why: 'The LICENSE file was changed last year; asked the maintainers.',
    };
    const stranger = await aPerson(api);
    expect(await api.app.get(ConcludeLicence).execute(stranger, ask)).toMatchObject({
      ok: false,
      reasons: [{ code: 'MAY_NOT_CONCLUDE' }],
    });
    expect(await licence()).toMatchObject({ basis: 'DISPUTED' });

    const { data } = await api.as(developer).graphql<{ concludeLicence: { component: object } }>(
      `mutation ($input: ConcludeLicenceInput!) { concludeLicence(input: $input) {
        ... on ConcludeLicencePayload { component { licence { inForce basis concludedBecause } } }
        ... on Refusal { requirements { code } } } }`,
      { input: { ...ask, componentId: globalId('component', componentId) } },
    );
    expect(data.concludeLicence.component).toMatchObject({ licence: { inForce: 'Apache-2.0', basis: 'CONCLUDED' } });
    expect(await licence()).toMatchObject({ declared: 'MIT', found: 'Apache-2.0', concluded: 'Apache-2.0' });
  });

  it('is decided by people of the organisation that looks after it, too', async () => {
    const organisation = await anOrganisation(api);
    const member = await joins(api, developer, organisation.id);
    const decision = await api.app
      .get(RegisterComponent)
      .execute(member, { publiccode: publiccodeText('Owned'), organisationId: organisation.id });
    const colleague = await joins(api, await aPerson(api), organisation.id);
    if (!decision.ok) throw new Error('registered');
    const ask = { componentId: decision.value.componentId, licence: 'MIT', why: 'It is ours.' };
    expect((await api.app.get(ConcludeLicence).execute(colleague, ask)).ok).toBe(true);
  });
});

describe('finding components', () => {
  it('finds words, near names and themes', async () => {
    await registered('Lanternfish', {
      publiccode: publiccodeText('Lanternfish', { summary: 'Books rooms in a shelter' }),
      themes: ['HOUSING'],
    });
    const found = async (filter: object) =>
      (
        await api
          .as(nobody)
          .graphql<{ components: { nodes: { slug: string }[] } }>(
            `query ($filter: ComponentFilterInput) { components(filter: $filter, orderBy: NAME) { nodes { slug } } }`,
            { filter },
          )
      ).data.components.nodes.map(({ slug }) => slug);
    expect(await found({ text: 'shelters' })).toEqual(['lanternfish']);
    expect(await found({ text: 'lantrnfish' })).toEqual(['lanternfish']);
    expect(await found({ themes: ['HOUSING'] })).toEqual(['lanternfish']);
    expect(await found({ text: '%_\'"; drop table components' })).toEqual([]);
  });
});

describe('the file that is served', () => {
  it('validates and names nobody who was not asked', async () => {
    const { slug } = await registered('Served');
    const answer = await api.app.inject({ url: `/components/${slug}/publiccode.yml` });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/yaml; charset=utf-8']);
    expect(validatePubliccode(answer.body)).toMatchObject({ valid: true, value: { name: 'Served' } });
    expect(answer.body).not.toContain('alma');
    expect((await api.app.inject({ url: '/components/no-such/publiccode.yml' })).statusCode).toBe(404);
  });
});

// Files of others, kept outside this repository because their licences differ from ours.
const REAL = fileURLToPath(new URL('../../../../../../shared/fixtures/publiccode/real/', import.meta.url));
describe('real files', () => {
  if (!existsSync(REAL)) {
    it('are found beside the repository, or said to be missing', () => {
      process.stderr.write(`No files of others at ${REAL}: only our own cases ran.\n`);
      expect(process.env['CI']).not.toBe('true');
    });
    return;
  }
  const files = readdirSync(REAL).filter((file) => file.endsWith('.yml'));
  it.each(files)('%s registers, with its faults', async (file) => {
    const publiccode = readFileSync(`${REAL}${file}`, 'utf8');
    const decision = await api.app.get(RegisterComponent).execute(developer, { publiccode });
    if (!decision.ok) throw new Error(JSON.stringify(decision.reasons));
    expect(decision.value.problems).toEqual(validatePubliccode(publiccode).problems);
    const { data } = await api
      .as(nobody)
      .graphql<{ component: { metadata: { problems: object[] } } }>(
        `query ($slug: String!) { component(slug: $slug) { name summary metadata { valid problems { line message } } } }`,
        { slug: decision.value.slug },
      );
    expect(data.component.metadata.problems).toHaveLength(decision.value.problems.length);
  });
});
