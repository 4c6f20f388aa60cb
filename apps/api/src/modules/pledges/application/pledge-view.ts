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
    'currency', ${at.col('currency')}, 'placedAt', ${isoTime(at.col('placed_at'))},
    'authors', (select json_agg(distinct author_id) from pledge_versions where pledge_id = ${at.col('id')}),
    'round', (select json_build_object('status', round.status, 'deadline', ${isoTime(sql`round.deadline`)}, 'now', ${isoTime(sql`app_now()`)})
      from funding_rounds round where round.id = ${at.col('round_id')}))`,
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
      'conditions', conditions) order by placed_at, id), '[]'::json) from pledges where round_id = ${at.col('id')} and status = 'PLEDGED'),
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
      ) => sql`pledges ${pledge} where ${pledge}.round_id = ${at.col('id')} and ${visiblePledge(pledge, at.viewer)}
        order by ${pledge}.placed_at, ${pledge}.id`,
    ),
  standing: standingFacts,
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

extendView(organisationView, {
  pledges: (at) =>
    at.page(pledgeView, {
      from: (pledge) => sql`pledges ${pledge}`,
      where: (pledge) => [sql`${pledge}.organisation_id = ${at.col('id')}`, visiblePledge(pledge, at.viewer)],
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
