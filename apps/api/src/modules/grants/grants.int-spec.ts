import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CURRENCY_DECIMALS, GRANT_CURRENCIES } from '@openimpact/domain';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { itWith } from '../../../test/support/beside.js';
import { aFunder, anOpenRound, brokenInvariants, codesOf, pledge } from '../../../test/support/funding.js';
import { aPerson, joins } from '../../../test/support/people.js';
import { standard } from '../../../test/support/standards.js';
import { CloseDueRounds } from '../pledges/index.js';
import { CallTranche, RecordPayment, ReversePayment } from '../tranches/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterEach(async () => {
  expect(await brokenInvariants(api)).toEqual([]);
});
afterAll(async () => {
  await api.close();
});

const STANDARD = 'standards/360giving';
const key = () => ({ idempotencyKey: randomUUID() });

interface Grant {
  readonly id: string;
  readonly currency: string;
  readonly amountAwarded: number;
  readonly amountDisbursed: number;
  readonly fundingOrganization: readonly { readonly id: string }[];
  readonly recipientOrganization: readonly { readonly id: string }[];
  readonly relatedActivity?: readonly string[];
}

async function published(): Promise<{ description: string; grants: readonly Grant[] }> {
  const answer = await api.app.inject({ url: '/data/grants.360giving.json' });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  return JSON.parse(answer.body);
}

/** What the standard's own schema says of a file. */
function schemaFaults(file: unknown): unknown {
  const read = (name: string): object => {
    const { $schema: _, ...schema } = JSON.parse(standard(`${STANDARD}/schema/${name}`));
    return schema;
  };
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, allowUnionTypes: true });
  addFormats.default(ajv);
  ajv.addVocabulary(['codelist', 'openCodelist', 'rollUp']);
  ajv.addSchema(read('360-giving-schema.json'));
  const validate = ajv.compile(read('360-giving-package-schema.json'));
  return validate(file) ? [] : validate.errors;
}

const givesUnder = (organisationId: string, prefix: string | null, number: string | null = null) =>
  api.dataSource.query(
    `update organisations set grants_prefix = $2, registration_number = $3, register = case when $3::text is not null then 'GB-CHC' end where id = $1`,
    [organisationId, prefix, number],
  );

/** Three funders agree a round together; the first pays a part, in two payments of which one comes back. */
async function agreed() {
  const funders = [await aFunder(api), await aFunder(api), await aFunder(api)] as const;
  const round = await anOpenRound(api, { target: 100_000n, minutes: 30 });
  for (const [index, funder] of funders.entries())
    await pledge(api, funder, round.roundId, [50_001n, 30_000n, 19_999n][index]!);
  await api.moveClock(31);
  await api.app.get(CloseDueRounds).sweep();
  await api.app.get(CallTranche).execute(round.lead.admin, { roundId: round.roundId, position: 1, ...key() });
  const [{ id: partId }] = await api.dataSource.query(
    'select part.id from call_parts part join pledges pledge on pledge.id = part.pledge_id where pledge.organisation_id = $1',
    [funders[0].organisation.id],
  );
  const pay = (amount: bigint) =>
    api.app.get(RecordPayment).execute(funders[0].maker, {
      partId,
      amount,
      currency: 'GBP',
      reference: `BACS ${randomUUID()}`,
      paidOn: '2020-01-01',
      ...key(),
    });
  const back = await pay(10_000n);
  expect(codesOf(await pay(20_050n))).toEqual([]);
  const paymentId = back.ok ? back.value.paymentId : '';
  await api.app
    .get(ReversePayment)
    .execute(funders[0].maker, { paymentId, reason: 'The account was closed.', ...key() });
  return { ...round, funders };
}

describe('grants as they are published', () => {
  it('are what the standard’s own schema asks for, to the penny of the ledger, each naming the others', async () => {
    const { funders, lead } = await agreed();
    const [one, other] = funders;
    await givesUnder(one.organisation.id, '360G-lantern', '1012345');
    await givesUnder(other.organisation.id, '360G-orchard');
    const file = await published();
    const mine = file.grants.filter(({ id }) => /^360G-(?:lantern|orchard)-/.test(id));
    expect(mine).toHaveLength(2);
    expect(mine[0]).toMatchObject({
      currency: 'GBP',
      amountAwarded: 500.01,
      amountDisbursed: 200.5,
      fundingOrganization: [{ id: 'GB-CHC-1012345', name: one.organisation.name }],
      recipientOrganization: [{ id: `360G-lantern-org-${lead.slug}`, name: lead.name }],
      relatedActivity: [mine[1]?.id],
    });
    expect(mine[1]).toMatchObject({ amountAwarded: 300, amountDisbursed: 0, relatedActivity: [mine[0]?.id] });
    // The third has not said under which prefix it publishes: it is left out, and the file says so.
    expect(file.description).toMatch(/Left out: grants of funders who have not given the prefix/);
  });

  it('are asked of every currency that money can be agreed in here', () => {
    expect([...GRANT_CURRENCIES].toSorted()).toEqual(Object.keys(CURRENCY_DECIMALS).toSorted());
  });

  itWith(STANDARD)('are what the standard’s own schema and list of currencies know', async () => {
    const file = await published();
    expect(file.grants.length).toBeGreaterThan(0);
    expect(schemaFaults(file)).toEqual([]);
    const listed = standard(`${STANDARD}/codelists/currency.csv`);
    expect([...GRANT_CURRENCIES].filter((code) => !listed.includes(`"${code}"`))).toEqual([]);
  });

  it('break a promise that is watched when they differ from the ledger by a penny, or by what is published', async () => {
    const { roundId, funders } = await agreed();
    await givesUnder(funders[0].organisation.id, '360G-harbour');
    const broken = async (change: string, repair: string) => {
      await api.dataSource.query(change);
      const found = (await brokenInvariants(api)).map(({ id }) => id);
      await api.dataSource.query(repair);
      return found;
    };
    const round = `where id = '${roundId}'`;
    expect(
      await broken(
        `update funding_rounds set committed_minor = committed_minor - 1 ${round}`,
        `update funding_rounds set committed_minor = committed_minor + 1 ${round}`,
      ),
    ).toContain('I22');
    const payment = `where status = 'RECORDED' and organisation_id = '${funders[0].organisation.id}'`;
    expect(
      await broken(
        `update payments set amount_minor = amount_minor + 1 ${payment}`,
        `update payments set amount_minor = amount_minor - 1 ${payment}`,
      ),
    ).toContain('I22');
  });
});

describe('a funder’s own file of what it gave before', () => {
  const grant = (id: string, more: object = {}) => ({
    id,
    title: 'Winter clothes',
    description: 'Coats',
    currency: 'GBP',
    amountAwarded: 1250.5,
    awardDate: '2019-04-01',
    fundingOrganization: [{ id: 'GB-CHC-1099999', name: 'Ours' }],
    recipientOrganization: [{ id: 'GB-CHC-1000002', name: 'The Coat Cupboard' }],
    ...more,
  });
  const IMPORT = `mutation ($input: ImportEarlierGrantsInput!) { importEarlierGrants(input: $input) {
    ... on ImportEarlierGrantsPayload { applied added changed unchanged faultCount faults { row field code } preview { grantId amount { minorUnits } }
      organisation { earlierGrantSums { grants amount { minorUnits currency } firstOn lastOn } earlierGrants(first: 5) { nodes { grantId title recipient } } } }
    ... on Refusal { requirements { code } } } }`;
  type Read = Record<string, unknown> & {
    organisation: { earlierGrantSums: unknown[]; earlierGrants: { nodes: unknown[] } };
  };

  async function aPublisher() {
    const funder = await aFunder(api);
    await givesUnder(funder.organisation.id, null, '1099999');
    const read = async (file: string, apply: boolean, viewer = funder.maker) => {
      const input = { organisationId: funder.organisation.globalId, file, apply };
      const { data, errors } = await api.as(viewer).graphql<{ importEarlierGrants: Read }>(IMPORT, { input });
      expect(errors).toEqual([]);
      return data.importEarlierGrants;
    };
    return { ...funder, read };
  }
  const file = (...grants: object[]) => JSON.stringify({ version: '1.4', grants });

  it('is looked through first, shown when it is asked for, and the same file twice changes nothing', async () => {
    const { read } = await aPublisher();
    const two = file(grant('a-1'), grant('a-2', { amountAwarded: 10, awardDate: '2021-01-31T00:00:00Z' }));
    const looked = await read(two, false);
    expect(looked).toMatchObject({ applied: false, added: 2, faultCount: 0, organisation: { earlierGrantSums: [] } });
    const shown = await read(two, true);
    const sums = [
      { grants: 2, amount: { minorUnits: '126050', currency: 'GBP' }, firstOn: '2019-04-01', lastOn: '2021-01-31' },
    ];
    expect(shown).toMatchObject({ applied: true, added: 2, organisation: { earlierGrantSums: sums } });
    expect(shown.organisation.earlierGrants.nodes).toEqual([
      { grantId: 'a-2', title: 'Winter clothes', recipient: 'The Coat Cupboard' },
      { grantId: 'a-1', title: 'Winter clothes', recipient: 'The Coat Cupboard' },
    ]);
    const kept = await api.dataSource.query('select * from earlier_grants order by id');
    expect(await read(two, true)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
      organisation: { earlierGrantSums: sums },
    });
    expect(await api.dataSource.query('select * from earlier_grants order by id')).toEqual(kept);
    expect(await read(file(grant('a-1', { title: 'Coats' })), true)).toMatchObject({ changed: 1 });
  });

  it('is told row by row what is wrong, and the rows that are right are read', async () => {
    const { read } = await aPublisher();
    const answer = await read(
      file(
        grant('b-1'),
        grant('b-1'),
        grant('b-2', { amountAwarded: 1e21 }),
        grant('b-3', { amountAwarded: 0.001 }),
        grant('b-4', { awardDate: '2019-02-30' }),
        grant('b-5', { fundingOrganization: [{ id: 'GB-CHC-1', name: 'Somebody else' }] }),
        grant('b-6', { recipientOrganization: undefined, recipientIndividual: { id: 'x', name: 'A person' } }),
        grant('b-7', { currency: 'XXX', title: '\u202E', awardDate: '2999-01-01' }),
        { id: 7 },
        grant('b-10', { title: 'Coats, ask ama.mensah@people.example' }),
      ),
      true,
    );
    expect(answer['faults']).toEqual(
      [
        [2, 'id', 'ID_TWICE'],
        [3, 'amountAwarded', 'AMOUNT_NOT_AN_AMOUNT'],
        [4, 'amountAwarded', 'AMOUNT_NOT_AN_AMOUNT'],
        [5, 'awardDate', 'DAY_NOT_A_DATE'],
        [6, 'fundingOrganization/id', 'NOT_YOUR_GRANT'],
        [7, 'recipientIndividual', 'GIVEN_TO_A_PERSON'],
        [8, 'title', 'FIELD_MISSING'],
        [8, 'currency', 'CURRENCY_UNKNOWN'],
        [8, 'awardDate', 'DAY_AHEAD'],
        [9, 'id', 'FIELD_MISSING'],
        [9, 'title', 'FIELD_MISSING'],
        [9, 'recipientOrganization/name', 'FIELD_MISSING'],
        [9, 'recipientOrganization/id', 'FIELD_MISSING'],
        [9, 'currency', 'CURRENCY_UNKNOWN'],
        [9, 'awardDate', 'DAY_NOT_A_DATE'],
        [9, 'fundingOrganization/id', 'NOT_YOUR_GRANT'],
        [10, 'title', 'LOOKS_LIKE_PERSONAL_DATA'],
      ].map(([row, field, code]) => ({ row, field, code })),
    );
    expect(answer).toMatchObject({ added: 1 });
    const [{ people }] = await api.dataSource.query(
      `select count(*)::int as people from earlier_grants where recipient = 'A person' or title like '%ask%'`,
    );
    expect(people).toBe(0);
  });

  it('is also read as a spreadsheet with the standard’s titles', async () => {
    const { read } = await aPublisher();
    const csv = [
      'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name',
      'c-1,"Coats, again",Coats,GBP,99.99,2020-02-29,GB-CHC-1000002,The Coat Cupboard,GB-CHC-1099999,Ours',
    ].join('\r\n');
    expect(await read(csv, true)).toMatchObject({
      added: 1,
      preview: [{ grantId: 'c-1', amount: { minorUnits: '9999' } }],
    });
  });

  it('is refused where it is none, and to who does not act for the funder; nothing changed', async () => {
    const { read, organisation } = await aPublisher();
    const before = await api.dataSource.query('select count(*) from earlier_grants');
    for (const none of ['', 'Some words', '{"grants": 3}', '{"grants": []}', '{', '[1]', 'a,b\n1,2']) {
      expect(await read(none, true)).toEqual({ requirements: [{ code: 'NOT_A_FILE_OF_GRANTS' }] });
    }
    const stranger = await aPerson(api);
    const approver = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
    for (const viewer of [stranger, approver])
      expect(await read(file(grant('d-1')), true, viewer)).toEqual({ requirements: [{ code: 'ROLE_MISSING' }] });
    await givesUnder(organisation.id, null);
    expect(await read(file(grant('d-1')), true)).toEqual({ requirements: [{ code: 'NEITHER_PREFIX_NOR_NUMBER' }] });
    expect(await api.dataSource.query('select count(*) from earlier_grants')).toEqual(before);
  });

  it('stands beside its open offer for everybody, and can be taken back', async () => {
    const { read, organisation, maker } = await aPublisher();
    await read(file(grant('e-1')), true);
    const seen = async () => {
      const { data } = await api
        .as(nobody)
        .graphql<{ organisation: { earlierGrants: { nodes: unknown[] } } }>(
          `{ organisation(slug: "${organisation.slug}") { earlierGrants { nodes { grantId } } earlierGrantSums { grants } } }`,
        );
      return data.organisation;
    };
    expect(await seen()).toEqual({ earlierGrants: { nodes: [{ grantId: 'e-1' }] }, earlierGrantSums: [{ grants: 1 }] });
    const { errors } = await api
      .as(maker)
      .graphql(
        `mutation { removeEarlierGrants(input: { organisationId: "${organisation.globalId}" }) { __typename } }`,
      );
    expect(errors).toEqual([]);
    expect(await seen()).toEqual({ earlierGrants: { nodes: [] }, earlierGrantSums: [] });
  });
});
