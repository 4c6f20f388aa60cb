import { column, defineView, idOf, time } from '../../../platform/graphql/index.js';
import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { personView } from './person-view.js';

/** What a viewer may see of ideas: published ones are public to everyone, without an account. */
export function visibleIdea(idea: Sql): Sql {
  return sql`${idea}.stage <> ${raw(`'DRAFT'`)}`;
}

export const ideaView = defineView('Idea', {
  id: idOf('idea'),
  slug: column('slug'),
  title: column('title'),
  need: column('need'),
  outcome: column('outcome'),
  peopleServed: column('people_served'),
  themes: column('themes'),
  places: column('places'),
  language: column('language'),
  stage: column('stage'),
  author: (at) => at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('author_id')}`),
  createdAt: time('created_at'),
  updatedAt: time('updated_at'),
  version: column('version'),
});
