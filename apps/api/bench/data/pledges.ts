import { createHash } from 'node:crypto';

import { contentOfPledge, Money } from '@openimpact/domain';
import type pg from 'pg';

import { activitiesOf } from './fill.js';
import { type Size, surroundings } from './size.js';

/** Every pledge is of this many pence, so that rounds and budgets are whole multiples of it. */
const PLEDGE = 500_000n;

type Step = (words: string, ...statements: string[]) => Promise<void>;

/**
 * Open rounds with pledges in force, their mandates and the ledger of both: one transaction a pledge and one a budget, with
 * the running balance of each account, in the order in which the accounts' versions count.
 */
export async function fillPledges(client: pg.ClientBase, size: Size, step: Step): Promise<void> {
  const { organisations, mandates, rounds } = surroundings(size);
  const perRound = Math.ceil(size.pledges / rounds);
  const budget = PLEDGE * BigInt(Math.ceil(size.pledges / mandates) + 10);
  // Everything of a pledge is one database transaction in the product; here all are one, and I10 looks for just that.
  await client.query('begin');
  await step(
    `${mandates} mandates and ${rounds} rounds`,
    `create temp table offers as
     select number as n, pg_temp.uuid_at(since, 'mandate', number) as id, g.id as organisation_id, person.id as person_id, since as at
     from story, generate_series(0::bigint, ${mandates - 1}) number join groups g on g.n = (number * 4) % ${organisations}
     join persons person on person.n = g.n * 5`,
    `insert into mandates (id, slug, organisation_id, status, version, currency, title, themes, places, purposes, opens_on, closes_on, budget_minor, drawn_minor, published_at)
     select id, 'open-offer-' || n, organisation_id, 'PUBLISHED', 1, 'GBP', 'Invented open offer ' || n, '{HOUSING,YOUTH,HEALTH}', '{}', '{DISCOVERY,BUILD,RUN}',
       at::date - 1, (now() + interval '400 days')::date, ${budget}, 0, at from offers`,
    `insert into mandate_versions (mandate_id, version, title, summary, language, themes, places, people_served, currency, budget_minor, smallest_minor, largest_minor,
       opens_on, closes_on, purposes, pays, return_conditions, pledge_conditions, approval_threshold_minor, always_ask_second_person, published_by_id, published_at)
     select id, 1, 'Invented open offer ' || n, 'Invented.', 'en', '{HOUSING,YOUTH,HEALTH}', '{}', '', 'GBP', ${budget}, 100000, 5000000, at::date - 1,
       (now() + interval '400 days')::date, '{DISCOVERY,BUILD,RUN}', '{DELIVERY}', '[]', '[]', null, false, person_id, at from offers`,
    `create temp table calls as
     select row_number() over (order by p.n) - 1 as n, p.n as idea_n, p.id as idea_id, g.id as lead_id, lead.id as person_id,
       greatest(p.at, since) + interval '30 minutes' as at
     from story, plan p join groups g on g.n = (p.n / 4) % ${organisations} join persons lead on lead.n = g.n * 5
     where p.n % (${size.ideas} / ${rounds}) = 0 order by p.n limit ${rounds}`,
    `insert into commons_agreements (id, idea_id, version, revision, status, drafted_by_id, drafted_at)
     select pg_temp.uuid_at(at, 'agreement', n), idea_id, 1, 1, 'DRAFT', person_id, at from calls`,
    `insert into agreement_outputs (id, agreement_id, position, kind, title, licence_condition, due_after_days)
     select pg_temp.uuid_at(at, 'output', n), pg_temp.uuid_at(at, 'agreement', n), 1, 'SOFTWARE', 'The software', 'OPEN', 200 from calls`,
    `update commons_agreements a set status = 'SIGNED', signed_by_person_id = c.person_id, signed_for_organisation_id = c.lead_id, signed_at = c.at
     from calls c where a.idea_id = c.idea_id`,
    `insert into funding_rounds (id, idea_id, agreement_id, purpose, status, currency, minimum_minor, target_minor, deadline, lead_organisation_id,
       money_holder_organisation_id, opened_by_id, opened_at)
     select pg_temp.uuid_at(at, 'round', n), idea_id, pg_temp.uuid_at(at, 'agreement', n), 'BUILD', 'OPEN', 'GBP', ${PLEDGE * 2n}, ${PLEDGE * BigInt(perRound + 4)},
       now() + interval '60 days' + n * interval '1 minute', lead_id, lead_id, person_id, at from calls`,
    `insert into round_tranches (round_id, position, title, basis_points) select pg_temp.uuid_at(at, 'round', n), 1, 'All of it', 10000 from calls`,
    `insert into stage_changes (id, idea_id, number, from_stage, to_stage, reason, actor_id, changed_at)
     select pg_temp.uuid_at(at, 'stage ' || number, n), idea_id, number, from_stage, to_stage, '', person_id, at
     from calls, (values (1, 'LOGGED', 'SUPPORTED'), (2, 'SUPPORTED', 'SHAPED'), (3, 'SHAPED', 'FUNDING')) as passed (number, from_stage, to_stage)`,
    `update ideas i set stage = 'FUNDING', lead_organisation_id = c.lead_id, currency = 'GBP', target_minor = ${PLEDGE * BigInt(perRound + 4)}
     from calls c where i.id = c.idea_id`,
    activitiesOf(
      'mandate',
      `select n, at, 'mandate.published' as kind, 'Mandate' as subject_type, id as subject_id, null::uuid as idea_id, organisation_id, person_id as actor_id,
         'PUBLIC' as visibility, '{"version":1}' as facts from offers`,
    ),
    activitiesOf(
      'round',
      `select n, at, 'funding_round.opened' as kind, 'FundingRound' as subject_type, pg_temp.uuid_at(at, 'round', n) as subject_id, idea_id, lead_id as organisation_id,
         person_id as actor_id, 'PUBLIC' as visibility, '{"purpose":"BUILD"}' as facts from calls`,
    ),
    `create unique index on calls (n); create unique index on offers (n); analyze calls; analyze offers`,
  );

  await step(
    `${size.pledges} pledges and their ledger`,
    // A round asks mandates of different organisations: neighbours in the list are.
    `create temp table promises as
     select number as n, pg_temp.uuid_at(c.at + interval '1 hour', 'pledge', number) as id, c.idea_id, pg_temp.uuid_at(c.at, 'round', c.n) as round_id, o.n as mandate_n, o.id as mandate_id,
       o.organisation_id, o.person_id, date_trunc('milliseconds', c.at + interval '1 hour') as at,
       row_number() over (partition by o.n order by number) as nth
     from generate_series(0::bigint, ${size.pledges - 1}) number join calls c on c.n = number / ${perRound} join offers o on o.n = number % ${mandates}`,
  );
  await insertPledges(client);
  await step(
    'their accounts and entries',
    `insert into ledger_accounts (id, kind, owner_type, owner_id, currency, min_balance, version, balance)
     select pg_temp.uuid_at(at, 'control', n), 'MANDATE_CONTROL', 'MANDATE', id, 'GBP', null::bigint, 1, -${budget} from offers union all
     select pg_temp.uuid_at(at, 'available', o.n), 'MANDATE_AVAILABLE', 'MANDATE', o.id, 'GBP', 0,
       1 + (select count(*) from promises p where p.mandate_n = o.n), ${budget} - ${PLEDGE} * (select count(*) from promises p where p.mandate_n = o.n) from offers o union all
     select pg_temp.uuid_at(at, 'pledged', n), 'PLEDGED', 'PLEDGE', id, 'GBP', 0, 1, ${PLEDGE} from promises`,
    `insert into ledger_transactions (id, kind, cause_type, cause_id, effect_key, effective_at)
     select pg_temp.uuid_at(at, 'budget', n), 'BUDGET_SET', 'MANDATE', id, 'BUDGET_SET:' || id || ':1', at from offers union all
     select pg_temp.uuid_at(at, 'placing', n), 'PLEDGE_PLACED', 'PLEDGE', id, 'PLEDGE_PLACED:' || id || ':1', at from promises`,
    `insert into ledger_entries (id, transaction_id, account_id, currency, amount_minor, balance_after, account_version)
     select pg_temp.uuid_at(at, 'entry 1', n), pg_temp.uuid_at(at, 'budget', n), pg_temp.uuid_at(at, 'control', n), 'GBP', -${budget}, -${budget}, 1 from offers union all
     select pg_temp.uuid_at(at, 'entry 2', n), pg_temp.uuid_at(at, 'budget', n), pg_temp.uuid_at(at, 'available', n), 'GBP', ${budget}, ${budget}, 1 from offers union all
     select pg_temp.uuid_at(p.at, 'entry 3', p.n), pg_temp.uuid_at(p.at, 'placing', p.n), pg_temp.uuid_at(o.at, 'available', o.n), 'GBP', -${PLEDGE}, ${budget} - ${PLEDGE} * p.nth, 1 + p.nth
       from promises p join offers o on o.n = p.mandate_n union all
     select pg_temp.uuid_at(at, 'entry 4', n), pg_temp.uuid_at(at, 'placing', n), pg_temp.uuid_at(at, 'pledged', n), 'GBP', ${PLEDGE}, ${PLEDGE}, 1 from promises`,
    `update mandates m set drawn_minor = ${PLEDGE} * p.pledges from (select mandate_id, count(*) as pledges from promises group by mandate_id) p where p.mandate_id = m.id`,
    `update funding_rounds r set pledged_minor = ${PLEDGE} * p.pledges from (select round_id, count(*) as pledges from promises group by round_id) p where p.round_id = r.id`,
    `update ideas i set pledged_minor = ${PLEDGE} * p.pledges from (select idea_id, count(*) as pledges from promises group by idea_id) p where p.idea_id = i.id`,
    activitiesOf(
      'pledged',
      `select n, at, 'pledge.placed' as kind, 'Pledge' as subject_type, id as subject_id, idea_id, organisation_id, person_id as actor_id, 'PUBLIC' as visibility,
         '{"amountMinor":"${PLEDGE}","currency":"GBP","roundId":"' || round_id || '"}' as facts from promises`,
    ),
  );
  await step('the checks of the ledger, at commit', 'commit');
  await step(
    'statistics of the money',
    'analyze pledges; analyze mandates; analyze funding_rounds; analyze ledger_entries; analyze ledger_accounts; analyze ideas',
  );
}

/** The hash that an approval would bind to is computed by the rule itself, so these rows pass through here. */
async function insertPledges(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    round_id: string;
    mandate_id: string;
    organisation_id: string;
    person_id: string;
    at: Date;
  }>('select id, round_id, mandate_id, organisation_id, person_id, at from promises order by n');
  const hashes = rows.map((row) =>
    createHash('sha256')
      .update(
        contentOfPledge({
          id: row.id,
          roundId: row.round_id,
          mandateId: row.mandate_id,
          mandateVersion: 1,
          funderId: row.organisation_id,
          amount: Money.of(PLEDGE, 'GBP'),
          conditions: [],
          note: '',
          matching: null,
          signing: null,
        }),
      )
      .digest(),
  );
  await client.query(`create temp table hashes (id uuid, hash bytea)`);
  await client.query(`insert into hashes select * from unnest($1::uuid[], $2::bytea[])`, [
    rows.map((row) => row.id),
    hashes,
  ]);
  await client.query(`
    insert into pledges (id, round_id, mandate_id, mandate_version, organisation_id, status, currency, amount_minor, conditions, version, content_hash, made_by_id,
      placed_at, in_force_at, updated_at)
    select p.id, round_id, mandate_id, 1, organisation_id, 'PLEDGED', 'GBP', ${PLEDGE}, '[]', 1, h.hash, person_id, at, at, at
    from promises p join hashes h on h.id = p.id`);
  await client.query(`
    insert into pledge_versions (pledge_id, version, mandate_version, amount_minor, conditions, note, content_hash, author_id, written_at)
    select p.id, 1, 1, ${PLEDGE}, '[]', '', h.hash, person_id, at from promises p join hashes h on h.id = p.id`);
}
