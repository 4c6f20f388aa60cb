import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { anOrganisation, aPerson, type TestOrganisation } from '../../../test/support/people.js';
import type { SignedInViewer } from '../../platform/auth/index.js';
import { itWith } from '../../../test/support/beside.js';
import { standard } from '../../../test/support/standards.js';
import { newId } from '../../platform/database/index.js';

const TABLE_SCHEMA = 'standards/frictionless/tableschema-2.0.schema.json';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const times = <T>(count: number, make: (number: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));

interface Active {
  readonly id: string;
  readonly ventureId: string;
  readonly slug: string;
  readonly lead: TestOrganisation;
}

async function anActiveVenture(): Promise<Active> {
  const lead = await anOrganisation(api);
  const id = newId();
  const slug = `venture-${id}`;
  await api.dataSource.query(
    `insert into ventures (id, slug, title, status, created_at, started_at) values ($1, $2, 'Warm halls', 'ACTIVE', app_now(), app_now())`,
    [id, slug],
  );
  await api.dataSource.query(
    `insert into venture_members (venture_id, organisation_id, role, joined_at) values ($1, $2, 'LEAD', app_now())`,
    [id, lead.id],
  );
  return { id, ventureId: `venture_${id}`, slug, lead };
}

interface Answer {
  readonly __typename: string;
  readonly requirements?: readonly { readonly code: string; readonly path: readonly string[] | null }[];
  readonly indicator?: { readonly id: string };
  readonly errors: readonly { readonly extensions?: { readonly code?: string } }[];
}

async function mutate(viewer: SignedInViewer, name: string, input: Record<string, unknown>): Promise<Answer> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}`;
  const indicator = name.endsWith('Indicator') ? `... on ${type}Payload { indicator { id } }` : '';
  const { data, errors } = await api
    .as(viewer)
    .graphql<Record<string, Omit<Answer, 'errors'>> | null>(
      `mutation M($input: ${type}Input!) { ${name}(input: $input) { __typename ${indicator} ... on Refusal { requirements { code path } } } }`,
      { input },
    );
  return { ...(data?.[name] ?? { __typename: 'Nothing' }), errors };
}

const HOUSED = {
  title: 'Moved into a home',
  definition: 'People who slept thirty nights in a home of their own.',
  unit: 'PEOPLE',
  direction: 'UP',
};

async function anIndicator({ ventureId, lead }: Active, wishes: Record<string, unknown> = {}): Promise<string> {
  const { indicator } = await mutate(lead.admin, 'defineIndicator', { ventureId, ...HOUSED, ...wishes });
  if (indicator === undefined) throw new Error('The indicator was refused.');
  return indicator.id;
}

const value = (indicatorId: string, amount: string, more: Record<string, unknown> = {}) => ({
  value: { indicatorId, value: amount, from: '2026-01-01', to: '2026-01-31', ...more },
});

async function measured(slug: string) {
  const { data, errors } = await api.as(nobody).graphql<{ venture: { indicators: unknown[] } }>(
    `query ($slug: String!) { venture(slug: $slug) { indicators { indicator { key newest { version title change comparableSince } }
       baseline baselineFewerThan target targetOn values { value fewerThan from definition { version title comparableSince } recordedBy { name } } } } }`,
    { slug },
  );
  expect(errors).toEqual([]);
  return data.venture.indicators;
}

describe('an indicator of a venture', () => {
  it('is read by everybody with baseline, target, values and who reported them', async () => {
    const venture = await anActiveVenture();
    const { ventureId, slug, lead } = venture;
    const indicatorId = await anIndicator(venture);
    const target = { baseline: '3', baselineOn: '2026-01-01', target: '40', targetOn: '2026-12-31' };
    expect(await mutate(lead.admin, 'setTarget', { ventureId, indicatorId, ...target })).toMatchObject({
      __typename: 'SetTargetPayload',
    });
    expect(await mutate(lead.admin, 'recordProgress', { ventureId, ...value(indicatorId, '12') })).toMatchObject({
      __typename: 'RecordProgressPayload',
    });
    expect(await measured(slug)).toEqual([
      {
        indicator: {
          key: 'moved_into_a_home',
          newest: { version: 1, title: 'Moved into a home', change: 'NEW', comparableSince: 1 },
        },
        // Three people are a band, in the baseline as everywhere.
        baseline: null,
        baselineFewerThan: 5,
        target: '40',
        targetOn: '2026-12-31',
        values: [
          {
            value: '12',
            fewerThan: null,
            from: '2026-01-01',
            definition: { version: 1, title: 'Moved into a home', comparableSince: 1 },
            recordedBy: { name: lead.admin.person.name },
          },
        ],
      },
    ]);
  });

  it('keeps the words a number was reported under, and says where a line breaks', async () => {
    const venture = await anActiveVenture();
    const { ventureId, slug, lead } = venture;
    const indicatorId = await anIndicator(venture);
    const revise = (seen: number, definition: string, material: boolean) =>
      mutate(lead.admin, 'reviseIndicator', { ...HOUSED, indicatorId, seen, definition, material, changeNote: 'Why' });
    await mutate(lead.admin, 'recordProgress', { ventureId, ...value(indicatorId, '10') });
    expect(await revise(1, 'Thirty nights, in a home of their own.', false)).toMatchObject({
      __typename: 'ReviseIndicatorPayload',
    });
    const february = { from: '2026-02-01', to: '2026-02-28' };
    await mutate(lead.admin, 'recordProgress', { ventureId, ...value(indicatorId, '11', february) });
    await revise(2, 'Ninety nights, in a home of their own.', true);
    const march = { from: '2026-03-01', to: '2026-03-31' };
    await mutate(lead.admin, 'recordProgress', { ventureId, ...value(indicatorId, '6', march) });
    expect(await measured(slug)).toMatchObject([
      {
        indicator: { newest: { version: 3, change: 'MATERIAL', comparableSince: 3 } },
        values: [
          { value: '10', definition: { version: 1, comparableSince: 1 } },
          { value: '11', definition: { version: 2, comparableSince: 1 } },
          { value: '6', definition: { version: 3, comparableSince: 3 } },
        ],
      },
    ]);
    const write = `update indicator_versions set definition = 'Something else' where version = 1`;
    await expect(api.dataSource.query(write)).rejects.toThrow('never changes');
  });

  it('is not reported under a definition that changed while somebody counted', async () => {
    const venture = await anActiveVenture();
    const { ventureId, slug, lead } = venture;
    const indicatorId = await anIndicator(venture);
    const revision = { ...HOUSED, definition: 'Ninety nights.', material: true, changeNote: 'Longer', seen: 1 };
    await mutate(lead.admin, 'reviseIndicator', { ...revision, indicatorId });
    const answer = await mutate(lead.admin, 'recordProgress', { ventureId, ...value(indicatorId, '9', { seen: 1 }) });
    expect(answer.requirements?.map(({ code }) => code)).toEqual(['INDICATOR_CHANGED_MEANWHILE']);
    expect(await measured(slug)).toMatchObject([{ values: [] }]);
  });

  it('is corrected by a second report of the same period, and keeps the first', async () => {
    const venture = await anActiveVenture();
    const { ventureId, slug, lead } = venture;
    const indicatorId = await anIndicator(venture);
    const report = (amount: string) =>
      mutate(lead.admin, 'recordProgress', { ventureId, ...value(indicatorId, amount) });
    await report('12');
    await Promise.all(times(4, (number) => report(`${20 + number}`)));
    expect(await measured(slug)).toMatchObject([{ values: [{ from: '2026-01-01' }] }]);
    const [{ count }] = await api.dataSource.query('select count(*)::int from progress_values where venture_id = $1', [
      venture.id,
    ]);
    expect(count).toBe(5);
  });

  it('is changed and reported only by the team, and by whoever is in it now', async () => {
    const venture = await anActiveVenture();
    const { ventureId, slug, lead } = venture;
    const indicatorId = await anIndicator(venture);
    const stranger = await aPerson(api);
    const tries: [string, Record<string, unknown>][] = [
      ['defineIndicator', { ventureId, ...HOUSED, title: 'Mine' }],
      ['reviseIndicator', { ...HOUSED, indicatorId, title: 'Mine', seen: 1, material: false, changeNote: 'x' }],
      ['setTarget', { ventureId, indicatorId, target: '9', targetOn: '2026-12-31' }],
      ['recordProgress', { ventureId, ...value(indicatorId, '9') }],
    ];
    // A member whose membership ended after the request began is a stranger too.
    await api.dataSource.query('update memberships set left_at = app_now() where organisation_id = $1', [lead.id]);
    for (const person of [stranger, lead.admin]) {
      for (const [name, input] of tries) {
        const { requirements } = await mutate(person, name, input);
        expect(requirements?.map(({ code }) => code)).toEqual(['NOT_IN_COORDINATING_TEAM']);
      }
    }
    expect(await measured(slug)).toMatchObject([{ indicator: { newest: { version: 1 } }, target: null, values: [] }]);
  });

  it('of another venture is as good as none', async () => {
    const venture = await anActiveVenture();
    const elsewhere = await anIndicator(await anActiveVenture());
    const { ventureId, lead } = venture;
    const answer = await mutate(lead.admin, 'recordProgress', { ventureId, ...value(elsewhere, '9') });
    expect(answer.errors[0]?.extensions?.code).toBe('NOT_FOUND');
  });
});

it('refuses in the database what would name a handful of people', async () => {
  const venture = await anActiveVenture();
  const { ventureId, lead } = venture;
  await mutate(lead.admin, 'recordProgress', { ventureId, ...value(await anIndicator(venture), '3') });
  const [stored] = await api.dataSource.query('select value, under from progress_values where venture_id = $1', [
    venture.id,
  ]);
  expect(stored).toEqual({ value: null, under: 5 });
  await expect(
    api.dataSource.query('update progress_values set value = 3, under = null where venture_id = $1', [venture.id]),
  ).rejects.toThrow('progress_values_few_people_banded_check');
  await expect(
    api.dataSource.query('update progress_values set counts_people = false where venture_id = $1', [venture.id]),
  ).rejects.toThrow('progress_values_indicator_version_fk');
});

describe('a data standard', () => {
  async function aStandard(kind = 'DATA_STANDARD') {
    const giver = await anOrganisation(api);
    const id = newId();
    const slug = `standard-${id}`;
    await api.dataSource.query(
      `insert into commons_entries (id, slug, kind, status, title, summary, address, licence, verdict, verdict_reason, language, version,
         organisation_id, shared_by_id, published_at, updated_at, review_by)
       values ($1, $2, $3, 'PUBLISHED', 'Homes that last', 'What we count.', 'https://standards.example/homes', 'CC-BY-4.0', 'SATISFIES', 'Open',
         'en', 1, $4, $5, app_now(), app_now(), current_date + 365)`,
      [id, slug, kind, giver.id, giver.admin.person.id],
    );
    return { entryId: `entry_${id}`, slug, giver };
  }

  it('is defined by who gives it, and ventures report against it in the versions it has', async () => {
    const { entryId, slug, giver } = await aStandard();
    const venture = await anActiveVenture();
    const { ventureId, lead } = venture;
    const stranger = await mutate(lead.admin, 'defineIndicator', { entryId, ...HOUSED });
    expect(stranger.requirements?.map(({ code }) => code)).toEqual(['NOT_GIVING_THIS_STANDARD']);
    expect((await mutate(lead.admin, 'adoptStandard', { ventureId, entryId })).requirements?.[0]?.code).toBe(
      'STANDARD_EMPTY',
    );
    const { indicator } = await mutate(giver.admin, 'defineIndicator', { entryId, ...HOUSED, tier: 'REQUIRED' });
    expect(await mutate(lead.admin, 'adoptStandard', { ventureId, entryId })).toMatchObject({
      __typename: 'AdoptStandardPayload',
    });
    await mutate(lead.admin, 'recordProgress', { ventureId, ...value(indicator!.id, '14') });
    expect(await measured(venture.slug)).toMatchObject([{ values: [{ value: '14' }] }]);
    // A venture that uses a standard does not change what it means.
    const revision = {
      ...HOUSED,
      indicatorId: indicator!.id,
      seen: 1,
      title: 'Mine',
      material: false,
      changeNote: 'x',
    };
    expect((await mutate(lead.admin, 'reviseIndicator', revision)).requirements?.map(({ code }) => code)).toEqual([
      'NOT_GIVING_THIS_STANDARD',
    ]);

    const schema = await api.app.inject({ url: `/commons/${slug}/standard.schema.json` });
    expect(schema.headers['content-type']).toContain('application/schema+json');
    expect(schema.json()).toMatchObject({
      title: 'Homes that last',
      properties: { values: { required: ['moved_into_a_home'] } },
    });
    const csv = await api.app.inject({ url: `/commons/${slug}/standard.csv` });
    expect(csv.body).toBe('from,to,moved_into_a_home\r\n');
    const table = await api.app.inject({ url: `/commons/${slug}/standard.tableschema.json` });
    expect(table.json<{ fields: unknown[] }>().fields).toHaveLength(3);
  });

  itWith(TABLE_SCHEMA)('is a Table Schema by its own schema', async () => {
    const { slug, entryId, giver } = await aStandard();
    await mutate(giver.admin, 'defineIndicator', { entryId, ...HOUSED });
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(standard(TABLE_SCHEMA)));
    validate((await api.app.inject({ url: `/commons/${slug}/standard.tableschema.json` })).json());
    expect(validate.errors).toBeNull();
  });

  it('is not something else', async () => {
    const { entryId, slug, giver } = await aStandard('DATASET');
    const answer = await mutate(giver.admin, 'defineIndicator', { entryId, ...HOUSED });
    expect(answer.requirements?.map(({ code }) => code)).toEqual(['NOT_A_STANDARD']);
    expect((await api.app.inject({ url: `/commons/${slug}/standard.csv` })).statusCode).toBe(404);
  });
});
