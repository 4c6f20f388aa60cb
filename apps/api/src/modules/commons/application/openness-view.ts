import { PUBLIC_GRACE_DAYS, VERIFIER_WORKING_DAYS } from '@openimpact/domain';

import { sql, type Sql } from '../../../platform/database/index.js';
import { type At, extendView, isoTime } from '../../../platform/graphql/index.js';
import { organisationView } from '../../organisations/index.js';
import { TODAY } from '../../returns/index.js';

/** Rounds whose money this organisation leads; what is owed for them is its promise. */
const promisesOf = (at: At): Sql =>
  sql`obligations o join funding_rounds r on r.id = o.round_id where r.lead_organisation_id = ${at.col('id')}`;

/** A promise waits for money that was asked for and is late: whoever owes the money owes the lateness. */
const unpaid = sql`exists (select from tranche_calls c join call_parts part on part.call_id = c.id
  where c.round_id = o.round_id and c.due_on < ${TODAY} and part.paid_minor + part.released_minor < part.amount_minor)`;

const fact = (name: string, value: Sql): Sql => sql`json_build_object('fact', ${name}::text, 'value', ${value})`;

/** Parts of payment requests that this organisation owes. */
const partsOf = (at: At): Sql =>
  sql`call_parts part join tranche_calls c on c.id = part.call_id join pledges p on p.id = part.pledge_id where p.organisation_id = ${at.col('id')}`;

/** What was submitted for promises that this organisation funds. */
const returnsFor = (at: At): Sql =>
  sql`returns t join obligations o on o.id = t.obligation_id join pledges p on p.round_id = o.round_id
    and p.organisation_id = ${at.col('id')} and p.status in ('COMMITTED', 'SETTLED')`;

const median = (days: Sql): Sql => sql`round(percentile_cont(0.5) within group (order by ${days}))::int`;

/**
 * Facts about one organisation, each counted where it happened, nothing rounded into a score. Amounts of money are not
 * among them. Medians are of the last two years, so that what got better is seen.
 */
function record(at: At): Sql {
  const id = at.col('id');
  const open = sql`o.state in ('PROMISED', 'CHANGES_REQUESTED', 'REOPENED')`;
  const facts = [
    fact(
      'SHARED',
      sql`(select count(*)::int from commons_entries e where e.organisation_id = ${id} and e.status = 'PUBLISHED')`,
    ),
    fact(
      'USED_BY_OTHERS',
      sql`(select count(*)::int from entry_uses u join commons_entries e on e.id = u.entry_id where u.ended_at is null and e.organisation_id = ${id} and u.organisation_id <> ${id})`,
    ),
    fact('PROMISES_OPEN', sql`(select count(*)::int from ${promisesOf(at)} and (${open} or o.state = 'SUBMITTED'))`),
    fact('PROMISES_KEPT', sql`(select count(*)::int from ${promisesOf(at)} and o.state = 'VERIFIED')`),
    fact(
      'PROMISES_LATE',
      sql`(select count(*)::int from ${promisesOf(at)} and ${open} and o.due_on < ${TODAY} - ${PUBLIC_GRACE_DAYS}::int and not ${unpaid})`,
    ),
    // Once returned, lateness leaves the summary after a year.
    fact(
      'PROMISES_KEPT_LATE',
      sql`(select count(*)::int from ${promisesOf(at)} and o.state = 'VERIFIED' and o.settled_at > app_now() - interval '1 year'
        and (select min(t.submitted_at) from returns t where t.obligation_id = o.id)::date > o.due_on + ${PUBLIC_GRACE_DAYS}::int)`,
    ),
    fact(
      'DAYS_TO_PAY',
      sql`(select ${median(sql`y.paid_on - (c.called_at at time zone 'UTC')::date`)} from payments y join call_parts part on part.id = y.call_part_id
        join tranche_calls c on c.id = part.call_id where y.organisation_id = ${id} and y.status <> 'REVERSED' and y.recorded_at > app_now() - interval '2 years')`,
    ),
    fact(
      'CALLS_UNPAID',
      sql`(select count(*)::int from ${partsOf(at)} and c.due_on < ${TODAY} and part.paid_minor + part.released_minor < part.amount_minor)`,
    ),
    fact(
      'DAYS_TO_CHECK',
      sql`(select ${median(sql`t.decided_at::date - t.submitted_at::date`)} from ${returnsFor(at)} where t.decided_at > app_now() - interval '2 years')`,
    ),
    fact(
      'CHECKS_WAITING',
      sql`(select count(distinct t.id)::int from ${returnsFor(at)} where t.decision is null
        and t.submitted_at < app_now() - make_interval(days => ${VERIFIER_WORKING_DAYS}::int * 7 / 5))`,
    ),
    fact(
      'OFFERS_UNUSED',
      sql`(select count(*)::int from mandates m where m.organisation_id = ${id} and m.status = 'PUBLISHED' and m.drawn_minor = 0
        and m.published_at < app_now() - interval '1 year')`,
    ),
  ];
  const all = facts.reduce((before, one) => sql`${before}, ${one}`);
  return sql`(select json_agg(json_build_object('fact', f ->> 'fact', 'value', (f ->> 'value')::int,
      'reply', reply.reply, 'repliedAt', ${isoTime(sql`reply.replied_at`)}))
    from unnest(array[${all}]) f left join openness_replies reply on reply.organisation_id = ${id} and reply.fact = f ->> 'fact')`;
}

extendView(organisationView, { opennessRecord: record, lastSharedAt: (at) => isoTime(at.col('last_shared_at')) });
