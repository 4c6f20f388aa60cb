import { column, defineView, idOf, isoTime } from '../../../platform/graphql/index.js';
import { sql, type Sql } from '../../../platform/database/index.js';

/** Whose page can be opened: everybody who is still here. What people who left did stays, under "somebody who left". */
export function visiblePerson(person: Sql): Sql {
  return sql`${person}.deleted_at is null`;
}

export const personView = defineView('Person', {
  id: idOf('person'),
  // As text: what PostgreSQL writes as JSON fastest is a type of its own.
  handle: (at) => sql`${at.col('handle')}::text`,
  name: column('name'),
  about: column('about'),
  demonstration: column('demonstration'),
  steward: column('steward'),
  memberSince: (at) => sql`to_char(${at.col('created_at')} at time zone 'UTC', 'YYYY-MM-DD')`,
});

/** The viewer's own account: nobody else is ever answered with it. */
export const viewerView = defineView('Viewer', {
  id: idOf('viewer'),
  person: (at) => at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('id')}`),
  language: column('language'),
  bornFrom: column('born_from'),
  mentionedBy: column('mentioned_by'),
  email: (at) =>
    sql`(select email::text from auth_users where id = ${at.col('id')} and email not like '%@demonstration.invalid')`,
  hasPassword: (at) => sql`exists (select from auth_accounts where user_id = ${at.col('id')} and password is not null)`,
  apiTokens: (at) =>
    at.many(
      apiTokenView,
      (token) =>
        sql`api_tokens ${token} where ${token}.person_id = ${at.col('id')} and ${token}.revoked_at is null order by ${token}.created_at`,
    ),
});

export const apiTokenView = defineView('ApiToken', {
  id: idOf('token'),
  name: column('name'),
  scopes: column('scopes'),
  createdAt: (at) => isoTime(at.col('created_at')),
  expiresAt: (at) => isoTime(at.col('expires_at')),
  lastUsedOn: column('last_used_on'),
});
