import { sql } from '../platform/database/sql.js';
import type { Invariant } from './invariant.js';

/** What lies in a pledge's accounts, one row a pledge. */
const BALANCES = sql`(
  select pledge.id as pledge_id,
    coalesce(sum(account.balance) filter (where account.kind = 'PLEDGED'), 0) as pledged,
    coalesce(sum(account.balance) filter (where account.kind = 'COMMITTED'), 0) as committed,
    coalesce(sum(account.balance) filter (where account.kind = 'CALLED'), 0) as called,
    coalesce(sum(account.balance) filter (where account.kind = 'PAID'), 0) as paid,
    coalesce((select sum(release.amount_minor) from remainder_releases release where release.pledge_id = pledge.id and release.released_at is not null), 0)
      + coalesce((select sum(part.released_minor) from call_parts part where part.pledge_id = pledge.id), 0) as released
  from pledges pledge left join ledger_accounts account on account.owner_id = pledge.id group by pledge.id)`;

/** Promises about mandates, rounds, pledges and instalments, held against the ledger. */
export const FUNDING_INVARIANTS: readonly Invariant[] = [
  {
    id: 'I5',
    promise: 'A round never holds more than its target.',
    violations: sql`
      select id, pledged_minor::text, committed_minor::text, target_minor::text from funding_rounds
      where pledged_minor + committed_minor > target_minor limit 20`,
  },
  {
    id: 'I6',
    promise:
      'Available, pledged, committed, called and paid make up a mandate’s budget, and each pledge is within its version.',
    violations: sql`
      select mandate.id, 'budget' as what from mandates mandate
      left join ledger_accounts available on available.owner_id = mandate.id and available.kind = 'MANDATE_AVAILABLE'
      left join lateral (select coalesce(sum(b.pledged + b.committed + b.called + b.paid), 0) as held
        from pledges pledge join ${BALANCES} b on b.pledge_id = pledge.id where pledge.mandate_id = mandate.id) held on true
      where coalesce(available.balance, 0) + held.held <> mandate.budget_minor or mandate.drawn_minor <> held.held
      union all
      select pledge.id, 'terms' from pledges pledge
      join mandate_versions version on version.mandate_id = pledge.mandate_id and version.version = pledge.mandate_version
      join pledge_versions written on written.pledge_id = pledge.id and written.version = pledge.version
      where pledge.currency <> version.currency or coalesce(pledge.match_most_minor, pledge.amount_minor) not between version.smallest_minor and version.largest_minor
        or (written.written_at at time zone 'UTC')::date not between version.opens_on and version.closes_on limit 20`,
  },
  {
    id: 'I7',
    promise: 'A pledge’s amount equals its ledger balance for its state.',
    violations: sql`
      select pledge.id, pledge.status, pledge.amount_minor::text, b.pledged::text, b.committed::text, b.called::text, b.paid::text, b.released::text
      from pledges pledge join ${BALANCES} b on b.pledge_id = pledge.id
      left join lateral (select coalesce(sum(part.amount_minor - part.paid_minor - part.released_minor), 0) as outstanding, coalesce(sum(part.paid_minor), 0) as paid
        from call_parts part where part.pledge_id = pledge.id) parts on true
      left join lateral (select coalesce(sum(payment.amount_minor), 0) as paid from payments payment join call_parts part on part.id = payment.call_part_id
        where part.pledge_id = pledge.id and payment.status <> 'REVERSED') payments on true
      where case
        when pledge.status = 'PLEDGED' then b.pledged <> coalesce(pledge.match_most_minor, pledge.amount_minor) or b.committed + b.called + b.paid <> 0
        when pledge.status in ('COMMITTED', 'SETTLED') then
          b.pledged <> 0 or b.committed + b.called + b.paid + b.released <> pledge.amount_minor
          or b.called <> parts.outstanding or b.paid <> parts.paid or b.paid <> payments.paid
          or (pledge.status = 'SETTLED') <> (b.committed = 0 and b.called = 0)
        else b.pledged + b.committed + b.called + b.paid <> 0 end limit 20`,
  },
  {
    id: 'I8',
    promise:
      'A closed round holds no pledge; it succeeded exactly when what was committed reached its minimum, and then has one venture.',
    violations: sql`
      select round.id, round.status from funding_rounds round where round.status in ('SUCCEEDED', 'FAILED') and (
        exists (select from pledges pledge where pledge.round_id = round.id and pledge.status in ('PLEDGED', 'AWAITING_APPROVAL'))
        or (round.status = 'SUCCEEDED') <> (round.committed_at_close_minor >= round.minimum_minor)
        or (round.status = 'SUCCEEDED' and round.venture_id is null)
        or (round.status = 'FAILED' and exists (select from pledges pledge where pledge.round_id = round.id and pledge.status in ('COMMITTED', 'SETTLED')))
        or round.committed_at_close_minor <> (select coalesce(sum(pledge.amount_minor), 0) from pledges pledge
          where pledge.round_id = round.id and pledge.status in ('COMMITTED', 'SETTLED'))) limit 20`,
  },
  {
    id: 'I9',
    promise: 'The parts of a payment request add up to it, and requests never exceed what was agreed.',
    violations: sql`
      select call.id, 'parts' as what from tranche_calls call
      where call.amount_minor <> (select coalesce(sum(part.amount_minor), 0) from call_parts part where part.call_id = call.id)
      union all
      select pledge.id, 'agreed' from pledges pledge
      where pledge.amount_minor < (select coalesce(sum(part.amount_minor), 0) from call_parts part where part.pledge_id = pledge.id) limit 20`,
  },
  {
    id: 'I10',
    promise: 'Each change that moves money has exactly one activity and one ledger transaction, written together.',
    violations: sql`
      select transaction.id, transaction.kind as kind, count(activity.id)::text as found
      from ledger_transactions transaction left join activities activity on activity.subject_id = transaction.cause_id and activity.xid = transaction.xid
      group by transaction.id having count(activity.id) <> 1
      union all
      select activity.id, activity.kind, count(transaction.id)::text
      from activities activity left join ledger_transactions transaction on transaction.cause_id = activity.subject_id and transaction.xid = activity.xid
      where activity.kind in ('mandate.published', 'pledge.placed', 'pledge.approved', 'pledge.committed', 'pledge.released',
        'tranche.called', 'payment.recorded', 'payment.reversed', 'remainder.released', 'call.released')
      group by activity.id having count(transaction.id) <> 1 limit 20`,
  },
  {
    id: 'I11',
    promise: 'Each actor, operation and key has one result.',
    violations: sql`select actor_id, operation, key from idempotency_keys where result is null limit 20`,
  },
  {
    id: 'I12',
    promise:
      'No approval of another content or by whoever wrote it; none missing above the threshold recorded with the pledge.',
    violations: sql`
      select approval.id, 'approval' as what from pledge_approvals approval
      join pledge_versions version on version.pledge_id = approval.pledge_id and version.version = approval.version
      where version.content_hash <> approval.content_hash
        or exists (select from pledge_versions written where written.pledge_id = approval.pledge_id and written.version <= approval.version
          and written.author_id = approval.approver_id)
      union all
      select pledge.id, 'missing' from pledges pledge
      where pledge.status in ('PLEDGED', 'COMMITTED', 'SETTLED', 'RELEASED') and coalesce(pledge.match_most_minor, pledge.amount_minor) > pledge.threshold_minor
        and not exists (select from automatic_pledge_rules rule where rule.id = pledge.automatic_rule_id and pledge.version = 1
          and rule.mandate_id = pledge.mandate_id and rule.mandate_version = pledge.mandate_version
          and pledge.amount_minor <= rule.per_idea_minor and rule.authorised_by_id <> rule.proposed_by_id)
        and not exists (select from pledge_approvals approval where approval.pledge_id = pledge.id and approval.version = pledge.version
          and approval.content_hash = pledge.content_hash and approval.decision = 'APPROVED') limit 20`,
  },
  {
    id: 'I14',
    promise: 'A payment reference is used once in an organisation.',
    violations: sql`
      select organisation_id, min(id::text) as payment from payments group by organisation_id, reference having count(*) > 1 limit 20`,
  },
  {
    id: 'I16',
    promise: 'What funders still owe is what the round has to receive; what they paid is what it received.',
    violations: sql`
      select round.id, owed.owed::text, owed.paid::text from funding_rounds round
      join lateral (select coalesce(sum(b.committed + b.called), 0) as owed, coalesce(sum(b.paid), 0) as paid
        from pledges pledge join ${BALANCES} b on b.pledge_id = pledge.id where pledge.round_id = round.id) owed on true
      where owed.owed <> coalesce((select balance from ledger_accounts where owner_id = round.id and kind = 'VENTURE_RECEIVABLE'), 0)
        or owed.paid <> coalesce((select balance from ledger_accounts where owner_id = round.id and kind = 'VENTURE_RECEIVED'), 0) limit 20`,
  },
  {
    id: 'I18',
    promise: 'No instalment was asked for while a promise of an earlier one was overdue.',
    violations: sql`
      select call.id, promise.id as promise from tranche_calls call
      join obligations promise on promise.round_id = call.round_id and promise.tranche_position < call.position
      where promise.due_on < (call.called_at at time zone 'UTC')::date
        and (promise.settled_at is null or promise.settled_at > call.called_at)
        and not exists (select from returns submitted where submitted.obligation_id = promise.id and submitted.submitted_at <= call.called_at) limit 20`,
  },
  {
    id: 'I20',
    promise: 'Public totals are the totals of pledges in force: drafts and approvals in progress are in none.',
    violations: sql`
      select round.id, 'round' as what from funding_rounds round
      where round.pledged_minor <> (select coalesce(sum(amount_minor), 0) from pledges where round_id = round.id and status = 'PLEDGED')
        or round.committed_minor <> (select coalesce(sum(pledge.amount_minor - b.released), 0) from pledges pledge
          join ${BALANCES} b on b.pledge_id = pledge.id where pledge.round_id = round.id and pledge.status in ('COMMITTED', 'SETTLED'))
      union all
      select idea.id, 'idea' from ideas idea
      join lateral (select * from funding_rounds found where found.idea_id = idea.id order by found.opened_at desc limit 1) round on true
      where idea.pledged_minor <> round.pledged_minor + round.committed_minor limit 20`,
  },
];
