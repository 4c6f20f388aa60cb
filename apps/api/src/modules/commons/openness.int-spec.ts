import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFundedVenture } from '../../../test/support/funded-venture.js';
import { anOrganisation, aPerson, joins, type TestOrganisation } from '../../../test/support/people.js';
import { SubmitReturn } from '../returns/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
}, 60_000);
afterAll(async () => {
  await api.close();
});

const DAY = 24 * 60;

interface Fact {
  readonly fact: string;
  readonly value: number | null;
  readonly reply: string | null;
}

async function record({ slug }: TestOrganisation): Promise<Record<string, number | null>> {
  return Object.fromEntries((await facts(slug)).map(({ fact, value }) => [fact, value]));
}

async function facts(slug: string): Promise<readonly Fact[]> {
  const { data, errors } = await api
    .as(nobody)
    .graphql<{ organisation: { opennessRecord: Fact[] } }>(
      'query ($slug: String!) { organisation(slug: $slug) { opennessRecord { fact value reply } } }',
      { slug },
    );
  expect(errors).toEqual([]);
  return data.organisation.opennessRecord;
}

async function reply(viewer: TestOrganisation['admin'], organisation: TestOrganisation, words: string) {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ replyToFact: { requirements?: { code: string }[] } }>(
      `mutation ($input: ReplyToFactInput!) { replyToFact(input: $input) { ... on Refusal { requirements { code } } ... on ReplyToFactPayload { organisation { id } } } }`,
      { input: { organisationId: organisation.globalId, fact: 'PROMISES_LATE', reply: words } },
    );
  expect(errors).toEqual([]);
  return data.replyToFact.requirements?.map(({ code }) => code);
}

const APP = { kind: 'SOFTWARE', title: 'The app', licenceCondition: 'OPEN', dueAfterDays: 10 };

describe('an openness record', () => {
  it('calls nothing late before fourteen days, and not what waits for somebody else', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    await api.moveClock(20 * DAY);
    expect(await record(venture.lead)).toMatchObject({ PROMISES_OPEN: 1, PROMISES_LATE: 0 });
    await api.moveClock(5 * DAY);
    expect(await record(venture.lead)).toMatchObject({ PROMISES_LATE: 1 });
    const [{ id }] = await api.dataSource.query('select id from obligations where venture_id = $1', [
      venture.ventureId,
    ]);
    const handed = { obligationId: id, title: 'It', summary: 'It.', text: 'It.', licence: 'MIT', language: 'en' };
    await api.app.get(SubmitReturn).execute(venture.lead.admin, { ...handed, componentIds: [], uploadIds: [] });
    await api.moveClock(22 * DAY);
    expect(await record(venture.lead)).toMatchObject({ PROMISES_OPEN: 1, PROMISES_LATE: 0 });
    // The wait stands against those who could end it.
    for (const funder of venture.funders) expect(await record(funder)).toMatchObject({ CHECKS_WAITING: 1 });
  });

  it('is the same list of facts for a charity and a funder, with no amount among them', async () => {
    const venture = await aFundedVenture(api, { outputs: [APP] });
    const of = async ({ slug }: TestOrganisation) => (await facts(slug)).map(({ fact }) => fact);
    expect(await of(venture.lead)).toEqual(await of(venture.funders[0] as TestOrganisation));
  });

  it('has room for the organisation’s own words, from its admins only', async () => {
    const ours = await anOrganisation(api);
    const member = await joins(api, await aPerson(api), ours.id, 'MEMBER');
    expect(await reply(member, ours, 'Not so.')).toEqual(['NOT_AN_ADMIN_OF_IT']);
    expect(await reply(ours.admin, ours, '')).toEqual(['TEXT_MISSING']);
    expect((await facts(ours.slug)).every((fact) => fact.reply === null)).toBe(true);
    expect(await reply(ours.admin, ours, 'The school was closed.')).toBeUndefined();
    expect((await facts(ours.slug)).find(({ fact }) => fact === 'PROMISES_LATE')?.reply).toBe('The school was closed.');
  });
});

describe('the directory', () => {
  it('begins with who shared last', async () => {
    const first = await anOrganisation(api);
    const second = await anOrganisation(api);
    await anOrganisation(api);
    for (const ours of [second, first]) {
      await api.moveClock(1);
      const { errors } = await api
        .as(ours.admin)
        .graphql(`mutation ($input: ShareEntryInput!) { shareEntry(input: $input) { __typename } }`, {
          input: {
            organisationId: ours.globalId,
            kind: 'DESIGN_PATTERN',
            title: 'It',
            summary: 'It.',
            text: 'It.',
            licence: 'CC-BY-4.0',
          },
        });
      expect(errors).toEqual([]);
    }
    const { data } = await api
      .as(nobody)
      .graphql<{ organisations: { nodes: { slug: string }[]; pageInfo: { endCursor: string } } }>(
        '{ organisations(first: 2) { nodes { slug } pageInfo { endCursor } } }',
      );
    expect(data.organisations.nodes.map(({ slug }) => slug)).toEqual([first.slug, second.slug]);
    const next = await api
      .as(nobody)
      .graphql<{ organisations: { nodes: { slug: string }[] } }>(
        'query ($after: String) { organisations(first: 50, after: $after) { nodes { slug } } }',
        { after: data.organisations.pageInfo.endCursor },
      );
    expect(next.errors).toEqual([]);
    expect(next.data.organisations.nodes.length).toBeGreaterThan(0);
  });
});
