import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seededRandom } from '@openimpact/builders';

import { anApi, type TestApi } from '../../../test/support/api.js';
import {
  aFunder,
  anOpenRound,
  brokenInvariants,
  codesOf,
  pledge,
  type TestFunder,
} from '../../../test/support/funding.js';
import { isFullSize } from '../../../test/support/killed-process.js';
import { CloseDueRounds, SetMatching, WithdrawPledge } from '../pledges/index.js';
import { CallTranche, ConfirmReceipt, RecordPayment, ReleaseRemainder, ReversePayment } from './index.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(async () => {
  await api.close();
});

const STEPS = isFullSize ? 500 : 25;
const TARGET = 20_000n;
const key = () => ({ idempotencyKey: randomUUID() });

/** What a funder holds in the round while it is open: an amount, or a percentage of everybody’s amounts up to a most. */
type Held = { readonly pledgeId: string } & (
  | { readonly amount: bigint }
  | { readonly percent: bigint; readonly most: bigint }
);

/** What each is worth, in the order in which they came: said here once more, without a line of the rules. */
function worth(held: ReadonlyMap<number, Held>): Map<number, bigint> {
  const of = new Map<number, bigint>();
  for (const [funder, one] of held) if ('amount' in one) of.set(funder, one.amount);
  const given = [...of.values()].reduce((sum, amount) => sum + amount, 0n);
  let room = TARGET - given;
  for (const [funder, one] of held) {
    if ('amount' in one) continue;
    let match = (given * one.percent) / 100n;
    if (match > one.most) match = one.most;
    if (match > room) match = room;
    of.set(funder, match);
    room -= match;
  }
  return of;
}

const sum = (amounts: Iterable<bigint>) => [...amounts].reduce((total, amount) => total + amount, 0n);

it('R11: random histories of pledges, matches, instalments, payments and releases are what a model in memory says', async () => {
  const seed = process.env['OPENIMPACT_TEST_SEED'] ?? randomUUID();
  const random = seededRandom(seed);
  const makers: TestFunder[] = [];
  for (let index = 0; index < 4; index += 1) makers.push(await aFunder(api));
  const tranches = [3_333, 3_333, 3_334];
  const round = await anOpenRound(api, { target: TARGET, minimum: 1n, minutes: 60, tranches });
  const { roundId, lead } = round;

  // While it is open.
  const held = new Map<number, Held>();
  for (let step = 0; step < STEPS; step += 1) {
    const funder = random.between(0, makers.length - 1);
    const maker = makers[funder]!;
    const before = held.get(funder);
    if (before) {
      const withdrawn = await api.app.get(WithdrawPledge).execute(maker.maker, { pledgeId: before.pledgeId, ...key() });
      expect({ seed, step, codes: codesOf(withdrawn) }).toEqual({ seed, step, codes: [] });
      held.delete(funder);
    } else if (random.next() < 0.4) {
      const match = { percent: random.between(1, 200), most: BigInt(random.between(1, 8_000)) };
      const command = { roundId, mandateId: maker.mandateId, ...match, note: '', ...key() };
      const set = await api.app.get(SetMatching).execute(maker.maker, command);
      expect({ seed, step, codes: codesOf(set) }).toEqual({ seed, step, codes: [] });
      if (set.ok) held.set(funder, { pledgeId: set.value.pledgeId, percent: BigInt(match.percent), most: match.most });
    } else {
      const amount = BigInt(random.between(1, 7_000));
      const placed = await pledge(api, maker, roundId, amount);
      const fits = sum(worth(held).values()) + amount <= TARGET;
      expect({ seed, step, ok: placed.ok }).toEqual({ seed, step, ok: fits });
      if (placed.ok) held.set(funder, { pledgeId: placed.value.pledgeId, amount });
    }
    const rows: { id: string; amount: string }[] = await api.dataSource.query(
      `select id, amount_minor::text as amount from pledges where round_id = $1 and status = 'PLEDGED'`,
      [roundId],
    );
    const expected = worth(held);
    expect({ seed, step, amounts: new Map(rows.map(({ id, amount }) => [id, BigInt(amount)])) }).toEqual({
      seed,
      step,
      amounts: new Map([...held].map(([one, { pledgeId }]) => [pledgeId, expected.get(one)])),
    });
  }
  // Somebody is in it at the end, whatever chance did.
  if (![...held.values()].some((one) => 'amount' in one)) {
    const last = makers.length;
    makers.push(await aFunder(api));
    const placed = await pledge(api, makers[last]!, roundId, 1n);
    if (placed.ok) held.set(last, { pledgeId: placed.value.pledgeId, amount: 1n });
  }

  // After it closed: what is agreed, asked for, paid and let go of each.
  const books = new Map(
    [...worth(held)]
      .filter(([, amount]) => amount > 0n)
      .map(([funder, amount]) => [
        held.get(funder)!.pledgeId,
        { funder: makers[funder]!, agreed: amount, uncalled: amount, called: 0n, paid: 0n },
      ]),
  );
  await api.moveClock(61);
  await api.app.get(CloseDueRounds).sweep();
  const payments: { readonly id: string; readonly pledgeId: string; readonly amount: bigint; received: boolean }[] = [];
  const parts: { readonly id: string; readonly pledgeId: string }[] = [];
  let called = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const chance = random.next();
    if (chance < 0.15 && called < tranches.length) {
      const left = sum([...books.values()].map(({ uncalled }) => uncalled));
      const asked = await api.app.get(CallTranche).execute(lead.admin, { roundId, position: called + 1, ...key() });
      if (asked.ok) {
        called += 1;
        const rows: { id: string; pledge: string; amount: string }[] = await api.dataSource.query(
          `select part.id, part.pledge_id as pledge, part.amount_minor::text as amount from call_parts part join tranche_calls call on call.id = part.call_id
           where call.round_id = $1 and call.position = $2`,
          [roundId, called],
        );
        for (const { id, pledge: pledgeId, amount } of rows) {
          const book = books.get(pledgeId)!;
          parts.push({ id, pledgeId });
          book.uncalled -= BigInt(amount);
          book.called += BigInt(amount);
        }
        // The last instalment asks for all that is left.
        if (called === tranches.length) expect(sum([...books.values()].map(({ uncalled }) => uncalled))).toBe(0n);
      } else
        expect({ seed, step, codes: codesOf(asked), left }).toEqual({
          seed,
          step,
          codes: ['NOTHING_LEFT_TO_CALL'],
          left: 0n,
        });
    } else if (chance < 0.55 && parts.length > 0) {
      const { id: partId, pledgeId } = parts[random.between(0, parts.length - 1)]!;
      const book = books.get(pledgeId)!;
      const amount = BigInt(random.between(1, 3_000));
      const [{ open }] = await api.dataSource.query(
        'select amount_minor - paid_minor as open from call_parts where id = $1',
        [partId],
      );
      const payment = { partId, amount, currency: 'GBP', reference: randomUUID(), paidOn: '2020-01-01', ...key() };
      const paid = await api.app.get(RecordPayment).execute(book.funder.maker, payment);
      expect({ seed, step, ok: paid.ok }).toEqual({ seed, step, ok: amount <= BigInt(open) });
      if (paid.ok) {
        payments.push({ id: paid.value.paymentId, pledgeId, amount, received: false });
        book.called -= amount;
        book.paid += amount;
      }
    } else if (chance < 0.75 && payments.length > 0) {
      const [payment] = payments.splice(random.between(0, payments.length - 1), 1);
      const book = books.get(payment!.pledgeId)!;
      if (random.next() < 0.5) {
        await api.app.get(ConfirmReceipt).execute(lead.admin, { paymentId: payment!.id, ...key() });
        payments.push({ ...payment!, received: true });
      } else {
        const back = { paymentId: payment!.id, reason: 'The account was closed.', ...key() };
        expect(codesOf(await api.app.get(ReversePayment).execute(book.funder.maker, back))).toEqual([]);
        book.called += payment!.amount;
        book.paid -= payment!.amount;
      }
    } else {
      const [pledgeId, book] = [...books][random.between(0, books.size - 1)]!;
      if (book.uncalled === 0n) continue;
      const amount = BigInt(random.between(1, Number(book.uncalled)));
      const release = { pledgeId, amount, reason: 'It cost less.' };
      expect(codesOf(await api.app.get(ReleaseRemainder).execute(book.funder.maker, { ...release, ...key() }))).toEqual(
        [],
      );
      expect(codesOf(await api.app.get(ReleaseRemainder).execute(lead.admin, { ...release, ...key() }))).toEqual([]);
      book.uncalled -= amount;
    }
    const rows: Record<string, string>[] = await api.dataSource.query(
      `select p.id, coalesce(sum(a.balance) filter (where a.kind = 'COMMITTED'), 0)::text as uncalled,
         coalesce(sum(a.balance) filter (where a.kind = 'CALLED'), 0)::text as called, coalesce(sum(a.balance) filter (where a.kind = 'PAID'), 0)::text as paid
       from pledges p join ledger_accounts a on a.owner_id = p.id where p.round_id = $1 and p.status in ('COMMITTED', 'SETTLED') group by p.id`,
      [roundId],
    );
    const stored = new Map(rows.map(({ id, ...book }) => [id, book]));
    const model = new Map(
      [...books].map(([id, { uncalled, called: asked, paid }]) => [
        id,
        { uncalled: uncalled.toString(), called: asked.toString(), paid: paid.toString() },
      ]),
    );
    expect({ seed, step, stored }).toEqual({ seed, step, stored: model });
  }
  expect({ seed, broken: await brokenInvariants(api) }).toEqual({ seed, broken: [] });
});
