import { type At, column, defineView, extendView, time } from '../../../platform/graphql/index.js';
import { limit, raw, sql, type Sql } from '../../../platform/database/index.js';
import { activityAddress, activitySubjectName } from '../../activity/index.js';
import { ideaView, ofIdeasTogether } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { viewerView } from '../../people/index.js';
import { ventureView } from '../../ventures/index.js';

/** More than this is "99 and more": what counts is whether there is something, not how much. */
export const MOST_COUNTED = 100;

/** What people wrote, as it is now: what was redacted or taken out is not here either. */
function said(activity: Sql): Sql {
  return sql`case
    when ${activity}.kind = 'comment.added' then (select c.body from comments c where c.id = ${activity}.subject_id)
    when ${activity}.kind like 'idea.lead%' then (select case when ${activity}.kind = 'idea.lead_asked' then r.question else r.note end
      from lead_requests r where r.idea_id = ${activity}.idea_id and r.organisation_id = ${activity}.organisation_id)
    when ${activity}.kind ~ '^(idea|merge)[.]' then (select c.content -> 'facts' ->> 'reason' from activity_contents c where c.activity_id = ${activity}.id)
  end`;
}

const activity = (at: At, value: (activity: Sql) => Sql): Sql =>
  sql`(select ${value(sql`a`)} from activities a where a.id = ${at.col('activity_id')})`;

export const notificationView = defineView('Notification', {
  id: (at) => sql`'notification_' || ${at.col('token')}`,
  kind: (at) => activity(at, (a) => sql`${a}.kind`),
  summary: (at) => activity(at, (a) => sql`${a}.kind`),
  about: (at) => activity(at, activitySubjectName),
  address: (at) => activity(at, activityAddress),
  said: (at) => activity(at, (a) => sql`left(${said(a)}, 280)`),
  actorName: (at) =>
    sql`(select p.name from activities a join people p on p.id = a.actor_id and p.deleted_at is null where a.id = ${at.col('activity_id')})`,
  reason: column('reason'),
  toldAt: time('created_at'),
  read: (at) => sql`${at.col('read_at')} is not null`,
});

/** Newest first. */
export function newestNews(notification: Sql) {
  return { direction: 'desc' as const, by: [{ expression: sql`${notification}.number`, type: 'bigint' as const }] };
}

export const followView = defineView('Follow', {
  id: (at) => followedId(at.row),
  name: (
    at,
  ) => sql`coalesce((select title from ideas where id = ${at.col('subject_id')}), (select title from ventures where id = ${at.col('subject_id')}),
    (select name from organisations where id = ${at.col('subject_id')}))`,
  address: (at) => sql`coalesce((select '/ideas/' || slug from ideas where id = ${at.col('subject_id')}),
    (select '/ventures/' || slug from ventures where id = ${at.col('subject_id')}), (select '/organisations/' || slug from organisations where id = ${at.col('subject_id')}))`,
  reason: column('reason'),
});

function followedId(follow: Sql): Sql {
  return sql`lower(${follow}.subject_type) || '_' || ${follow}.subject_id`;
}

extendView(viewerView, {
  unreadNotifications: (at) => sql`(select count(*)::int from (
    select from notifications n where n.person_id = ${at.col('id')} and n.read_at is null ${limit(MOST_COUNTED)}) unread)`,
  notifications: (at) =>
    at.page(notificationView, {
      from: (notification) => sql`notifications ${notification}`,
      where: (notification) => [
        sql`${notification}.person_id = ${at.col('id')}`,
        ...(at.args['unread'] === true ? [sql`${notification}.read_at is null`] : []),
      ],
      order: newestNews,
      args: at.args,
    }),
  notificationSettings: (at) => sql`coalesce(
    (select json_build_object('email', s.email, 'news', s.news, 'followAutomatically', s.follow_automatically)
     from notification_settings s where s.person_id = ${at.col('id')}),
    json_build_object('email', 'WEEKLY', 'news', true, 'followAutomatically', true))`,
  following: (at) =>
    at.page(followView, {
      from: (follow) => sql`follows ${follow}`,
      where: (follow) => [sql`${follow}.person_id = ${at.col('id')}`, sql`not ${follow}.stopped`],
      order: (follow) => ({
        direction: 'desc',
        by: [
          { expression: sql`${follow}.created_at`, type: 'timestamptz' },
          { expression: sql`${follow}.subject_id`, type: 'uuid' },
        ],
      }),
      args: at.args,
    }),
});

/** Only ever about the viewer: who else follows is nobody's business, and how many would tell it where there are few. */
function viewerFollows(at: At): Sql {
  return sql`exists (select from follows f where f.subject_id = ${at.col('id')} and f.person_id = ${at.viewer.person?.id ?? null}::uuid and not f.stopped)`;
}

/** Also who follows what was merged into it, unless they stopped this one. */
function viewerFollowsIdea(at: At): Sql {
  const personId = at.viewer.person?.id ?? null;
  return sql`exists (select from follows f where ${ofIdeasTogether(raw('f.subject_id'), at.col('id'))} and f.person_id = ${personId}::uuid and not f.stopped
    and not exists (select from follows s where s.subject_id = ${at.col('id')} and s.person_id = f.person_id and s.stopped))`;
}

extendView(ideaView, { viewerFollows: viewerFollowsIdea });
extendView(ventureView, { viewerFollows });
extendView(organisationView, { viewerFollows });
