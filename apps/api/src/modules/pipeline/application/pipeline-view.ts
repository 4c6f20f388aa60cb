import { STAGES } from '@openimpact/domain';

import {
  type At,
  column,
  defineView,
  extendView,
  idOf,
  money,
  moneyOf,
  time,
} from '../../../platform/graphql/index.js';
import { join, limit, raw, sql, type Sql } from '../../../platform/database/index.js';
import { gateEvidence, ideaPermissionFields, ideaView, orderIdeas, standing, visibleIdea } from '../../ideas/index.js';

export const budgetLineView = defineView('BudgetLine', {
  kind: column('kind'),
  note: column('note'),
  amount: money('amount_minor'),
});

export const briefView = defineView('Brief', {
  forWhom: column('for_whom'),
  outcome: column('outcome'),
  approach: column('approach'),
  risks: (at) =>
    at.embed({
      whatCouldGoWrong: column('what_could_go_wrong'),
      forWhom: column('risk_for_whom'),
      howWeWouldNotice: column('how_we_would_notice'),
      whenWeWouldStop: column('when_we_would_stop'),
    }),
  currency: column('currency'),
  budget: (at) =>
    at.many(
      budgetLineView,
      (line) => sql`budget_lines ${line} where ${line}.idea_id = ${at.col('idea_id')} order by ${line}.position`,
    ),
  total: (at) => moneyOf(at.col('total_minor'), at.col('currency')),
  version: column('version'),
  savedAt: time('saved_at'),
});

export const hearingView = defineView('Hearing', {
  id: idOf('hearing'),
  people: column('people'),
  heldOn: (at) => sql`${at.col('held_on')}::text`,
  howInvited: column('how_invited'),
  howThanked: column('how_thanked'),
  whatWasSaid: column('what_was_said'),
});

function shaper(at: At): Sql {
  const held = at.viewer.memberships.map(({ organisationId }) => organisationId);
  return sql`(${standing(at)}::jsonb || jsonb_build_object('leadOrganisationId', ${at.col('lead_organisation_id')},
    'inLeadOrganisation', coalesce(${at.col('lead_organisation_id')} = any(${held}::uuid[]), false)))`;
}

extendView(ideaView, {
  gate: (at) => gateEvidence(at.row),
  brief: (at) => at.one(briefView, (brief) => sql`briefs ${brief} where ${brief}.idea_id = ${at.col('id')}`),
  hearings: (at) =>
    at.many(
      hearingView,
      (hearing) =>
        sql`hearings ${hearing} where ${hearing}.idea_id = ${at.col('id')} order by ${hearing}.held_on desc, ${hearing}.id`,
    ),
});

Object.assign(ideaPermissionFields, { saveBrief: shaper, chooseLeadOrganisation: shaper, recordHearing: shaper });

export const pipelineStageView = defineView('PipelineStage', {
  stage: column('stage'),
  count: (at) => sql`(select count(*)::int from ideas i where i.stage = ${at.col('stage')})`,
  ideas: (at) =>
    at.page(ideaView, {
      from: (idea) => sql`ideas ${idea}`,
      where: (idea) => [visibleIdea(idea), sql`${idea}.stage = ${at.col('stage')}`],
      order: orderIdeas('TRENDING'),
      args: at.args,
    }),
});

export const pipelineMoveView = defineView('PipelineMove', {
  from: column('from_stage'),
  to: column('to_stage'),
  movedAt: time('changed_at'),
  idea: (at) =>
    at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.id = ${at.col('idea_id')} and ${visibleIdea(idea)}`),
});

/** As many as fit on a first page. */
const LATEST_MOVES = 6;

/** What left the line (withdrawn, joined, declined) is told on its own page, not as news of the whole. */
const STATIONS_AND_ENDINGS = [...STAGES, 'STOPPED'];

export const pipelineView = defineView('Pipeline', {
  moves: (at) =>
    at.many(
      pipelineMoveView,
      (move) => sql`stage_changes ${move}
        where ${move}.to_stage = any (${STATIONS_AND_ENDINGS}::text[])
          and not exists (select from stage_changes later
            where later.idea_id = ${move}.idea_id and later.number > ${move}.number)
          and exists (select from ideas i where i.id = ${move}.idea_id and ${visibleIdea(raw('i'))})
        order by ${move}.changed_at desc, ${move}.id desc ${limit(LATEST_MOVES)}`,
    ),
  stages: (at) =>
    at.many(pipelineStageView, (stage) => {
      const rows = STAGES.map((name, position) => sql`(${name}::text, ${position}::int)`);
      return sql`(values ${join(rows)}) as ${stage} (stage, position) order by ${stage}.position`;
    }),
});
