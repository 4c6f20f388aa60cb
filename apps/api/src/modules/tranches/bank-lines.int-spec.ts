import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, brokenInvariants, codesOf, moneyStored, pledge } from '../../../test/support/funding.js';
import { aPerson, joins } from '../../../test/support/people.js';
import type { Viewer } from '../../platform/auth/index.js';
import { globalId } from '../../platform/database/index.js';
import { CloseDueRounds } from '../pledges/index.js';
import { CallTranche, RecordPayment } from './index.js';

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

const key = () => ({ idempotencyKey: randomUUID() });

/** A funder was asked for 10.00; `paid` records a payment of it. */
async function asked() {
  const round = await anOpenRound(api, { target: 1_000n, minutes: 30 });
  const funder = await aFunder(api);
  await pledge(api, funder, round.roundId, 1_000n);
  await api.moveClock(31);
  await api.app.get(CloseDueRounds).sweep();
  await api.app.get(CallTranche).execute(round.lead.admin, { roundId: round.roundId, position: 1, ...key() });
  const [{ id: partId }] = await api.dataSource.query(
    'select part.id from call_parts part join tranche_calls call on call.id = part.call_id where call.round_id = $1',
    [round.roundId],
  );
  const paid = async (amount: bigint, reference: string): Promise<string> => {
    const command = { partId, amount, currency: 'GBP', reference, paidOn: '2020-01-01', ...key() };
    const decision = await api.app.get(RecordPayment).execute(funder.maker, command);
    expect(codesOf(decision)).toEqual([]);
    return decision.ok ? decision.value.paymentId : '';
  };
  return { ...round, funder, partId: partId as string, paid };
}

interface Line {
  readonly line: number;
  readonly bookedOn: string;
  readonly direction: string;
  readonly amount: { readonly minorUnits: string; readonly currency: string };
  readonly reference: string;
  readonly payment: { readonly id: string } | null;
  readonly callPart: { readonly id: string } | null;
  readonly viewerCan: { readonly match: { readonly allowed: boolean; readonly requirements: { code: string }[] } };
}

async function look(viewer: Viewer, organisationId: string, file: string) {
  const { data, errors } = await api.as(viewer).graphql<{
    importBankLines: {
      statement?: { read: number; lines: Line[]; faults: unknown[] };
      requirements?: { code: string }[];
    };
  }>(
    `mutation ($input: ImportBankLinesInput!) { importBankLines(input: $input) {
      ... on ImportBankLinesPayload { statement { read faults { line code } lines { line bookedOn direction amount { minorUnits currency } reference
        payment { id } callPart { id } viewerCan { match { allowed requirements { code } } } } } }
      ... on Refusal { requirements { code } } } }`,
    { input: { organisationId, currency: 'GBP', file } },
  );
  expect(errors).toEqual([]);
  return data.importBankLines;
}

async function match(viewer: Viewer, organisationId: string, line: Line, more: object = {}) {
  const { bookedOn, direction, reference, amount, payment, callPart } = line;
  const input = {
    organisationId,
    bookedOn,
    direction,
    reference,
    amount: amount.minorUnits,
    currency: amount.currency,
    paymentId: payment?.id ?? null,
    callPartId: callPart?.id ?? null,
    ...key(),
    ...more,
  };
  const { data, errors } = await api.as(viewer).graphql<{
    matchBankLine: { payment?: { id: string; status: string }; requirements?: { code: string }[] };
  }>(
    `mutation ($input: MatchBankLineInput!) { matchBankLine(input: $input) {
      ... on MatchBankLinePayload { payment { id status } } ... on Refusal { requirements { code } } } }`,
    { input },
  );
  expect(errors).toEqual([]);
  return data.matchBankLine;
}

const statement = (...lines: string[]) => ['Date,Description,Amount', ...lines].join('\r\n');

it('suggests the arrival whose reference is exactly right; a person confirms it once, and only that line is kept', async () => {
  const { lead, paid } = await asked();
  const paymentId = await paid(1_000n, 'BACS 77');
  const before = await moneyStored(api);
  const file = statement(
    '02/01/2026,Rent of Ama Mensah,-600.00',
    '03/01/2026,bacs  77,10.00',
    '03/01/2026,BACS 777,10.00',
  );
  const { statement: read } = await look(lead.admin, lead.globalId, file);
  expect(read).toMatchObject({ read: 3, faults: [] });
  expect(read?.lines).toMatchObject([
    {
      line: 3,
      bookedOn: '2026-01-03',
      payment: { id: globalId('payment', paymentId) },
      viewerCan: { match: { allowed: true } },
    },
  ]);
  expect(await moneyStored(api)).toBe(before);

  const line = read!.lines[0]!;
  const once = key();
  expect((await match(lead.admin, lead.globalId, line, once)).payment).toMatchObject({ status: 'RECEIVED' });
  // The answer was lost and the page sends it again.
  expect((await match(lead.admin, lead.globalId, line, once)).payment).toMatchObject({ status: 'RECEIVED' });
  expect((await match(lead.admin, lead.globalId, line)).requirements).toEqual([{ code: 'NOTHING_EXPECTED' }]);
  const kept = await api.dataSource.query('select reference, amount_minor from bank_lines where organisation_id = $1', [
    lead.id,
  ]);
  expect(kept).toEqual([{ reference: 'bacs  77', amount_minor: '1000' }]);
  const [{ everything }] = await api.dataSource.query(
    `select string_agg(content::text, '') as everything from activity_contents`,
  );
  expect(everything).not.toContain('Mensah');
});

it('suggests to the funder the request that its transfer named, and records what it paid of it', async () => {
  const { funder, lead, partId } = await asked();
  const { globalId: own } = funder.organisation;
  const seen = async (viewer: Viewer) => {
    const { data } = await api
      .as(viewer)
      .graphql<{ node: { paymentReference: string | null } }>(
        `{ node(id: "${globalId('callpart', partId)}") { ... on CallPart { paymentReference } } }`,
      );
    return data.node.paymentReference;
  };
  const reference = await seen(funder.maker);
  expect(reference).toMatch(/^OI-[0-9A-F]{8}$/);
  expect([await seen(lead.admin), await seen(nobody)]).toEqual([reference, null]);

  const { statement: read } = await look(
    funder.maker,
    own,
    statement(`2026-01-02,${reference},-4.00`, `2026-01-02,${reference},-10.01`),
  );
  expect(read?.lines.map(({ viewerCan }) => viewerCan.match)).toEqual([
    { allowed: true, requirements: [] },
    { allowed: false, requirements: [{ code: 'AMOUNT_DIFFERS' }] },
  ]);
  const [part, tooMuch] = read!.lines;
  expect((await match(funder.maker, own, tooMuch!)).requirements).toEqual([{ code: 'AMOUNT_DIFFERS' }]);
  expect((await match(funder.maker, own, part!)).payment).toMatchObject({ status: 'RECORDED' });
  const [{ paid_minor: paidMinor }] = await api.dataSource.query('select paid_minor from call_parts where id = $1', [
    partId,
  ]);
  expect(paidMinor).toBe('400');
  // The rest is paid under the same reference: it is told, and not guessed to be the first once more.
  expect(
    (await match(funder.maker, own, { ...part!, amount: { minorUnits: '600', currency: 'GBP' } })).requirements,
  ).toEqual([{ code: 'REFERENCE_USED_BEFORE' }]);
});

it('is for who acts for the organisation, and believes no line that is not what was expected; nothing changed', async () => {
  const { lead, funder, paid } = await asked();
  await paid(1_000n, 'BACS 78');
  const file = statement('2026-01-03,BACS 78,10.00');
  const [line] = (await look(lead.admin, lead.globalId, file)).statement!.lines;
  const before = await moneyStored(api);
  const stranger = await aPerson(api);
  const approver = await joins(api, await aPerson(api), lead.id, 'APPROVER');
  for (const viewer of [stranger, approver, funder.maker]) {
    expect(await look(viewer, lead.globalId, file)).toEqual({ requirements: [{ code: 'ROLE_MISSING' }] });
    expect(await match(viewer, lead.globalId, line!)).toEqual({ requirements: [{ code: 'ROLE_MISSING' }] });
  }
  // The payer's own statement is not where it arrives.
  expect(await match(funder.maker, funder.organisation.globalId, line!)).toEqual({
    requirements: [{ code: 'NOTHING_EXPECTED' }],
  });
  expect(await match(lead.admin, lead.globalId, { ...line!, reference: 'BACS 79' })).toEqual({
    requirements: [{ code: 'REFERENCE_DIFFERS' }],
  });
  expect(await match(lead.admin, lead.globalId, { ...line!, direction: 'OUT' })).toEqual({
    requirements: [{ code: 'DIRECTION_DIFFERS' }],
  });
  const less = { ...line!, amount: { minorUnits: '999', currency: 'GBP' } };
  expect(await match(lead.admin, lead.globalId, less)).toEqual({ requirements: [{ code: 'AMOUNT_DIFFERS' }] });
  for (const none of ['', 'Some words', 'a,b,c\n1,2,3']) {
    const { requirements } = await look(lead.admin, lead.globalId, none);
    expect(new Set(requirements?.map(({ code }) => code))).toEqual(new Set(['COLUMN_MISSING']));
  }
  expect(await moneyStored(api)).toBe(before);
});
