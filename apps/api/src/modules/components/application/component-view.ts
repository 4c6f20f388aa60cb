import { DAYS_A_USE_HOLDS } from '@openimpact/domain';

import {
  column,
  defineView,
  extendView,
  idOf,
  isoTime,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { limit, raw, sql, type Sql } from '../../../platform/database/index.js';
import { ideaView } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView, viewerView } from '../../people/index.js';
import { fittingComponents, SUGGESTIONS } from './fitting-components.js';
import { fittingIdeas, saidBy } from './fitting-ideas.js';

/** A page shows the newest words; whoever needs all has the open data. */
const MOST_USES = 100;
const MOST_DOUBTS = 20;

/** The newest file a component was read from: its verdict, never its text, which names people. */
export const componentMetadataView = defineView('ComponentMetadata', {
  valid: column('valid'),
  problems: column('problems'),
  receivedAt: time('received_at'),
});

export const componentUseDoubtView = defineView('ComponentUseDoubt', {
  reason: column('reason'),
  raisedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('raised_by_id')}`),
  raisedAt: time('raised_at'),
  answer: column('answer'),
});

/** What every standing word of use tells, whatever is used. @param doubts the table of doubts about it */
export function useFields(doubts: Sql): Record<string, ViewField> {
  return {
    organisation: (at) =>
      at.one(
        organisationView,
        (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('organisation_id')}`,
      ),
    whatFor: column('what_for'),
    since: (at) => sql`to_char(${at.col('since')}, 'YYYY-MM-DD')`,
    version: column('version'),
    whomToAsk: column('whom_to_ask'),
    confirmedAt: time('confirmed_at'),
    isConfirmed: (at) => sql`(${at.col('confirmed_at')} > app_now() - make_interval(days => ${DAYS_A_USE_HOLDS}))`,
    doubts: (at) =>
      at.many(
        componentUseDoubtView,
        (doubt) =>
          sql`${doubts} ${doubt} where ${doubt}.use_id = ${at.col('id')} order by ${doubt}.raised_at desc ${limit(MOST_DOUBTS)}`,
      ),
    viewerCan: (
      at,
    ) => sql`json_build_object('organisationId', ${at.col('organisation_id')}, 'ended', ${at.col('ended_at')} is not null,
      'doubted', exists (select from ${doubts} mine where mine.use_id = ${at.col('id')} and mine.answered_at is null
        and mine.raised_by_id = ${at.viewer.person?.id ?? null}::uuid))`,
  };
}

export const componentUseView = defineView('ComponentUse', {
  id: idOf('componentUse'),
  ...useFields(raw('component_use_doubts')),
});

export const fittingIdeaView = defineView('FittingIdea', {
  idea: (at) => at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.id = ${at.col('idea_id')}`),
  words: column('words'),
  themes: column('themes'),
});

export const componentView = defineView('Component', {
  id: idOf('component'),
  slug: column('slug'),
  name: column('name'),
  summary: column('summary'),
  description: column('description'),
  language: column('language'),
  themes: column('themes'),
  functions: column('functions'),
  licenceUse: (at) => sql`coalesce(${at.col('licence_use')}, 'ASK_A_PERSON')`,
  claimedUsers: column('claimed_users'),
  basedOn: column('based_on'),
  issueTrackerUrl: column('repository_url'),
  metadataUrl: column('metadata_url'),
  seenAt: (at) => isoTime(at.col('seen_at')),
  unreachableSince: (at) => isoTime(at.col('unreachable_since')),
  uses: (at) =>
    at.many(
      componentUseView,
      (use) => sql`component_uses ${use} where ${use}.component_id = ${at.col('id')} and ${use}.ended_at is null
        order by ${use}.confirmed_at desc, ${use}.id ${limit(MOST_USES)}`,
    ),
  fittingIdeas: (at) =>
    at.many(fittingIdeaView, (fit) => sql`${fittingIdeas(fit, saidBy(at.row), SUGGESTIONS)} order by ${fit}.place`),
  repositoryUrl: column('repository_url'),
  landingUrl: column('landing_url'),
  documentationUrl: column('documentation_url'),
  softwareType: column('software_type'),
  maturity: column('maturity'),
  categories: column('categories'),
  platforms: column('platforms'),
  availableLanguages: column('languages'),
  features: column('features'),
  softwareVersion: column('software_version'),
  releaseDate: (at) => sql`to_char(${at.col('release_date')}, 'YYYY-MM-DD')`,
  maintainedBy: column('maintained_by'),
  organisation: (at) =>
    at.one(
      organisationView,
      (organisation) =>
        sql`organisations ${organisation} where ${organisation}.id = ${at.col('owner_organisation_id')}`,
    ),
  registeredBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('registered_by_id')}`),
  registeredAt: time('registered_at'),
  updatedAt: time('updated_at'),
  metadata: (at) =>
    at.one(
      componentMetadataView,
      (source) =>
        sql`component_sources ${source} where ${source}.component_id = ${at.col('id')} order by ${source}.number desc`,
    ),
  licence: (at) =>
    at.embed({
      declared: () => at.col('licence_declared'),
      found: () => at.col('licence_found'),
      concluded: () => at.col('licence_concluded'),
      concludedBecause: () => at.col('licence_concluded_why'),
      concludedAt: () => isoTime(at.col('licence_concluded_at')),
      concludedBy: (inner) =>
        inner.one(
          personView,
          (person) => sql`people ${person} where ${person}.id = ${at.col('licence_concluded_by_id')}`,
        ),
      // The facts that what is in force and its plain words are made from.
      inForce: () => licenceFacts(at.row),
      basis: () => licenceFacts(at.row),
      inPlainWords: () => licenceFacts(at.row),
    }),
  viewerCan: (at) =>
    sql`json_build_object('registeredById', ${at.col('registered_by_id')}, 'ownerOrganisationId', ${at.col('owner_organisation_id')})`,
});

/** The three facts about a component's licence, as `LicenceRecord` has them. */
export function licenceFacts(component: Sql): Sql {
  return sql`json_build_object('declared', ${component}.licence_declared, 'found', ${component}.licence_found,
    'concluded', case when ${component}.licence_concluded is null then null
      else json_build_object('licence', ${component}.licence_concluded, 'why', ${component}.licence_concluded_why) end)`;
}

export const fittingComponentView = defineView('FittingComponent', {
  component: (at) =>
    at.one(
      componentView,
      (component) => sql`components ${component} where ${component}.id = ${at.col('component_id')}`,
    ),
  words: column('words'),
  themes: column('themes'),
});

/** Whoever looks after more than that has a catalogue of their own. */
const MOST_OF_ONES_OWN = 10;

extendView(viewerView, {
  components: (at) =>
    at.many(
      componentView,
      (component) => sql`components ${component} where ${component}.registered_by_id = ${at.col('id')}
        or ${component}.owner_organisation_id in (select m.organisation_id from memberships m where m.person_id = ${at.col('id')} and m.left_at is null)
        order by ${component}.registered_at desc, ${component}.id ${limit(MOST_OF_ONES_OWN)}`,
    ),
});

extendView(ideaView, {
  fittingComponents: (at) =>
    at.many(
      fittingComponentView,
      (fit) => sql`${fittingComponents(fit, at.col('id'), SUGGESTIONS)} order by ${fit}.place`,
    ),
});
