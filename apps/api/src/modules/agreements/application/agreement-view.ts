import { sql, type Sql } from '../../../platform/database/index.js';
import {
  column,
  defineView,
  extendView,
  idOf,
  isoTime,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { ideaPermissionFields, ideaView } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';

/** Days leave as `YYYY-MM-DD`. */
export function day(expression: Sql): Sql {
  return sql`to_char(${expression}, 'YYYY-MM-DD')`;
}

export const agreementOutputView = defineView('AgreementOutput', {
  id: idOf('agreement-output'),
  position: column('position'),
  kind: column('kind'),
  title: column('title'),
  description: column('description'),
  licenceCondition: column('licence_condition'),
  licences: (at) => sql`coalesce((${at.col('accepted_licences')})[1:20], '{}')`,
  anyOpenLicence: (at) => sql`${at.col('accepted_licences')} is null`,
  dueOn: (at) => day(at.col('due_on')),
  dueAfterDays: column('due_after_days'),
  tranchePosition: column('tranche_position'),
});

/** What permissions ask, as JSON: everybody may know it, and the viewer decides the answer. */
function permissionFacts(idea: Sql, agreement: Sql | null): Sql {
  return sql`(select json_build_object(
    'stage', i.stage, 'leadOrganisationId', i.lead_organisation_id,
    'authorIds', array[i.author_id] || array(select c.person_id from idea_co_authors c where c.idea_id = i.id),
    'roundIsOpen', exists (select from funding_rounds r where r.idea_id = i.id and r.status in ('OPEN', 'CLOSING')),
    'today', ${day(sql`app_now() at time zone 'UTC'`)},
    'status', ${agreement ? sql`${agreement}.status` : sql`null::text`},
    'revision', ${agreement ? sql`${agreement}.revision` : sql`null::int`},
    'outputs', ${
      agreement
        ? sql`(select coalesce(json_agg(json_build_object('title', o.title, 'dueOn', ${day(sql`o.due_on`)})), '[]') from agreement_outputs o where o.agreement_id = ${agreement}.id)`
        : sql`'[]'::json`
    }) from ideas i where i.id = ${idea})`;
}

export const commonsAgreementView = defineView('CommonsAgreement', {
  id: idOf('agreement'),
  version: column('version'),
  revision: column('revision'),
  status: column('status'),
  draftedAt: time('drafted_at'),
  draftedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('drafted_by_id')}`),
  signedAt: (at) => isoTime(at.col('signed_at')),
  signedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('signed_by_person_id')}`),
  signedFor: (at) =>
    at.one(
      organisationView,
      (organisation) =>
        sql`organisations ${organisation} where ${organisation}.id = ${at.col('signed_for_organisation_id')}`,
    ),
  supersededAt: (at) => isoTime(at.col('superseded_at')),
  outputs: (at) =>
    at.many(
      agreementOutputView,
      (output) =>
        sql`agreement_outputs ${output} where ${output}.agreement_id = ${at.col('id')} order by ${output}.position`,
    ),
  viewerCan: (at) => permissionFacts(at.col('idea_id'), at.row),
});

extendView(ideaView, {
  commonsAgreement: (at) =>
    at.one(
      commonsAgreementView,
      (agreement) =>
        sql`commons_agreements ${agreement} where ${agreement}.idea_id = ${at.col('id')} order by ${agreement}.version desc`,
    ),
  commonsAgreements: (at) =>
    at.many(
      commonsAgreementView,
      (agreement) =>
        sql`commons_agreements ${agreement} where ${agreement}.idea_id = ${at.col('id')} order by ${agreement}.version desc limit 50`,
    ),
});

Object.assign(ideaPermissionFields, {
  draftCommonsAgreement: (at) => permissionFacts(at.col('id'), null),
} satisfies Record<string, ViewField>);
