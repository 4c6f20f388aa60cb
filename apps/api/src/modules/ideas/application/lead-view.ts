import {
  type At,
  column,
  defineView,
  extendView,
  idOf,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { organisationIdsOf } from '../../../platform/auth/index.js';
import { limit, sql, type Sql } from '../../../platform/database/index.js';
import { organisationView } from '../../organisations/index.js';
import { viewerView } from '../../people/index.js';
import { ideaPermissionFields, ideaView, standing } from './idea-view.js';
import { ofIdeasTogether } from './merge-view.js';

const MOST_SHOWN = 50;
const MOST_SUGGESTED = 8;
/** So many of the liveliest ideas with a lead are looked through for somebody who leads something alike. */
const LOOKED_THROUGH = 400;

const organisation: ViewField = (at) =>
  at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('organisation_id')}`);

function writes(at: At, ideaId: Sql): Sql {
  const personId = at.viewer.person?.id ?? null;
  return sql`(exists (select from ideas i where i.id = ${ideaId} and i.author_id = ${personId}::uuid)
    or exists (select from idea_co_authors c where c.idea_id = ${ideaId} and c.person_id = ${personId}::uuid))`;
}

function held(at: At): Sql {
  return sql`${organisationIdsOf(at.viewer)}::uuid[]`;
}

/** What was asked is between the authors and the organisation; an answer is public, as the form says. */
function concerns(at: At, request: Sql): Sql {
  return sql`(${request}.organisation_id = any(${held(at)}) or ${writes(at, sql`${request}.idea_id`)})`;
}

export const leadRequestView = defineView('LeadRequest', {
  id: idOf('lead'),
  organisation,
  question: (at) => sql`case when ${concerns(at, at.row)} then ${at.col('question')} else '' end`,
  askedAt: time('asked_at'),
  answer: column('answer'),
  note: column('note'),
  answeredAt: time('answered_at'),
  idea: (at) => at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.id = ${at.col('idea_id')}`),
});

const suggestionView = defineView('LeadSuggestion', { organisation, because: column('because') });

/**
 * Organisations an author may want to ask: those that would try or use it themselves, and verified ones that lead something
 * about the same. Whoever was asked or answered is not among them.
 */
function suggestions(at: At, suggestion: Sql): Sql {
  const id = at.col('id');
  return sql`(
    select organisation_id, (array_agg(because order by rank))[1] as because, min(rank) as rank from (
      select a.organisation_id, 'WOULD_USE_IT' as because, 1 as rank from adoption_interests a
      where a.idea_id = ${id} and a.withdrawn_at is null
      union all
      select led.organisation_id, 'LEADS_ALIKE', 2 from (
        select i.lead_organisation_id as organisation_id, i.themes from ideas i
        where i.lead_organisation_id is not null and i.id <> ${id} order by i.trending desc, i.id ${limit(LOOKED_THROUGH)}) led
      join organisations o on o.id = led.organisation_id and o.verified_at is not null
      where led.themes && ${at.col('themes')}
    ) found
    where not exists (select from lead_requests r where r.idea_id = ${id} and r.organisation_id = found.organisation_id)
    group by organisation_id order by min(rank), organisation_id ${limit(MOST_SUGGESTED)}) ${suggestion}`;
}

extendView(ideaView, {
  leadRequests: (at) =>
    at.many(
      leadRequestView,
      (request) => sql`lead_requests ${request} where ${ofIdeasTogether(sql`${request}.idea_id`, at.col('id'))}
        and (${request}.answered_at is not null or ${concerns(at, request)})
        order by ${request}.answer is distinct from 'WOULD_LEAD', coalesce(${request}.answered_at, ${request}.asked_at), ${request}.id ${limit(MOST_SHOWN)}`,
    ),
  leadSuggestions: (at) =>
    at.many(
      suggestionView,
      (suggestion) => sql`${suggestions(at, suggestion)} order by ${suggestion}.rank, ${suggestion}.organisation_id`,
    ),
});

extendView(viewerView, {
  leadQuestions: (at) =>
    at.many(
      leadRequestView,
      (
        request,
      ) => sql`lead_requests ${request} where ${request}.organisation_id = any(${held(at)}) and ${request}.answered_at is null
        and exists (select from ideas i where i.id = ${request}.idea_id and i.stage in ('LOGGED', 'SUPPORTED', 'SHAPED'))
        order by ${request}.asked_at, ${request}.id ${limit(MOST_SHOWN)}`,
    ),
});

function leading(at: At): Sql {
  return sql`(${standing(at)}::jsonb || jsonb_build_object(
    'organisationsHeld', to_jsonb(${held(at)}),
    'waiting', (select count(*)::int from lead_requests r where r.idea_id = ${at.col('id')} and r.answered_at is null)))`;
}

Object.assign(ideaPermissionFields, { askWhoWouldLead: leading, answerWhoWouldLead: leading });
