import type { AccountKind } from '@openimpact/domain';

import { raw, sql, type Sql } from '../../../platform/database/index.js';
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
import { gateEvidence } from '../../ideas/index.js';
import { isMember, mandateView } from '../../mandates/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';
import { fundingRoundView } from '../../rounds/index.js';
import { visiblePledge } from './pledge-policy.js';

/** What lies in one of a pledge's accounts. */
export function inAccount(at: At, kind: AccountKind): Sql {
  const balance = sql`coalesce((select account.balance from ledger_accounts account
    where account.owner_id = ${at.col('id')} and account.kind = ${raw(`'${kind}'`)}), 0)`;
  return moneyOf(balance, at.col('currency'));
}

function onlyForMembers(at: At, value: Sql): Sql {
  return sql`case when ${isMember(at, at.col('organisation_id'))} then ${value} end`;
}

const pledgeVersionView = defineView('PledgeVersion', {
  version: column('version'),
  amount: (at) => moneyOf(at.col('amount_minor'), at.col('currency')),
  note: column('note'),
  author: (at) => at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('author_id')}`),
  writtenAt: time('written_at'),
  decision: column('decision'),
  decidedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('approver_id')}`),
  decidedAt: (at) => isoTime(at.col('decided_at')),
  reason: column('reason'),
});

/** Made for an earlier deadline of its round, and nobody said since that it stands. */
function awaitsReconfirmation(at: At): Sql {
  return sql`(${at.col('status')} = 'PLEDGED' and ${at.col('reconfirmed_at')} is null and exists (
    select from funding_rounds round where round.id = ${at.col('round_id')} and round.extended_at > ${at.col('in_force_at')}))`;
}

export const pledgeView = defineView('Pledge', {
  id: idOf('pledge'),
  fundingRound: (at) =>
    at.one(fundingRoundView, (round) => sql`funding_rounds ${round} where ${round}.id = ${at.col('round_id')}`),
  organisation: (at) =>
    at.one(
      organisationView,
      (funder) => sql`organisations ${funder} where ${funder}.id = ${at.col('organisation_id')}`,
    ),
  mandate: (at) =>
    at.one(mandateView, (mandate) => sql`mandates ${mandate} where ${mandate}.id = ${at.col('mandate_id')}`),
  mandateVersion: column('mandate_version'),
  kind: column('kind'),
  status: column('status'),
  amount: money('amount_minor'),
  automatic: (at) => sql`(${at.col('automatic_rule_id')} is not null)`,
  awaitsReconfirmation,
  matching: (at) => sql`case when ${at.col('match_percent')} is not null then json_build_object(
    'percent', ${at.col('match_percent')}, 'most', ${moneyOf(at.col('match_most_minor'), at.col('currency'))}) end`,
  // Who signed for a funder is told to those whom the signature binds.
  signing: (at) => sql`case when ${at.col('signer_name')} is not null and (${isMember(at, at.col('organisation_id'))}
      or exists (select from funding_rounds round where round.id = ${at.col('round_id')}
        and (${isMember(at, sql`round.lead_organisation_id`)} or ${isMember(at, sql`round.money_holder_organisation_id`)})))
    then json_build_object('name', ${at.col('signer_name')}, 'role', coalesce(${at.col('signer_role')}, ''),
      'agreementUrl', coalesce(${at.col('grant_agreement_url')}, '')) end`,
  conditions: column('conditions'),
  note: column('note'),
  placedAt: time('placed_at'),
  uncalled: (at) => inAccount(at, 'COMMITTED'),
  called: (at) => inAccount(at, 'CALLED'),
  paid: (at) => inAccount(at, 'PAID'),
  madeBy: (at) =>
    onlyForMembers(
      at,
      at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('made_by_id')}`),
    ),
  contentHash: (at) => onlyForMembers(at, sql`encode(${at.col('content_hash')}, 'hex')`),
  history: (at) =>
    at.many(
      pledgeVersionView,
      (version) => sql`(
        select written.*, ${at.col('currency')} as currency, approval.decision, approval.approver_id, approval.decided_at, approval.reason
        from pledge_versions written left join pledge_approvals approval using (pledge_id, version)
        where written.pledge_id = ${at.col('id')} and ${isMember(at, at.col('organisation_id'))}) ${version} order by ${version}.version`,
    ),
  viewerCan: (at) => sql`json_build_object(
    'organisationId', ${at.col('organisation_id')}, 'status', ${at.col('status')}, 'amount', ${at.col('amount_minor')}::text,
    'currency', ${at.col('currency')}, 'placedAt', ${isoTime(at.col('placed_at'))}, 'matches', ${at.col('match_percent')} is not null,
    'awaitsReconfirmation', ${awaitsReconfirmation(at)},
    'authors', (select json_agg(distinct author_id) from pledge_versions where pledge_id = ${at.col('id')}),
    'round', (select json_build_object('status', round.status, 'deadline', ${isoTime(sql`round.deadline`)}, 'now', ${isoTime(sql`app_now()`)})
      from funding_rounds round where round.id = ${at.col('round_id')}))`,
});

const automaticPledgesView = defineView('AutomaticPledges', {
  perIdea: money('per_idea_minor'),
  perMonth: money('per_month_minor'),
  proposedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('proposed_by_id')}`),
  authorisedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('authorised_by_id')}`),
  actId: (at) => at.col('act_id'),
});

/** What the standing of a round is computed from: the same facts that decide when it closes. */
function standingFacts(at: At): Sql {
  return sql`json_build_object(
    'status', ${at.col('status')}, 'currency', ${at.col('currency')}, 'target', ${at.col('target_minor')}::text,
    'minimum', ${at.col('minimum_minor')}::text, 'pledged', ${at.col('pledged_minor')}::text,
    'deadline', ${isoTime(at.col('deadline'))}, 'now', ${isoTime(sql`app_now()`)}, 'leadOrganisationId', ${at.col('lead_organisation_id')},
    'leadVerified', (select verified_at is not null from organisations where id = ${at.col('lead_organisation_id')}),
    'evidence', (select ${gateEvidence(sql`standing_idea`)} from ideas standing_idea where standing_idea.id = ${at.col('idea_id')}),
    'outputs', (select coalesce(json_agg(json_build_object('kind', kind, 'licences', accepted_licences) order by position), '[]'::json)
      from agreement_outputs where agreement_id = ${at.col('agreement_id')}),
    'pledges', (select coalesce(json_agg(json_build_object('id', id, 'organisationId', organisation_id, 'amount', amount_minor::text,
      'match', match_percent, 'most', match_most_minor::text, 'conditions', conditions) order by placed_at, id), '[]'::json) from pledges where round_id = ${at.col('id')} and status = 'PLEDGED'),
    'viewerMandates', (select count(*)::int from mandates mandate where ${ofViewer(at, sql`mandate`)}))`;
}

/** Open offers of the viewer in the round’s currency. */
function ofViewer(at: At, mandate: Sql): Sql {
  return sql`${mandate}.status = 'PUBLISHED' and ${mandate}.currency = ${at.col('currency')} and exists (
    select from memberships own where own.organisation_id = ${mandate}.organisation_id and own.person_id = ${at.viewer.person?.id ?? null}::uuid
      and own.left_at is null and own.roles && array['ADMIN', 'MEMBER'])`;
}

extendView(fundingRoundView, {
  pledges: (at) =>
    at.many(
      pledgeView,
      (
        pledge,
      ) => sql`pledges ${pledge} where ${pledge}.round_id = ${at.col('id')} and ${visiblePledge(pledge, at.member)}
        order by ${pledge}.placed_at, ${pledge}.id`,
    ),
  standing: standingFacts,
  missing: (at) =>
    sql`json_build_object('currency', ${at.col('currency')}, 'missing', ${at.col('closing_facts')} -> 'missing')`,
  viewerCan: standingFacts,
  viewerMandates: (at) =>
    at.many(
      mandateView,
      (mandate) =>
        sql`mandates ${mandate} where ${ofViewer(at, mandate)}
        order by (${at.col('purpose')} = any (${mandate}.purposes)
          and ${mandate}.themes && (select idea.themes from ideas idea where idea.id = ${at.col('idea_id')})) desc,
          ${mandate}.published_at desc limit 50`,
    ),
});

/** What people of a mandate's organisation set up under it. */
function forMembers(at: At, value: Sql): Sql {
  return sql`case when ${isMember(at, at.col('organisation_id'))} then ${value} end`;
}

extendView(mandateView, {
  automaticPledges: (at) =>
    forMembers(
      at,
      at.one(
        automaticPledgesView,
        (rule) => sql`(
          select rule.*, null::uuid as act_id from automatic_pledge_rules rule
          where rule.mandate_id = ${at.col('id')} and rule.ended_at is null) ${rule}`,
      ),
    ),
  automaticPledgesProposed: (at) =>
    forMembers(
      at,
      at.one(
        automaticPledgesView,
        (rule) => sql`(
          select act.id as act_id, (act.content ->> 'perIdeaMinor')::bigint as per_idea_minor, (act.content ->> 'perMonthMinor')::bigint as per_month_minor,
            act.content ->> 'currency' as currency, act.proposed_by_id, null::uuid as authorised_by_id
          from second_person_acts act where act.kind = 'AUTOMATIC_PLEDGES' and act.subject_id = ${at.col('id')} and act.status = 'PENDING') ${rule}`,
      ),
    ),
});

extendView(organisationView, {
  pledges: (at) =>
    at.page(pledgeView, {
      from: (pledge) => sql`pledges ${pledge}`,
      where: (pledge) => [sql`${pledge}.organisation_id = ${at.col('id')}`, visiblePledge(pledge, at.member)],
      order: (pledge) => ({
        direction: 'desc',
        by: [
          { expression: sql`${pledge}.placed_at`, type: 'timestamptz' },
          { expression: sql`${pledge}.id`, type: 'uuid' },
        ],
      }),
      args: at.args,
    }),
});
