import { randomUUID } from 'node:crypto';

import {
  CallTranche,
  ConfirmReceipt,
  MatchBankLine,
  RecordPayment,
  ReleaseRemainder,
  ReleaseUnpaidCall,
  ReversePayment,
} from '../../src/modules/tranches/index.js';
import {
  ApprovePledge,
  ChangePledge,
  CloseDueRounds,
  CloseFundingRound,
  PlacePledge,
  ReconfirmPledge,
  SetMatching,
  WithdrawPledge,
} from '../../src/modules/pledges/index.js';
import { WaiveObligation } from '../../src/modules/returns/application/waive-obligation.js';
import { ExtendFundingRound } from '../../src/modules/rounds/index.js';
import type { SignedInViewer } from '../../src/platform/auth/index.js';
import type { TestApi } from './api.js';
import { aFunder, anOpenRound, codesOf, pledge, type TestFunder, type TestRound } from './funding.js';
import { aPerson, anOrganisation, joins } from './people.js';

interface UseCase {
  execute(viewer: SignedInViewer, command: never): Promise<{ readonly ok: boolean }>;
}

/** One mutation that moves money, ready to be carried out: always the same request with the same key. */
export interface MoneyAct {
  readonly useCase: new (...args: never[]) => UseCase;
  readonly viewer: SignedInViewer;
  readonly command: Readonly<Record<string, unknown>>;
}

export function carryOut(api: TestApi, { useCase, viewer, command }: MoneyAct): Promise<{ readonly ok: boolean }> {
  return api.app.get<UseCase>(useCase).execute(viewer, command as never);
}

const DAY = 24 * 60;
const key = () => ({ idempotencyKey: randomUUID() });

/** Every mutation that moves money or promises it, by its name in the API. */
export const MONEY_ACTS: Readonly<Record<string, (api: TestApi) => Promise<MoneyAct>>> = {
  placePledge: async (api) => {
    const { roundId } = await anOpenRound(api);
    await matched(api, roundId);
    const { maker, mandateId } = await aFunder(api);
    const command = { roundId, mandateId, amount: 1_000n, currency: 'GBP', conditions: [], note: '', ...key() };
    return { useCase: PlacePledge, viewer: maker, command };
  },
  changePledge: async (api) => {
    const { funder, pledgeId } = await aPledge(api);
    const command = { pledgeId, amount: 2_000n, conditions: [], note: '', ...key() };
    return { useCase: ChangePledge, viewer: funder.maker, command };
  },
  approvePledge: async (api) => {
    const organisation = await anOrganisation(api, { kind: 'FOUNDATION', approvalThresholdMinor: 0n });
    const { pledgeId } = await aPledge(api, await aFunder(api, {}, organisation));
    const viewer = await joins(api, await aPerson(api), organisation.id, 'APPROVER');
    const [{ hash }] = await api.dataSource.query(
      `select encode(content_hash, 'hex') as hash from pledges where id = $1`,
      [pledgeId],
    );
    return { useCase: ApprovePledge, viewer, command: { pledgeId, contentHash: hash, ...key() } };
  },
  withdrawPledge: async (api) => {
    const { funder, pledgeId } = await aPledge(api);
    return { useCase: WithdrawPledge, viewer: funder.maker, command: { pledgeId, ...key() } };
  },
  setMatching: async (api) => {
    const { round } = await aPledge(api);
    const { maker, mandateId } = await aFunder(api);
    const command = { roundId: round.roundId, mandateId, percent: 100, most: 3_000n, note: '', ...key() };
    return { useCase: SetMatching, viewer: maker, command };
  },
  reconfirmPledge: async (api) => {
    const { round, funder, pledgeId } = await aPledge(api);
    const [{ now }] = await api.dataSource.query('select app_now() as now');
    const deadline = new Date(now.getTime() + 20 * DAY * 60_000);
    const ask = { roundId: round.roundId, deadline, reason: 'A board meets later.' };
    await api.app.get(ExtendFundingRound).execute(round.lead.admin, ask);
    return { useCase: ReconfirmPledge, viewer: funder.maker, command: { pledgeId, ...key() } };
  },
  closeFundingRound: async (api) => {
    const round = await anOpenRound(api, { target: 3_000n });
    await matched(api, round.roundId);
    for (let index = 0; index < 2; index += 1) await pledge(api, await aFunder(api), round.roundId, 1_000n);
    const command = { roundId: round.roundId, givingUpBecause: null, ...key() };
    return { useCase: CloseFundingRound, viewer: round.lead.admin, command };
  },
  callTranche: async (api) => {
    const { round } = await agreed(api);
    return {
      useCase: CallTranche,
      viewer: round.lead.admin,
      command: { roundId: round.roundId, position: 1, ...key() },
    };
  },
  recordPayment: async (api) => {
    const { funder, partId } = await called(api);
    return { useCase: RecordPayment, viewer: funder.maker, command: paymentOf(partId) };
  },
  confirmReceipt: async (api) => {
    const { round, paymentId } = await paid(api);
    return { useCase: ConfirmReceipt, viewer: round.lead.admin, command: { paymentId, ...key() } };
  },
  matchBankLine: async (api) => {
    const { round, paymentId: id } = await paid(api);
    const [{ reference, amount }] = await api.dataSource.query(
      'select reference, amount_minor as amount from payments where id = $1',
      [id],
    );
    const line = { bookedOn: '2026-01-02', direction: 'IN', reference, amount: BigInt(amount), currency: 'GBP' };
    const command = { organisationId: round.lead.id, kind: 'RECEIPT', id, ...line, ...key() };
    return { useCase: MatchBankLine, viewer: round.lead.admin, command };
  },
  reversePayment: async (api) => {
    const { funder, paymentId } = await paid(api);
    const command = { paymentId, reason: 'The account was closed.', ...key() };
    return { useCase: ReversePayment, viewer: funder.maker, command };
  },
  releaseRemainder: async (api) => {
    const { round, funder, pledgeId } = await agreed(api);
    const ask = { pledgeId, amount: 500n, reason: 'It cost less.' };
    await api.app.get(ReleaseRemainder).execute(funder.maker, { ...ask, ...key() });
    return { useCase: ReleaseRemainder, viewer: round.lead.admin, command: { ...ask, ...key() } };
  },
  releaseUnpaidCall: async (api) => {
    const { round, partId } = await called(api);
    await api.moveClock(61 * DAY);
    const command = { partId, reason: 'The funder was wound up.', ...key() };
    return { useCase: ReleaseUnpaidCall, viewer: round.lead.admin, command };
  },
  waiveObligation: async (api) => {
    const { round, funder } = await agreed(api);
    const [{ id }] = await api.dataSource.query('select id from obligations where round_id = $1', [round.roundId]);
    const command = {
      obligationId: id,
      organisationId: funder.organisation.id,
      answer: 'AGREES',
      reason: 'Another project made it.',
      ...key(),
    };
    return { useCase: WaiveObligation, viewer: funder.maker, command };
  },
};

async function matched(api: TestApi, roundId: string): Promise<void> {
  const { maker, mandateId } = await aFunder(api);
  await api.app.get(SetMatching).execute(maker, { roundId, mandateId, percent: 50, most: 2_000n, note: '', ...key() });
}

async function aPledge(api: TestApi, funder?: TestFunder) {
  const by = funder ?? (await aFunder(api));
  const round = await anOpenRound(api, { minutes: 7 * DAY });
  const placed = await pledge(api, by, round.roundId, 1_000n);
  if (!placed.ok) throw new Error(codesOf(placed).join());
  return { round, funder: by, pledgeId: placed.value.pledgeId };
}

async function agreed(api: TestApi): Promise<{ round: TestRound; funder: TestFunder; pledgeId: string }> {
  const round = await anOpenRound(api, { target: 1_000n, minutes: 30, tranches: [4_000, 6_000] });
  const funder = await aFunder(api);
  const placed = await pledge(api, funder, round.roundId, 1_000n);
  await api.moveClock(31);
  await api.app.get(CloseDueRounds).sweep();
  return { round, funder, pledgeId: placed.ok ? placed.value.pledgeId : '' };
}

async function called(api: TestApi) {
  const { round, funder } = await agreed(api);
  const { roundId, lead } = round;
  await api.app.get(CallTranche).execute(lead.admin, { roundId, position: 1, ...key() });
  const [{ id }] = await api.dataSource.query(
    'select part.id from call_parts part join tranche_calls call on call.id = part.call_id where call.round_id = $1',
    [roundId],
  );
  return { round, funder, partId: id as string };
}

async function paid(api: TestApi) {
  const { round, funder, partId } = await called(api);
  const recorded = await api.app.get(RecordPayment).execute(funder.maker, paymentOf(partId));
  if (!recorded.ok) throw new Error(codesOf(recorded).join());
  return { round, funder, paymentId: recorded.value.paymentId };
}

function paymentOf(partId: string) {
  const reference = `BACS ${randomUUID()}`;
  return { partId, amount: 400n, currency: 'GBP', reference, paidOn: '2020-01-01', ...key() };
}
