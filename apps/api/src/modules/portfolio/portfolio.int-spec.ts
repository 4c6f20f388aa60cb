import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import { anApi, nobody, type TestApi } from '../../../test/support/api.js';
import { aFunder, anOpenRound, brokenInvariants, codesOf, pledge } from '../../../test/support/funding.js';
import { aPerson } from '../../../test/support/people.js';
import type { SignedInViewer, Viewer } from '../../platform/auth/index.js';
import { globalId } from '../../platform/database/index.js';
import { CloseDueRounds } from '../pledges/index.js';
import { CallTranche, RecordPayment, ReleaseRemainder, ReleaseUnpaidCall } from '../tranches/index.js';
import { Books } from './application/books.js';

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

const DAY = 24 * 60;
const key = () => ({ idempotencyKey: randomUUID() });
const PLACES =
  '{ budget { minorUnits } available { minorUnits } pledged { minorUnits } committed { minorUnits } called { minorUnits } paid { minorUnits } }';
const YEAR = `{ atStart { minorUnits } agreed { minorUnits } paid { minorUnits } released { minorUnits } owed { minorUnits } conditional { minorUnits } pledged { minorUnits } }`;

/** Every amount of a selection of money as a plain number. */
function amounts(of: unknown): unknown {
  return JSON.parse(JSON.stringify(of), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('minorUnits' in value)) return value;
    return Number(value.minorUnits);
  });
}

async function ask<T>(viewer: Viewer, organisation: string, selection: string): Promise<T> {
  const { data, errors } = await api
    .as(viewer)
    .graphql<{ portfolio: T }>(`query ($slug: String!) { portfolio(organisation: $slug) ${selection} }`, {
      slug: organisation,
    });
  expect(errors).toEqual([]);
  return amounts(data.portfolio) as T;
}

const today = async () => {
  const [{ day }] = await api.dataSource.query(`select to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD') as day`);
  return day as string;
};

/** Two funders agree 600 and 400 to a round in two halves; the first half is asked for, and the first funder pays 200 of it. */
async function underWay() {
  const one = await aFunder(api, { budget: 5_000n });
  const other = await aFunder(api);
  const round = await anOpenRound(api, { target: 1_000n, minutes: 30, tranches: [5_000, 5_000] });
  await pledge(api, one, round.roundId, 600n);
  await pledge(api, other, round.roundId, 400n);
  await api.moveClock(31);
  await api.app.get(CloseDueRounds).sweep();
  await api.app.get(CallTranche).execute(round.lead.admin, { roundId: round.roundId, position: 1, ...key() });
  const [part] = await api.dataSource.query(
    `select part.id from call_parts part join pledges pledge on pledge.id = part.pledge_id where pledge.organisation_id = $1`,
    [one.organisation.id],
  );
  const paid = await api.app.get(RecordPayment).execute(one.maker, {
    partId: part.id,
    amount: 200n,
    currency: 'GBP',
    reference: `=BACS ${randomUUID()}`,
    paidOn: await today(),
    ...key(),
  });
  expect(codesOf(paid)).toEqual([]);
  return { ...round, one, other };
}

describe('a portfolio', () => {
  it('says where every penny of a budget is, and adds up', async () => {
    const { one } = await underWay();
    const open = await anOpenRound(api);
    await pledge(api, one, open.roundId, 150n);
    const { totals, offers, callsDue, returnsDue, promises } = await ask<{
      totals: Record<string, number>[];
      offers: unknown[];
      callsDue: unknown[];
      returnsDue: unknown[];
      promises: unknown;
    }>(
      one.maker,
      one.organisation.slug,
      `{ totals ${PLACES} offers ${PLACES} callsDue { outstanding { minorUnits } } returnsDue { id } promises { promised returned overdue } }`,
    );
    const [total] = totals;
    expect(total).toEqual({ budget: 5_000, available: 4_250, pledged: 150, committed: 300, called: 100, paid: 200 });
    expect(offers).toEqual([total]);
    expect(callsDue).toEqual([{ outstanding: 100 }]);
    expect(returnsDue).toHaveLength(1);
    expect(promises).toEqual({ promised: 1, returned: 0, overdue: 0 });
  });

  it('is for the members of the organisation: nobody else, neither page nor file', async () => {
    const { one, other } = await underWay();
    const { slug } = one.organisation;
    const stranger = await aPerson(api);
    for (const viewer of [other.maker, stranger]) expect(await ask(viewer, slug, '{ organisation { id } }')).toBeNull();
    const { errors } = await api.as(nobody).graphql(`{ portfolio(organisation: "${slug}") { organisation { id } } }`);
    expect(errors[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    for (const file of [
      'portfolio.csv',
      'ledger.csv?from=2020-01-01&to=2099-01-01',
      'year-end.csv?from=2020-01-01&to=2099-01-01',
    ]) {
      expect((await api.app.inject({ url: `/organisations/${slug}/${file}` })).statusCode).toBe(404);
    }
    await api.dataSource.query('update memberships set left_at = app_now() where person_id = $1', [
      one.maker.person.id,
    ]);
    expect(await ask(one.maker, slug, '{ organisation { id } }')).toBeNull();
  });
});

describe('the same money', () => {
  it('is one amount to the project, to each funder, to the public and in the file of grants, to the penny', async () => {
    const { one, other, lead, roundId } = await underWay();
    const prefixes = [one, other].map(({ organisation }, index) => [organisation.id, `360G-same${index}`]);
    for (const [id, prefix] of prefixes)
      await api.dataSource.query('update organisations set grants_prefix = $2 where id = $1', [id, prefix]);
    const document = `query ($id: ID!) { fundingRound(id: $id) { committed { minorUnits }
      pledges { organisation { id } amount { minorUnits } uncalled { minorUnits } called { minorUnits } paid { minorUnits } released { minorUnits } } } }`;
    interface Round {
      readonly fundingRound: {
        readonly committed: number;
        readonly pledges: readonly (Record<'amount' | 'uncalled' | 'called' | 'paid' | 'released', number> & {
          organisation: { id: string };
        })[];
      };
    }
    const seen = await Promise.all(
      [lead.admin, one.maker, other.maker, nobody].map(async (viewer) => {
        const { data } = await api.as(viewer).graphql(document, { id: globalId('round', roundId) });
        return amounts(data) as Round;
      }),
    );
    const [project, ...others] = seen;
    expect(others).toEqual([project, project, project]);
    const file = JSON.parse((await api.app.inject({ url: '/data/grants.360giving.json' })).body) as {
      grants: { id: string; amountAwarded: number; amountDisbursed: number }[];
    };
    for (const [index, funder] of [one, other].entries()) {
      const { totals } = await ask<{ totals: Record<string, number>[] }>(
        funder.maker,
        funder.organisation.slug,
        `{ totals ${PLACES} }`,
      );
      const pledged = project!.fundingRound.pledges.find(
        ({ organisation }) => organisation.id === funder.organisation.globalId,
      );
      expect(totals[0]).toMatchObject({ committed: pledged?.uncalled, called: pledged?.called, paid: pledged?.paid });
      const grant = file.grants.find(({ id }) => id.startsWith(`360G-same${index}-`));
      expect(grant).toMatchObject({ amountAwarded: pledged!.amount / 100, amountDisbursed: pledged!.paid / 100 });
    }
    expect(project?.fundingRound.committed).toBe(1_000);
  });
});

describe('a year', () => {
  it('books what was asked for as owed, what was not as conditional, and starts where the last one ended', async () => {
    const { one, roundId, lead } = await underWay();
    const first = await today();
    await api.moveClock(2 * DAY);
    const second = await today();
    await api.app.get(CallTranche).execute(lead.admin, { roundId, position: 2, ...key() });
    const year = (from: string, to: string, viewer: SignedInViewer = one.maker) =>
      ask<{ yearEnd: { totals: unknown; lines: { nodes: unknown } } }>(
        viewer,
        one.organisation.slug,
        `{ yearEnd(from: "${from}", to: "${to}") { totals ${YEAR} lines { nodes ${YEAR} } } }`,
      );
    const before = await year('2000-01-01', first);
    const ended = { atStart: 0, agreed: 600, paid: 200, released: 0, owed: 100, conditional: 300, pledged: 0 };
    expect(before.yearEnd).toEqual({ totals: [ended], lines: { nodes: [ended] } });
    const after = await year(second, second);
    expect(after.yearEnd.totals).toEqual([
      { atStart: 400, agreed: 0, paid: 0, released: 0, owed: 400, conditional: 0, pledged: 0 },
    ]);
  });

  it('shows what was let go, and every line adds up', async () => {
    const { one, lead } = await underWay();
    const [{ id: pledgeId }] = await api.dataSource.query('select id from pledges where organisation_id = $1', [
      one.organisation.id,
    ]);
    const release = { pledgeId, amount: 50n, reason: 'It cost less.' };
    expect(codesOf(await api.app.get(ReleaseRemainder).execute(one.maker, { ...release, ...key() }))).toEqual([]);
    expect(codesOf(await api.app.get(ReleaseRemainder).execute(lead.admin, { ...release, ...key() }))).toEqual([]);
    const { yearEnd } = await ask<{ yearEnd: { totals: Record<string, number>[] } }>(
      one.maker,
      one.organisation.slug,
      `{ yearEnd(from: "2000-01-01", to: "2099-12-31") { totals ${YEAR} } }`,
    );
    const [line] = yearEnd.totals;
    expect(line).toMatchObject({ agreed: 600, paid: 200, released: 50, owed: 100, conditional: 250 });
  });

  it('shows a payment request that was let go unpaid as let go, and no longer as owed', async () => {
    const { one, lead } = await underWay();
    const [{ id: partId }] = await api.dataSource.query(
      'select part.id from call_parts part join pledges pledge on pledge.id = part.pledge_id where pledge.organisation_id = $1',
      [one.organisation.id],
    );
    await api.moveClock(61 * DAY);
    const release = { partId, reason: 'The budget line was closed.', ...key() };
    expect(codesOf(await api.app.get(ReleaseUnpaidCall).execute(lead.admin, release))).toEqual([]);
    const { yearEnd, totals } = await ask<{ yearEnd: { totals: unknown }; totals: unknown }>(
      one.maker,
      one.organisation.slug,
      `{ totals ${PLACES} yearEnd(from: "2000-01-01", to: "2099-12-31") { totals ${YEAR} } }`,
    );
    expect(yearEnd.totals).toEqual([
      { atStart: 0, agreed: 600, paid: 200, released: 100, owed: 0, conditional: 300, pledged: 0 },
    ]);
    expect(totals).toEqual([{ budget: 5_000, available: 4_500, pledged: 0, committed: 300, called: 0, paid: 200 }]);
  });

  it('cannot end before it begins', async () => {
    const { organisation, maker } = await aFunder(api);
    const { errors } = await api
      .as(maker)
      .graphql(
        `{ portfolio(organisation: "${organisation.slug}") { yearEnd(from: "2026-02-01", to: "2026-01-31") { from } } }`,
      );
    expect(errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('the books', () => {
  const rowsOf = async (rows: AsyncIterable<Record<string, unknown>>) => {
    const found = [];
    for await (const row of rows) found.push(row);
    return found;
  };

  it('are the ledger of an organisation as a treasurer reads it: what, whose account, how much, what it left', async () => {
    const { one, lead } = await underWay();
    const books = api.app.get(Books);
    const period = { from: '2000-01-01', to: '2099-12-31' };
    const written = (rows: Record<string, unknown>[]) =>
      rows.map(({ what, as, account, amount, balanceAfter, currency }) =>
        [what, as, account, amount, balanceAfter, currency].join(' | '),
      );
    expect(written(await rowsOf(books.ledger(one.organisation.id, period)))).toMatchSnapshot('of a funder');
    expect(written(await rowsOf(books.ledger(lead.id, period)))).toMatchSnapshot('of who holds the money');
    const none = await rowsOf(books.ledger(one.organisation.id, { from: '2000-01-01', to: '2000-12-31' }));
    expect(none).toEqual([]);
    // Both sides of the payment read its reference; each sees the other by name.
    const reference = expect.stringContaining('=BACS');
    const payments = async (id: string) =>
      (await rowsOf(books.ledger(id, period))).filter(({ account }) => account === 'Paid' || account === 'Received');
    expect(await payments(one.organisation.id)).toMatchObject([{ reference, otherSide: lead.name, amount: '2.00' }]);
    expect(await payments(lead.id)).toMatchObject([{ reference, otherSide: one.organisation.name }]);
  });
});
