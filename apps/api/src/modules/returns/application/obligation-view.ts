import { DUE_WITHIN_DAYS, PUBLIC_GRACE_DAYS } from '@openimpact/domain';

import { raw, sql, type Sql } from '../../../platform/database/index.js';
import {
  type At,
  column,
  defineView,
  extendView,
  idOf,
  isoTime,
  moneyOf,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { agreementOutputView, day } from '../../agreements/index.js';
import { componentView } from '../../components/index.js';
import { ideaView } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView, viewerView } from '../../people/index.js';
import { uploadView } from '../../uploads/index.js';
import { ventureView } from '../../ventures/index.js';
import { fundersOf, tiesTo } from './facts.js';

/** The day by the database's clock. */
export const TODAY = sql`(app_now() at time zone 'UTC')::date`;

const person =
  (name: string): ViewField =>
  (at) =>
    at.one(personView, (row) => sql`people ${row} where ${row}.id = ${at.col(name)}`);

const organisation: ViewField = (at) =>
  at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('organisation_id')}`);

/** A column of the agreed output behind a promise. */
const agreed =
  (name: string): ViewField =>
  (at) =>
    sql`(select a.${raw(name)} from agreement_outputs a where a.id = ${at.col('agreement_output_id')})`;

const builtOnView = defineView('BuiltOn', {
  component: (at) => at.one(componentView, (row) => sql`components ${row} where ${row}.id = ${at.col('component_id')}`),
  licence: column('licence'),
});

export const returnView = defineView('Return', {
  id: idOf('return'),
  number: column('number'),
  title: column('title'),
  summary: column('summary'),
  address: column('address'),
  text: column('body'),
  release: column('release'),
  files: (at) =>
    at.many(
      uploadView,
      (row) =>
        sql`uploads ${row} join return_files of on of.upload_id = ${row}.id where of.return_id = ${at.col('id')} order by ${row}.name, ${row}.id`,
    ),
  addressSeen: column('address_seen'),
  addressSeenAt: (at) => isoTime(at.col('address_seen_at')),
  licence: column('licence'),
  language: column('language'),
  consent: column('consent'),
  anonymised: column('anonymised'),
  method: column('method'),
  studiedOn: (at) => day(at.col('studied_on')),
  sample: column('sample'),
  confidence: column('confidence'),
  withdrawalContact: column('withdrawal_contact'),
  contentHash: (at) => sql`encode(${at.col('content_hash')}, 'hex')`,
  verdict: column('verdict'),
  verdictRule: column('verdict_rule'),
  verdictReason: column('verdict_reason'),
  builtOn: (at) =>
    at.many(
      builtOnView,
      (row) =>
        sql`return_components ${row} join components c on c.id = ${row}.component_id where ${row}.return_id = ${at.col('id')} order by c.name, c.id`,
    ),
  submittedBy: person('submitted_by_id'),
  submittedAt: time('submitted_at'),
  decision: column('decision'),
  decidedBy: person('decided_by_id'),
  decidedAt: (at) => isoTime(at.col('decided_at')),
  decisionReason: column('decision_reason'),
  obligation: (at) =>
    at.one(obligationView, (row) => sql`obligations ${row} where ${row}.id = ${at.col('obligation_id')}`),
});

const waiverAnswerView = defineView('WaiverAnswer', {
  organisation,
  answer: column('answer'),
  reason: column('reason'),
  answeredAt: time('answered_at'),
});

const waiverView = defineView('Waiver', {
  status: column('status'),
  reason: column('reason'),
  proposedAt: time('proposed_at'),
  decidedAt: (at) => isoTime(at.col('decided_at')),
  reminders: column('reminders'),
  release: (at) =>
    moneyOf(
      at.col('release_minor'),
      sql`(select r.currency from obligations o join funding_rounds r on r.id = o.round_id where o.id = ${at.col('obligation_id')})`,
    ),
  answers: (at) =>
    at.many(
      waiverAnswerView,
      (row) => sql`waiver_answers ${row} where ${row}.waiver_id = ${at.col('id')} order by ${row}.answered_at`,
    ),
  waitingFor: (at) =>
    at.many(
      organisationView,
      (row) => sql`organisations ${row} where ${at.col('status')} = 'OPEN'
        and ${row}.id in (${fundersOf(sql`(select o.round_id from obligations o where o.id = ${at.col('obligation_id')})`)})
        and not exists (select from waiver_answers x where x.waiver_id = ${at.col('id')} and x.organisation_id = ${row}.id) order by ${row}.name`,
    ),
});

/** What permissions ask, for the person who looks. */
function permissionFacts(at: At): Sql {
  const personId = at.viewer.person?.id ?? null;
  return sql`(select json_build_object('record', ${at.col('state')}, 'today', ${day(TODAY)},
    'ties', ${tiesTo(at.row, personId)},
    'submittedOn', (select ${day(sql`r.submitted_at at time zone 'UTC'`)} from returns r
      where r.obligation_id = ${at.col('id')} and r.decision is null),
    'answersFor', array(select m.organisation_id from memberships m where m.person_id = ${personId} and m.left_at is null
      and m.roles && array['ADMIN', 'APPROVER'] and m.organisation_id in (${fundersOf(at.col('round_id'))})
      and not exists (select from waiver_answers a join waivers w on w.id = a.waiver_id
        where w.obligation_id = ${at.col('id')} and w.status = 'OPEN' and a.organisation_id = m.organisation_id))))`;
}

/** Who a promise concerns: the project's members, its coordinating team, those whose money it is, and stewards. */
function concerns(at: At): Sql {
  const personId = at.viewer.person?.id ?? null;
  if (personId === null) return raw('false');
  if (at.viewer.person?.steward) return raw('true');
  return sql`(exists (select from venture_team t where t.venture_id = ${at.col('venture_id')} and t.person_id = ${personId})
    or exists (select from memberships m where m.person_id = ${personId} and m.left_at is null
      and (m.organisation_id in (select v.organisation_id from venture_members v where v.venture_id = ${at.col('venture_id')})
        or m.organisation_id in (${fundersOf(at.col('round_id'))}))))`;
}

/** How a promise stands. In the first days after its date it is late only to those it concerns. */
function stateAsSeen(at: At): Sql {
  const state = sql`obligation_state(${at.col('state')}, ${at.col('due_on')}, ${TODAY})`;
  return sql`case when ${state} = 'OVERDUE' and ${at.col('due_on')} >= ${TODAY} - ${PUBLIC_GRACE_DAYS}::int and not ${concerns(at)}
    then case when ${at.col('state')} = 'PROMISED' then 'DUE' else ${at.col('state')} end else ${state} end`;
}

/** Every promise is public, and so is everything submitted for it. */
export const obligationView = defineView('Obligation', {
  id: idOf('obligation'),
  kind: agreed('kind'),
  title: agreed('title'),
  description: agreed('description'),
  licenceCondition: agreed('licence_condition'),
  output: (at) =>
    at.one(
      agreementOutputView,
      (row) => sql`agreement_outputs ${row} where ${row}.id = ${at.col('agreement_output_id')}`,
    ),
  state: stateAsSeen,
  dueOn: (at) => day(at.col('due_on')),
  daysLeft: (at) => sql`${at.col('due_on')} - ${TODAY}`,
  tranchePosition: column('tranche_position'),
  currency: (at) => sql`(select r.currency from funding_rounds r where r.id = ${at.col('round_id')})`,
  promisedAt: time('promised_at'),
  settledAt: (at) => isoTime(at.col('settled_at')),
  reopenedBecause: column('reopened_because'),
  reopenedAt: (at) => isoTime(at.col('reopened_at')),
  idea: (at) => at.one(ideaView, (row) => sql`ideas ${row} where ${row}.id = ${at.col('idea_id')}`),
  venture: (at) => at.one(ventureView, (row) => sql`ventures ${row} where ${row}.id = ${at.col('venture_id')}`),
  returns: (at) =>
    at.many(
      returnView,
      (row) => sql`returns ${row} where ${row}.obligation_id = ${at.col('id')} order by ${row}.number desc limit 100`,
    ),
  expectedComponents: (at) =>
    at.many(
      componentView,
      (row) => sql`components ${row} where ${row}.id in
        (select f.component_id from reuse_offers f where f.idea_id = ${at.col('idea_id')} and f.status = 'ACCEPTED') order by ${row}.name`,
    ),
  waiver: (at) =>
    at.one(
      waiverView,
      (row) => sql`waivers ${row} where ${row}.obligation_id = ${at.col('id')} order by ${row}.proposed_at desc`,
    ),
  viewerCan: permissionFacts,
});

extendView(ventureView, {
  obligations: (at) =>
    at.many(
      obligationView,
      (row) =>
        sql`obligations ${row} where ${row}.venture_id = ${at.col('id')} order by ${row}.due_on, ${row}.id limit 200`,
    ),
  obligationsSettled: (at) =>
    sql`(select count(*)::int from obligations o where o.venture_id = ${at.col('id')} and o.state in ('VERIFIED', 'WAIVED', 'DISCHARGED'))`,
  obligationsDueSoon: (at) =>
    sql`(select count(*)::int from obligations o where o.venture_id = ${at.col('id')}
      and o.state in ('PROMISED', 'CHANGES_REQUESTED', 'REOPENED') and o.due_on <= ${TODAY} + ${DUE_WITHIN_DAYS}::int)`,
});

/** Organisations the person at their desk belongs to. */
function theirs(at: At): Sql {
  return sql`(select m.organisation_id from memberships m where m.person_id = ${at.col('id')} and m.left_at is null)`;
}

extendView(viewerView, {
  // Longest waiting first: the wait is shown against whoever could end it.
  returnsToCheck: (at) =>
    at.many(
      obligationView,
      (
        row,
      ) => sql`obligations ${row} join returns waiting on waiting.obligation_id = ${row}.id and waiting.decision is null
        where ${row}.state = 'SUBMITTED' and waiting.submitted_by_id <> ${at.col('id')}
          and (exists (${fundersOf(sql`${row}.round_id`)} intersect ${theirs(at)})
            or (exists (select from people site where site.id = ${at.col('id')} and site.steward) and waiting.submitted_at < app_now() - interval '19 days'
              and not exists (select from venture_members own where own.venture_id = ${row}.venture_id and own.organisation_id in ${theirs(at)})))
          and not exists (select from funding_rounds paid where paid.venture_id = ${row}.venture_id
            and (paid.lead_organisation_id in ${theirs(at)} or paid.money_holder_organisation_id in ${theirs(at)}))
          and not exists (select from venture_team team where team.venture_id = ${row}.venture_id and team.person_id = ${at.col('id')})
        order by waiting.submitted_at, ${row}.id limit 100`,
    ),
  promisesDue: (at) =>
    at.many(
      obligationView,
      (row) => sql`obligations ${row} where ${row}.state in ('PROMISED', 'CHANGES_REQUESTED', 'REOPENED')
        and (${row}.state <> 'PROMISED' or ${row}.due_on <= ${TODAY} + ${DUE_WITHIN_DAYS}::int)
        and (exists (select from venture_team team where team.venture_id = ${row}.venture_id and team.person_id = ${at.col('id')})
          or exists (select from venture_members member where member.venture_id = ${row}.venture_id
            and member.role in ('LEAD', 'PARTNER') and member.organisation_id in ${theirs(at)}))
        order by ${row}.due_on, ${row}.id limit 100`,
    ),
});
