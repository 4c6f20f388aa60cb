import { sql, type Sql } from '../../../platform/database/index.js';
import {
  column,
  defineView,
  extendView,
  idOf,
  isoTime,
  money,
  moneyOf,
  time,
  type At,
} from '../../../platform/graphql/index.js';
import { isMember } from '../../mandates/index.js';
import { organisationView } from '../../organisations/index.js';
import { viewerView } from '../../people/index.js';
import { pledgeView } from '../../pledges/index.js';
import { fundingRoundView, trancheView } from '../../rounds/index.js';
import { requestReference } from './request-reference.js';

/** A payment's own reference is for the two organisations that the money went between. */
function forBothSides(at: At, value: Sql): Sql {
  const holder = sql`(select round.money_holder_organisation_id from call_parts part join tranche_calls call on call.id = part.call_id
    join funding_rounds round on round.id = call.round_id where part.id = ${at.col('call_part_id')})`;
  return sql`case when ${isMember(at, at.col('organisation_id'))} or ${isMember(at, holder)} then ${value} end`;
}

export const paymentView = defineView('Payment', {
  id: idOf('payment'),
  amount: money('amount_minor'),
  paidOn: (at) => sql`to_char(${at.col('paid_on')}, 'YYYY-MM-DD')`,
  status: column('status'),
  reference: (at) => forBothSides(at, at.col('reference')),
  recordedAt: time('recorded_at'),
  receivedAt: (at) => isoTime(at.col('received_at')),
  reversedAt: (at) => isoTime(at.col('reversed_at')),
  part: (at) => at.one(callPartView, (part) => sql`call_parts ${part} where ${part}.id = ${at.col('call_part_id')}`),
  viewerCan: (at) => sql`(
    select json_build_object('status', ${at.col('status')}, 'payerId', ${at.col('organisation_id')}, 'holderId', round.money_holder_organisation_id)
    from call_parts part join tranche_calls call on call.id = part.call_id join funding_rounds round on round.id = call.round_id
    where part.id = ${at.col('call_part_id')})`,
});

/** The currency of a part is that of its call. */
function ofPart(at: At, amount: Sql): Sql {
  return moneyOf(amount, sql`(select call.currency from tranche_calls call where call.id = ${at.col('call_id')})`);
}

export const callPartView = defineView('CallPart', {
  id: idOf('callpart'),
  pledge: (at) => at.one(pledgeView, (pledge) => sql`pledges ${pledge} where ${pledge}.id = ${at.col('pledge_id')}`),
  organisation: (at) =>
    at.one(
      organisationView,
      (funder) =>
        sql`organisations ${funder} where ${funder}.id = (select pledge.organisation_id from pledges pledge where pledge.id = ${at.col('pledge_id')})`,
    ),
  call: (at) => at.one(trancheCallView, (call) => sql`tranche_calls ${call} where ${call}.id = ${at.col('call_id')}`),
  amount: (at) => ofPart(at, at.col('amount_minor')),
  paid: (at) => ofPart(at, at.col('paid_minor')),
  outstanding: (at) =>
    ofPart(at, sql`(${at.col('amount_minor')} - ${at.col('paid_minor')} - ${at.col('released_minor')})`),
  released: (at) => ofPart(at, at.col('released_minor')),
  releaseReason: column('release_reason'),
  paymentReference: (at) => {
    const payer = sql`(select pledge.organisation_id from pledges pledge where pledge.id = ${at.col('pledge_id')})`;
    const holder = sql`(select round.money_holder_organisation_id from tranche_calls call join funding_rounds round on round.id = call.round_id
      where call.id = ${at.col('call_id')})`;
    return sql`case when ${isMember(at, payer)} or ${isMember(at, holder)} then ${requestReference(at.row)} end`;
  },
  payments: (at) =>
    at.many(
      paymentView,
      (payment) =>
        sql`payments ${payment} where ${payment}.call_part_id = ${at.col('id')} order by ${payment}.recorded_at, ${payment}.id`,
    ),
  viewerCan: (at) => sql`json_build_object(
    'organisationId', (select pledge.organisation_id from pledges pledge where pledge.id = ${at.col('pledge_id')}),
    'outstanding', (${at.col('amount_minor')} - ${at.col('paid_minor')} - ${at.col('released_minor')})::text,
    'currency', (select call.currency from tranche_calls call where call.id = ${at.col('call_id')}),
    'dueOn', (select to_char(call.due_on, 'YYYY-MM-DD') from tranche_calls call where call.id = ${at.col('call_id')}),
    'today', to_char((app_now() at time zone 'UTC')::date, 'YYYY-MM-DD'),
    'leadOrganisationId', (select round.lead_organisation_id from tranche_calls call join funding_rounds round on round.id = call.round_id
      where call.id = ${at.col('call_id')}))`,
});

export const trancheCallView = defineView('TrancheCall', {
  id: idOf('call'),
  position: column('position'),
  amount: money('amount_minor'),
  dueOn: (at) => sql`to_char(${at.col('due_on')}, 'YYYY-MM-DD')`,
  overdue: (at) => sql`(${at.col('due_on')} < (app_now() at time zone 'UTC')::date and exists (
    select from call_parts part where part.call_id = ${at.col('id')} and part.paid_minor + part.released_minor < part.amount_minor))`,
  calledAt: time('called_at'),
  fundingRound: (at) =>
    at.one(fundingRoundView, (round) => sql`funding_rounds ${round} where ${round}.id = ${at.col('round_id')}`),
  parts: (at) =>
    at.many(
      callPartView,
      (part) =>
        sql`call_parts ${part} where ${part}.call_id = ${at.col('id')} order by ${part}.amount_minor desc, ${part}.id`,
    ),
});

export const remainderReleaseView = defineView('RemainderRelease', {
  id: idOf('release'),
  amount: money('amount_minor'),
  reason: column('reason'),
  announcedAt: time('announced_at'),
  noticeEndsAt: (at) => isoTime(sql`(${at.col('announced_at')} + interval '30 days')`),
  releasedAt: (at) => isoTime(at.col('released_at')),
});

extendView(trancheView, {
  call: (at) =>
    at.one(
      trancheCallView,
      (call) =>
        sql`tranche_calls ${call} where ${call}.round_id = ${at.col('round_id')} and ${call}.position = ${at.col('position')}`,
    ),
  // The planned amounts and the permission follow from the whole round, so each instalment carries its facts.
  amount: (at) => roundFacts(at),
  viewerCan: (at) => roundFacts(at),
});

function roundFacts(at: At): Sql {
  return sql`(select json_build_object('position', ${at.col('position')}, 'status', round.status, 'currency', round.currency, 'leadOrganisationId', round.lead_organisation_id,
      'agreed', coalesce(round.committed_at_close_minor, round.target_minor)::text,
      'stopped', exists (select from ventures venture where venture.id = round.venture_id and venture.status = 'STOPPED'),
      'tranches', (select json_agg(json_build_object('position', t.position, 'title', t.title, 'basisPoints', t.basis_points) order by t.position)
        from round_tranches t where t.round_id = round.id),
      'called', (select coalesce(json_agg(c.position), '[]'::json) from tranche_calls c where c.round_id = round.id),
      'commitments', (select coalesce(json_agg(json_build_object('pledgeId', p.id, 'agreed', p.amount_minor::text, 'uncalled', coalesce(a.balance, 0)::text)), '[]'::json)
        from pledges p left join ledger_accounts a on a.owner_id = p.id and a.kind = 'COMMITTED'
        where p.round_id = round.id and p.status in ('COMMITTED', 'SETTLED')),
      'overdue', (select coalesce(json_agg(json_build_object('title', output.title, 'dueOn', to_char(promise.due_on, 'YYYY-MM-DD'), 'tranchePosition', promise.tranche_position)), '[]'::json)
        from obligations promise join agreement_outputs output on output.id = promise.agreement_output_id
        where promise.round_id = round.id and promise.tranche_position is not null
          and obligation_state(promise.state, promise.due_on, (app_now() at time zone 'UTC')::date) = 'OVERDUE'))
    from funding_rounds round where round.id = ${at.col('round_id')})`;
}

extendView(pledgeView, {
  releases: (at) =>
    at.many(
      remainderReleaseView,
      (release) =>
        sql`remainder_releases ${release} where ${release}.pledge_id = ${at.col('id')} order by ${release}.announced_at`,
    ),
});

extendView(viewerView, {
  approvalsWaiting: (at) =>
    at.many(
      pledgeView,
      (pledge) => sql`pledges ${pledge} where ${pledge}.status = 'AWAITING_APPROVAL' and exists (
        select from memberships own where own.organisation_id = ${pledge}.organisation_id and own.person_id = ${at.col('id')} and own.left_at is null)
        order by ${pledge}.updated_at, ${pledge}.id limit 100`,
    ),
  paymentsDue: (at) =>
    at.many(
      callPartView,
      (
        part,
      ) => sql`call_parts ${part} where ${part}.paid_minor + ${part}.released_minor < ${part}.amount_minor and exists (
        select from pledges pledge join memberships own on own.organisation_id = pledge.organisation_id
        where pledge.id = ${part}.pledge_id and own.person_id = ${at.col('id')} and own.left_at is null)
        order by ${part}.id limit 100`,
    ),
  receiptsToConfirm: (at) =>
    at.many(
      paymentView,
      (payment) => sql`payments ${payment} where ${payment}.status = 'RECORDED' and exists (
        select from call_parts part join tranche_calls call on call.id = part.call_id join funding_rounds round on round.id = call.round_id
          join memberships own on own.organisation_id = round.money_holder_organisation_id
        where part.id = ${payment}.call_part_id and own.person_id = ${at.col('id')} and own.left_at is null)
        order by ${payment}.recorded_at limit 100`,
    ),
});
