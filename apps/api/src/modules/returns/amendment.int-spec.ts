import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import {
  aFunder,
  anOpenRound,
  brokenInvariants,
  codesOf,
  moneyStored,
  pledge,
  type TestRound,
} from '../../../test/support/funding.js';
import type { SignedInViewer } from '../../platform/auth/index.js';
import { globalId, newId } from '../../platform/database/index.js';
import { CloseDueRounds } from '../pledges/index.js';
import { AmendAgreement } from './application/amend-agreement.js';

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

interface Output {
  readonly title: string;
  readonly days: number;
}

/** A round that two funders paid into, for “The reminder service” within 30 days. */
async function agreed() {
  const round = await anOpenRound(api, { target: 2_000n, minutes: 30 });
  const funders = [await aFunder(api), await aFunder(api)] as const;
  for (const funder of funders) await pledge(api, funder, round.roundId, 1_000n);
  await api.moveClock(31);
  await api.app.get(CloseDueRounds).sweep();
  return { round, funders };
}

/** Another version, signed by the lead organisation as it would be through the draft. */
async function signed({ ideaId, lead }: TestRound, outputs: readonly Output[]): Promise<string> {
  const query = (text: string, values: unknown[]) => api.dataSource.query(text, values);
  const id = newId();
  await query(
    `update commons_agreements set status = 'SUPERSEDED', superseded_at = app_now() where idea_id = $1 and status = 'SIGNED'`,
    [ideaId],
  );
  await query(
    `insert into commons_agreements (id, idea_id, version, revision, status, drafted_at) values ($1, $2, 2, 1, 'DRAFT', app_now())`,
    [id, ideaId],
  );
  for (const [index, { title, days }] of outputs.entries()) {
    await query(
      `insert into agreement_outputs (id, agreement_id, position, kind, title, licence_condition, due_after_days, tranche_position)
       values ($1, $2, $3, 'SOFTWARE', $4, 'OPEN', $5, 1)`,
      [newId(), id, index + 1, title, days],
    );
  }
  await query(
    `update commons_agreements set status = 'SIGNED', signed_by_person_id = $2, signed_for_organisation_id = $3, signed_at = app_now() where id = $1`,
    [id, lead.admin.person.id, lead.id],
  );
  return id;
}

const amend = (
  viewer: SignedInViewer,
  roundId: string,
  agreementId: string,
  organisationId: string,
  more: { readonly answer?: 'AGREES' | 'DISSENTS'; readonly reason?: string | null } = {},
) =>
  api.app.get(AmendAgreement).execute(viewer, {
    roundId,
    agreementId,
    organisationId,
    answer: more.answer ?? 'AGREES',
    reason: more.reason === undefined ? 'It takes longer than we thought.' : more.reason,
    idempotencyKey: randomUUID(),
  });
const promises = async (roundId: string): Promise<string[]> =>
  (
    await api.dataSource.query(
      `select output.title || ' in ' || (promise.due_on - promise.promised_at::date) || ' days: ' || promise.state as line
       from obligations promise join agreement_outputs output on output.id = promise.agreement_output_id where promise.round_id = $1 order by 1`,
      [roundId],
    )
  ).map((row: { line: string }) => row.line);

it('follows the new version when the lead proposed it and every funder agreed, and keeps the old one readable', async () => {
  const { round, funders } = await agreed();
  const { roundId, lead } = round;
  expect(await promises(roundId)).toEqual(['The reminder service in 30 days: PROMISED']);
  const next = await signed(round, [
    { title: 'The reminder service', days: 90 },
    { title: 'A guide for carers', days: 120 },
  ]);
  const money = await moneyStored(api);
  expect(codesOf(await amend(funders[0].maker, roundId, next, funders[0].organisation.id))).toEqual([
    'AMENDMENT_NOT_PROPOSED',
  ]);
  expect(codesOf(await amend(lead.admin, roundId, next, lead.id, { reason: ' ' }))).toEqual(['TEXT_MISSING']);
  expect(await moneyStored(api)).toBe(money);
  expect(codesOf(await amend(lead.admin, roundId, next, lead.id))).toEqual([]);
  expect(codesOf(await amend(funders[0].maker, roundId, next, funders[0].organisation.id, { reason: null }))).toEqual(
    [],
  );
  expect(codesOf(await amend(funders[0].maker, roundId, next, funders[0].organisation.id))).toEqual([
    'AMENDMENT_ANSWERED_BEFORE',
  ]);
  expect(await promises(roundId)).toEqual(['The reminder service in 30 days: PROMISED']);
  expect(codesOf(await amend(funders[1].maker, roundId, next, funders[1].organisation.id, { reason: null }))).toEqual(
    [],
  );
  expect(await promises(roundId)).toEqual([
    'A guide for carers in 120 days: PROMISED',
    'The reminder service in 90 days: PROMISED',
  ]);
  const document = `query ($id: ID!) { fundingRound(id: $id) { amendments { status reason from { version } to { version } words { answer organisation { name } } } } }`;
  const { data } = await api.as(nobody).graphql(document, { id: globalId('round', roundId) });
  expect(data).toMatchObject({
    fundingRound: {
      amendments: [{ status: 'AGREED', from: { version: 1 }, to: { version: 2 }, words: [{}, {}] }],
    },
  });
});

it('lets go of what the new version leaves out, and ends with one dissent, which says why', async () => {
  const { round, funders } = await agreed();
  const { roundId, lead } = round;
  const next = await signed(round, [{ title: 'A guide for carers', days: 60 }]);
  expect(codesOf(await amend(lead.admin, roundId, next, lead.id))).toEqual([]);
  const dissent = { answer: 'DISSENTS', reason: '' } as const;
  expect(codesOf(await amend(funders[0].maker, roundId, next, funders[0].organisation.id, dissent))).toEqual([
    'TEXT_MISSING',
  ]);
  const said = { answer: 'DISSENTS', reason: 'We paid for the service.' } as const;
  expect(codesOf(await amend(funders[0].maker, roundId, next, funders[0].organisation.id, said))).toEqual([]);
  expect(await promises(roundId)).toEqual(['The reminder service in 30 days: PROMISED']);
  // Proposed again, agreed by both.
  expect(codesOf(await amend(lead.admin, roundId, next, lead.id))).toEqual([]);
  for (const funder of funders) {
    expect(codesOf(await amend(funder.maker, roundId, next, funder.organisation.id))).toEqual([]);
  }
  expect(await promises(roundId)).toEqual([
    'A guide for carers in 60 days: PROMISED',
    'The reminder service in 30 days: WAIVED',
  ]);
});

it('is nobody else’s, and needs a signed version', async () => {
  const { round, funders } = await agreed();
  const stranger = await aFunder(api);
  const { roundId, lead } = round;
  const [{ agreement_id: present }] = await api.dataSource.query(
    'select agreement_id from funding_rounds where id = $1',
    [roundId],
  );
  expect(codesOf(await amend(stranger.maker, roundId, present, stranger.organisation.id))).toEqual(['NOT_A_PARTY']);
  expect(codesOf(await amend(stranger.maker, roundId, present, funders[0].organisation.id))).toEqual(['NOT_A_PARTY']);
  expect(codesOf(await amend(lead.admin, roundId, present, lead.id))).toEqual(['OTHER_VERSION_NOT_SIGNED']);
});
