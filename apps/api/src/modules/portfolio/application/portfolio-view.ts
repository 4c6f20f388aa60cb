import { sql } from '../../../platform/database/index.js';
import { type At, BadUserInputError, defineView, extendView, money, moneyOf } from '../../../platform/graphql/index.js';
import { mandateView } from '../../mandates/index.js';
import { organisationView } from '../../organisations/index.js';
import { pledgeView } from '../../pledges/index.js';
import { obligationView, TODAY } from '../../returns/index.js';
import { callPartView } from '../../tranches/index.js';
import { moneyByCurrency, moneyByOffer, releasedOf } from './money-in-places.js';
import { type Period, yearEndByCurrency, yearEndByPledge } from './year-end.js';

const PLACES = {
  budget: money('budget_minor'),
  available: money('available_minor'),
  pledged: money('pledged_minor'),
  committed: money('committed_minor'),
  called: money('called_minor'),
  paid: money('paid_minor'),
};

const totalsView = defineView('PortfolioTotals', PLACES);

const offerView = defineView('PortfolioOffer', {
  mandate: (at) =>
    at.one(mandateView, (mandate) => sql`mandates ${mandate} where ${mandate}.id = ${at.col('mandate_id')}`),
  ...PLACES,
});

const OF_THE_YEAR = {
  atStart: money('at_start_minor'),
  agreed: money('agreed_minor'),
  paid: money('paid_minor'),
  released: money('released_minor'),
  owed: money('owed_minor'),
  conditional: money('conditional_minor'),
  pledged: money('pledged_minor'),
};

const yearEndTotalsView = defineView('YearEndTotals', OF_THE_YEAR);

const yearEndLineView = defineView('YearEndLine', {
  pledge: (at) => at.one(pledgeView, (pledge) => sql`pledges ${pledge} where ${pledge}.id = ${at.col('pledge_id')}`),
  ...OF_THE_YEAR,
});

/** Promises of the rounds that an organisation's money is agreed for. */
function promisesTo(at: At) {
  return sql`obligations promise where exists (select from pledges pledge where pledge.round_id = promise.round_id
    and pledge.organisation_id = ${at.col('id')} and pledge.status in ('COMMITTED', 'SETTLED'))`;
}

function periodOf(at: At): Period {
  const { from, to } = at.args as { readonly from: string; readonly to: string };
  if (from > to) throw new BadUserInputError(`The year ends (${to}) before it begins (${from}).`);
  return { from, to };
}

/** The portfolio is a way to look at an organisation, so its row is the organisation's. */
export const portfolioView = defineView('Portfolio', {
  organisation: (at) => at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('id')}`),
  totals: (at) => at.many(totalsView, (row) => sql`${moneyByCurrency(at.col('id'))} ${row} order by ${row}.currency`),
  offers: (at) =>
    at.many(
      offerView,
      (row) =>
        sql`${moneyByOffer(at.col('id'))} ${row} order by ${row}.status desc, ${row}.published_at desc, ${row}.mandate_id limit 200`,
    ),
  promises: (at) => sql`(
    select json_build_object('__typename', 'PortfolioPromises', 'promised', count(*)::int, 'returned', count(*) filter (where promise.state = 'VERIFIED')::int,
      'overdue', count(*) filter (where obligation_state(promise.state, promise.due_on, ${TODAY}) = 'OVERDUE')::int)
    from ${promisesTo(at)})`,
  approvalsWaiting: (at) =>
    at.many(
      pledgeView,
      (
        pledge,
      ) => sql`pledges ${pledge} where ${pledge}.organisation_id = ${at.col('id')} and ${pledge}.status = 'AWAITING_APPROVAL'
        order by ${pledge}.updated_at, ${pledge}.id limit 100`,
    ),
  callsDue: (at) =>
    at.many(
      callPartView,
      (part) => sql`call_parts ${part} join tranche_calls asked on asked.id = ${part}.call_id
        where ${part}.paid_minor + ${part}.released_minor < ${part}.amount_minor
          and exists (select from pledges pledge where pledge.id = ${part}.pledge_id and pledge.organisation_id = ${at.col('id')})
        order by asked.due_on, ${part}.id limit 100`,
    ),
  returnsDue: (at) =>
    at.many(
      obligationView,
      (promise) => sql`obligations ${promise} where ${promise}.state not in ('VERIFIED', 'WAIVED', 'DISCHARGED')
        and exists (select from pledges pledge where pledge.round_id = ${promise}.round_id
          and pledge.organisation_id = ${at.col('id')} and pledge.status in ('COMMITTED', 'SETTLED'))
        order by ${promise}.due_on, ${promise}.id limit 100`,
    ),
  yearEnd: (at) => {
    const period = periodOf(at);
    const organisation = at.col('id');
    return at.embed({
      from: () => sql`${period.from}::text`,
      to: () => sql`${period.to}::text`,
      totals: (inner) =>
        inner.many(
          yearEndTotalsView,
          (row) => sql`${yearEndByCurrency(organisation, period)} ${row} order by ${row}.currency`,
        ),
      lines: (inner) =>
        inner.page(yearEndLineView, {
          from: (row) => sql`${yearEndByPledge(organisation, period)} ${row}`,
          where: () => [],
          order: (row) => ({ direction: 'asc', by: [{ expression: sql`${row}.pledge_id`, type: 'uuid' }] }),
          args: inner.args,
        }),
    });
  },
});

extendView(pledgeView, {
  released: (at) => moneyOf(releasedOf(at.col('id')), at.col('currency')),
  promises: (at) => sql`(
    select json_build_object('__typename', 'PledgePromises', 'promised', count(*)::int, 'returned', count(*) filter (where promise.state = 'VERIFIED')::int)
    from obligations promise where promise.round_id = ${at.col('round_id')} and ${at.col('status')} in ('COMMITTED', 'SETTLED'))`,
});
