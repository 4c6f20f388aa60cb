import { organisationIdsOf, type Viewer } from '../../../platform/auth/index.js';
import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { column, defineView, idOf, time } from '../../../platform/graphql/index.js';

/**
 * What is public is public to everyone; what concerns an organisation, to its members; what is private, to whoever did
 * it; and whatever somebody was told by name, to them.
 */
export function visibleActivity(activity: Sql, viewer: Viewer): Sql {
  if (viewer.person === null) return sql`${activity}.visibility = 'PUBLIC'`;
  return sql`(${activity}.visibility = 'PUBLIC'
    or (${activity}.visibility = 'ORGANISATION' and ${activity}.organisation_id = any(${organisationIdsOf(viewer)}::uuid[]))
    or (${activity}.visibility = 'PRIVATE' and ${activity}.actor_id = ${viewer.person.id})
    or exists (select from activity_addressees told where told.activity_id = ${activity}.id and told.person_id = ${viewer.person.id}))`;
}

/** The page an activity is about, and the place on it: what to do about it, else its project, its idea, its organisation. */
export function activityAddress(activity: Sql): Sql {
  const venture = sql`(select '/ventures/' || slug from ventures where id = ${activity}.venture_id)`;
  const idea = sql`(select '/ideas/' || slug from ideas where id = ${activity}.idea_id)`;
  return sql`coalesce(
    case
      when ${activity}.kind = 'pledge.approval_requested' then '/desk'
      when ${activity}.kind = 'webhook.stopped' then '/settings/webhooks'
      when ${activity}.kind like 'comment.%' then ${idea} || '#discussion'
      when ${activity}.kind like 'entry.%' then (select '/commons/' || slug from commons_entries where id = ${activity}.subject_id)
      when ${activity}.kind like 'update.%' then ${venture} || '/updates'
      when ${activity}.kind ~ '^(obligation|return|waiver)[.]' then ${venture} || '/returns'
      when ${activity}.kind ~ '^(tranche|payment)[.]' then ${venture} || '/money'
      when ${activity}.kind like 'merge.%' then ${idea} || '#together'
      when ${activity}.kind like 'idea.lead%' then ${idea} || '#lead'
      when ${activity}.kind like 'idea.%' then ${idea}
    end,
    ${venture}, ${idea},
    (select '/organisations/' || slug from organisations where id = ${activity}.organisation_id))`;
}

/** The name of what an activity is about, as it is now: what was redacted or renamed is nowhere else. */
export function activitySubjectName(activity: Sql): Sql {
  return sql`coalesce(
    case
      when ${activity}.kind like 'idea.%' then (select title from ideas where id = ${activity}.idea_id)
      when ${activity}.kind like 'entry.%' then (select title from commons_entries where id = ${activity}.subject_id)
    end,
    (select title from ventures where id = ${activity}.venture_id),
    (select title from ideas where id = ${activity}.idea_id),
    (select name from organisations where id = ${activity}.organisation_id))`;
}

export const activityView = defineView('Activity', {
  id: idOf('activity'),
  kind: column('kind'),
  summary: column('kind'),
  subjectName: (at) => activitySubjectName(at.row),
  occurredAt: time('occurred_at'),
  actorName: (at) => sql`(select name from people where id = ${at.col('actor_id')})`,
  address: (at) => activityAddress(at.row),
  // Between two places that are public, a gap would be a private entry with its moment: only stewards are told places.
  position: (at) =>
    at.viewer.person?.steward
      ? sql`(select position::text from activity_positions where activity_id = ${at.col('id')})`
      : sql`null::text`,
});

/** The column of the log that holds what an opaque id is about. */
const SUBJECTS: readonly (readonly [prefix: string, column: string])[] = [
  ['idea', 'idea_id'],
  ['venture', 'venture_id'],
  ['organisation', 'organisation_id'],
];

export const ABOUT = SUBJECTS.map(([prefix, name]) => ({ prefix, column: raw(name) }));
