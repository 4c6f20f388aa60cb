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
import { ideaView } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';

export const trancheView = defineView('Tranche', {
  position: column('position'),
  title: column('title'),
  basisPoints: column('basis_points'),
});

export const fundingRoundView = defineView('FundingRound', {
  id: idOf('round'),
  idea: (at) => at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.id = ${at.col('idea_id')}`),
  purpose: column('purpose'),
  status: column('status'),
  minimum: money('minimum_minor'),
  target: money('target_minor'),
  pledged: money('pledged_minor'),
  committed: money('committed_minor'),
  room: (at) =>
    moneyOf(
      sql`(${at.col('target_minor')} - ${at.col('pledged_minor')} - ${at.col('committed_minor')})`,
      at.col('currency'),
    ),
  deadline: time('deadline'),
  leadOrganisation: (at) =>
    at.one(organisationView, (lead) => sql`organisations ${lead} where ${lead}.id = ${at.col('lead_organisation_id')}`),
  moneyHolder: (at) =>
    at.one(
      organisationView,
      (holder) => sql`organisations ${holder} where ${holder}.id = ${at.col('money_holder_organisation_id')}`,
    ),
  openedAt: time('opened_at'),
  closedAt: (at) => isoTime(at.col('closed_at')),
  closedBy: column('closed_by'),
  closingNote: column('closing_note'),
  extension: (at) => sql`case when ${at.col('extended_at')} is not null then json_build_object(
    'from', ${isoTime(at.col('extended_from'))}, 'at', ${isoTime(at.col('extended_at'))}, 'reason', ${at.col('extension_reason')}) end`,
  tranches: (at) =>
    at.many(
      trancheView,
      (tranche) =>
        sql`round_tranches ${tranche} where ${tranche}.round_id = ${at.col('id')} order by ${tranche}.position`,
    ),
});

/** The round an idea's page speaks of: the one that is open, else the newest. */
export function newestRoundOf(round: Sql, ideaId: Sql): Sql {
  return sql`funding_rounds ${round} where ${round}.idea_id = ${ideaId}
    order by (${round}.status in ('OPEN', 'CLOSING')) desc, ${round}.opened_at desc`;
}

extendView(ideaView, {
  pledged: (at) => whereAsked(at, 'pledged_minor'),
  target: (at) => whereAsked(at, 'target_minor'),
  fundingRound: (at) => at.one(fundingRoundView, (round) => newestRoundOf(round, at.col('id'))),
  fundingRounds: (at) =>
    at.many(
      fundingRoundView,
      (round) => sql`funding_rounds ${round} where ${round}.idea_id = ${at.col('id')} order by ${round}.opened_at desc`,
    ),
});

/** An idea for which no money was asked has no currency, and so no sum. */
function whereAsked(at: At, amount: string): Sql {
  return sql`case when ${at.col('target_minor')} is not null then ${moneyOf(at.col(amount), at.col('currency'))} end`;
}
