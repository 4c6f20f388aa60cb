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
  type Order,
} from '../../../platform/graphql/index.js';
import { ideaView } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';

/** A column of the version in force. */
function ofVersion(at: At, expression: (version: Sql) => Sql): Sql {
  const version = sql`version_in_force`;
  return sql`(select ${expression(version)} from mandate_versions ${version} where ${version}.mandate_id = ${at.col('id')} and ${version}.version = ${at.col('version')})`;
}

/** Whether the viewer belongs to the organisation of a row now. */
export function isMember(at: At, organisation: Sql): Sql {
  return sql`exists (select from memberships own where own.organisation_id = ${organisation} and own.person_id = ${at.viewer.person?.id ?? null}::uuid and own.left_at is null)`;
}

export const mandateView = defineView('Mandate', {
  id: idOf('mandate'),
  slug: column('slug'),
  title: column('title'),
  summary: (at) => ofVersion(at, (version) => sql`${version}.summary`),
  language: (at) => ofVersion(at, (version) => sql`${version}.language`),
  organisation: (at) =>
    at.one(
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('organisation_id')}`,
    ),
  status: column('status'),
  version: column('version'),
  themes: column('themes'),
  places: column('places'),
  peopleServed: (at) => ofVersion(at, (version) => sql`${version}.people_served`),
  purposes: column('purposes'),
  pays: (at) => ofVersion(at, (version) => sql`${version}.pays`),
  budget: money('budget_minor'),
  available: (at) => moneyOf(sql`(${at.col('budget_minor')} - ${at.col('drawn_minor')})`, at.col('currency')),
  smallestPledge: (at) => ofVersion(at, (version) => moneyOf(sql`${version}.smallest_minor`, sql`${version}.currency`)),
  largestPledge: (at) => ofVersion(at, (version) => moneyOf(sql`${version}.largest_minor`, sql`${version}.currency`)),
  opensOn: (at) => sql`to_char(${at.col('opens_on')}, 'YYYY-MM-DD')`,
  closesOn: (at) => sql`to_char(${at.col('closes_on')}, 'YYYY-MM-DD')`,
  returnConditions: (at) => ofVersion(at, (version) => sql`${version}.return_conditions`),
  pledgeConditions: (at) => ofVersion(at, (version) => sql`${version}.pledge_conditions`),
  clause: (at) =>
    ofVersion(
      at,
      (version) => sql`json_build_object('title', ${version}.title, 'conditions', ${version}.return_conditions)`,
    ),
  // How an organisation guards its money is its own business.
  approvalThreshold: (at) =>
    sql`case when ${isMember(at, at.col('organisation_id'))} then ${ofVersion(at, (version) => moneyOf(sql`${version}.approval_threshold_minor`, sql`${version}.currency`))} end`,
  alwaysAskSecondPerson: (at) =>
    sql`case when ${isMember(at, at.col('organisation_id'))} then ${ofVersion(at, (version) => sql`${version}.always_ask_second_person`)} end`,
  publishedAt: time('published_at'),
  closedAt: (at) => isoTime(at.col('closed_at')),
  viewerCan: (at) =>
    sql`json_build_object('organisationId', ${at.col('organisation_id')}, 'status', ${at.col('status')})`,
});

/** What can be pledged under today. */
export function openToday(mandate: Sql): Sql {
  return sql`${mandate}.status = 'PUBLISHED' and ${mandate}.closes_on >= (app_now() at time zone 'UTC')::date`;
}

/** Never by amount: the newest offer of a small funder stands above an old one of a large funder. */
export function newestOffersFirst(mandate: Sql): Order {
  return {
    direction: 'desc',
    by: [
      { expression: sql`${mandate}.published_at`, type: 'timestamptz' },
      { expression: sql`${mandate}.id`, type: 'uuid' },
    ],
  };
}

extendView(organisationView, {
  mandates: (at) =>
    at.page(mandateView, {
      from: (mandate) => sql`mandates ${mandate}`,
      where: (mandate) => [sql`${mandate}.organisation_id = ${at.col('id')}`, openToday(mandate)],
      order: newestOffersFirst,
      args: at.args,
    }),
});

/** An idea that fits, by a row with its id; how well is said beside it. */
export const matchingIdeaView = defineView('MatchingIdea', {
  idea: (at) => at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.id = ${at.col('idea_id')}`),
});
