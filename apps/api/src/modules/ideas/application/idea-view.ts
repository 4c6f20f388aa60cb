import { column, defineView, idOf, time, type At, type ViewField } from '../../../platform/graphql/index.js';
import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { organisationView } from '../../organisations/index.js';
import { excerptOf } from './excerpt.js';
import { personView } from '../../people/index.js';

/** What a viewer may see of ideas: what was logged is public to everyone, without an account. */
export function visibleIdea(_idea: Sql): Sql {
  return raw('true');
}

/** Where a view finds one idea again, after something about it changed. */
export function oneIdea(id: string | null): (idea: Sql) => Sql {
  return (idea) => sql`ideas ${idea} where ${idea}.id = ${id}`;
}

/** Where an idea stands in lists that did not ask for the ones that left: ended ideas keep their page. */
export function inThePipeline(idea: Sql): Sql {
  return sql`${idea}.stage not in ('WITHDRAWN', 'MERGED', 'DECLINED')`;
}

export const revisionView = defineView('IdeaRevision', {
  number: column('number'),
  author: (at) => at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('author_id')}`),
  createdAt: time('created_at'),
  material: column('material'),
  fingerprint: (at) => sql`encode(${at.col('fingerprint')}, 'hex')`,
  redacted: (at) => sql`${at.col('redacted_at')} is not null`,
  title: (at) => sql`${at.col('content')} ->> 'title'`,
  need: (at) => sql`${at.col('content')} ->> 'need'`,
  outcome: (at) => sql`${at.col('content')} ->> 'outcome'`,
  // Wordings from before this was asked hold none.
  easyRead: (at) => sql`coalesce(${at.col('content')} ->> 'easyRead', '')`,
  peopleServed: (at) => sql`${at.col('content')} ->> 'peopleServed'`,
  whatExists: (at) => sql`${at.col('content')} ->> 'whatExists'`,
});

export const stageChangeView = defineView('StageChange', {
  from: column('from_stage'),
  to: column('to_stage'),
  reason: column('reason'),
  changedAt: time('changed_at'),
});

/** Facts that say what a viewer may do with an idea, as JSON. Signed out, every one of them is false. */
export function standing(at: At): Sql {
  const person = at.viewer.person?.id ?? null;
  return sql`json_build_object(
    'signedIn', ${person !== null}::boolean,
    'personId', ${person}::text,
    'id', ${at.col('id')},
    'stage', ${at.col('stage')},
    'authorId', ${at.col('author_id')},
    'coAuthorIds', coalesce((select json_agg(c.person_id) from idea_co_authors c where c.idea_id = ${at.col('id')}), '[]'::json))`;
}

/**
 * What the viewer may do with an idea, each as the facts its answer is made from. Later modules add a field here and
 * to `IdeaViewerCan` in the schema.
 */
export const ideaPermissionFields: Record<string, ViewField> = {
  revise: standing,
  withdraw: standing,
};

export const ideaView = defineView('Idea', {
  id: idOf('idea'),
  slug: column('slug'),
  title: column('title'),
  need: column('need'),
  outcome: column('outcome'),
  easyRead: column('easy_read'),
  peopleServed: column('people_served'),
  whatExists: column('what_exists'),
  themes: column('themes'),
  places: column('places'),
  evidence: column('evidence'),
  language: column('language'),
  stage: column('stage'),
  excerpt: (at) => excerptOf(at.row, String(at.args['text'])),
  imported: (at) => sql`${at.col('source')} = 'IMPORT'`,
  author: (at) => at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('author_id')}`),
  originator: (at) => at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('author_id')}`),
  coAuthors: (at) =>
    at.many(
      personView,
      (person) =>
        sql`people ${person} join idea_co_authors c on c.person_id = ${person}.id where c.idea_id = ${at.col('id')} order by c.joined_at`,
    ),
  organisation: (at) =>
    at.one(
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('organisation_id')}`,
    ),
  leadOrganisation: (at) =>
    at.one(
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('lead_organisation_id')}`,
    ),
  mergedInto: (at) => at.one(ideaView, (idea) => sql`ideas ${idea} where ${idea}.id = ${at.col('merged_into_id')}`),
  createdAt: time('created_at'),
  updatedAt: time('updated_at'),
  version: column('version'),
  fingerprint: (at) =>
    sql`(select encode(r.fingerprint, 'hex') from idea_revisions r where r.idea_id = ${at.col('id')} and r.number = ${at.col('version')})`,
  versions: (at) =>
    at.page(revisionView, {
      from: (revision) => sql`idea_revisions ${revision}`,
      where: (revision) => [sql`${revision}.idea_id = ${at.col('id')}`],
      order: (revision) => ({ direction: 'desc', by: [{ expression: sql`${revision}.number`, type: 'integer' }] }),
      args: at.args,
    }),
  stageChanges: (at) =>
    at.many(
      stageChangeView,
      (change) => sql`stage_changes ${change} where ${change}.idea_id = ${at.col('id')} order by ${change}.number`,
    ),
  viewerCan: (at) => at.embed(ideaPermissionFields),
});

export const draftView = defineView('IdeaDraft', {
  id: column('id'),
  savedAt: time('saved_at'),
  ...Object.fromEntries(
    ['title', 'need', 'peopleServed', 'outcome', 'easyRead', 'whatExists', 'language'].map((field) => [
      field,
      (at: At) => sql`${at.col('content')} ->> ${raw(`'${field}'`)}`,
    ]),
  ),
  themes: (at) => sql`coalesce(${at.col('content')} -> 'themes', '[]'::jsonb)`,
  places: (at) => sql`coalesce(${at.col('content')} -> 'places', '[]'::jsonb)`,
  evidence: (at) => sql`coalesce(${at.col('content')} -> 'evidence', '[]'::jsonb)`,
});
