import { ORGANISATION_ROLES } from '@openimpact/domain';

import {
  type At,
  column,
  defineView,
  extendView,
  idOf,
  isoTime,
  moneyOf,
  time,
} from '../../../platform/graphql/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { personView, viewerView } from '../../people/index.js';

/** The viewer's roles in the organisation of a row; null for somebody outside. */
function viewerRoles(at: At, organisation: Sql): Sql {
  return sql`(select m.roles from memberships m where m.organisation_id = ${organisation} and m.person_id = ${at.viewer.person?.id ?? null} and m.left_at is null)`;
}

/** Whether the viewer belongs to the organisation or runs the installation. */
function concernsViewer(at: At): Sql {
  const steward = at.viewer.person?.steward ?? false;
  return sql`(${steward}::boolean or exists (select from memberships m where m.organisation_id = ${at.col('id')} and m.person_id = ${at.viewer.person?.id ?? null} and m.left_at is null))`;
}

function onlyForThem(at: At, value: Sql): Sql {
  return sql`case when ${concernsViewer(at)} then ${value} end`;
}

export const memberView = defineView('OrganisationMember', {
  person: (at) => at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('person_id')}`),
  roles: column('roles'),
  since: (at) => sql`to_char(${at.col('joined_at')} at time zone 'UTC', 'YYYY-MM-DD')`,
});

/**
 * Whether the viewer is somebody who could be the second person of an act: the rules of `confirmApprover` and
 * `verifyOrganisation` as a condition, so that lists need not ask for each. The answer to confirming is theirs.
 */
function mayConfirm(viewer: Viewer, act: Sql): Sql {
  const you = viewer.person?.id ?? null;
  const steward = sql`${viewer.person?.steward ?? false}::boolean`;
  const yours = (role: Sql): Sql =>
    sql`exists (select from memberships m where m.organisation_id = ${act}.subject_id and m.person_id = ${you} and ${role})`;
  const otherApprover = sql`exists (select from memberships m where m.organisation_id = ${act}.subject_id and m.left_at is null
    and 'APPROVER' = any (m.roles) and m.person_id <> ${act}.proposed_by_id and m.person_id::text is distinct from ${act}.content ->> 'personId')`;
  return sql`(${you}::uuid is not null and ${act}.proposed_by_id <> ${you} and ${act}.content ->> 'personId' is distinct from ${you}::text and case ${act}.kind
    when 'ORGANISATION_VERIFIED' then ${steward} and not ${yours(sql`(m.left_at is null or m.left_at > app_now() - interval '1 year')`)}
    else ${yours(sql`m.left_at is null and 'APPROVER' = any (m.roles)`)}
      or (${steward} and not ${otherApprover} and not ${yours(sql`m.left_at is null`)}) end)`;
}

/** `second_person_acts` about an organisation. */
export const waitingActView = defineView('WaitingAct', {
  id: idOf('act'),
  kind: column('kind'),
  proposedBy: (at) =>
    at.one(personView, (person) => sql`people ${person} where ${person}.id = ${at.col('proposed_by_id')}`),
  about: (at) =>
    at.one(
      personView,
      (person) => sql`people ${person} where ${person}.id = (${at.col('content')} ->> 'personId')::uuid`,
    ),
  organisation: (at) =>
    at.one(
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('subject_id')}`,
    ),
  proposedAt: time('proposed_at'),
  noticeEndsAt: (at) => isoTime(at.col('notice_ends_at')),
  viewerMayConfirm: (at) => mayConfirm(at.viewer, at.row),
});

export const invitationView = defineView('Invitation', {
  id: idOf('invitation'),
  email: (at) => sql`${at.col('email')}::text`,
  roles: column('roles'),
  approverAskedFor: column('approver_asked_for'),
  expiresAt: time('expires_at'),
  organisation: (at) =>
    at.one(
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('organisation_id')}`,
    ),
});

export const organisationView = defineView('Organisation', {
  id: idOf('organisation'),
  slug: column('slug'),
  name: column('name'),
  kind: column('kind'),
  about: column('about'),
  website: column('website'),
  createdAt: time('created_at'),
  verifiedAt: (at) => isoTime(at.col('verified_at')),
  registration: (at) =>
    sql`case when ${at.col('register')} is null then null else json_build_object('register', ${at.col('register')}, 'number', ${at.col('registration_number')}) end`,
  approvalThreshold: (at) => moneyOf(at.col('approval_threshold_minor'), at.col('approval_currency')),
  memberCount: (at) =>
    sql`(select count(*)::int from memberships m where m.organisation_id = ${at.col('id')} and m.left_at is null)`,
  members: (at) =>
    at.many(
      memberView,
      (member) =>
        sql`memberships ${member} where ${member}.organisation_id = ${at.col('id')} and ${member}.left_at is null order by ${member}.joined_at, ${member}.id limit 200`,
    ),
  verification: (at) =>
    at.embed({
      state: () =>
        sql`case when ${at.col('verified_at')} is not null then 'VERIFIED' else ${at.col('verification')} end`,
      note: () => onlyForThem(at, at.col('verification_note')),
      declinedBecause: () => onlyForThem(at, at.col('verification_declined')),
      requestedAt: () => isoTime(at.col('verification_requested_at')),
      act: (inner) =>
        inner.one(
          waitingActView,
          (act) =>
            sql`second_person_acts ${act} where ${act}.id = ${at.col('verification_act_id')} and ${act}.status = 'PENDING'`,
        ),
    }),
  waiting: (at) =>
    at.many(
      waitingActView,
      (act) =>
        sql`second_person_acts ${act} where ${act}.subject_id = ${at.col('id')} and ${act}.kind <> 'ORGANISATION_VERIFIED' and ${act}.status = 'PENDING' and ${concernsViewer(at)} order by ${act}.proposed_at`,
    ),
  invitations: (at) =>
    at.many(
      invitationView,
      (invitation) =>
        sql`invitations ${invitation} where ${invitation}.organisation_id = ${at.col('id')} and ${invitation}.status = 'OPEN' and ${invitation}.expires_at > app_now()
          and coalesce(${viewerRoles(at, at.col('id'))} @> array['ADMIN'], false) order by ${invitation}.created_at limit 200`,
    ),
  viewerRoles: (at) => sql`coalesce(${viewerRoles(at, at.col('id'))}, '{}'::text[])`,
  // The facts of the permissions, which the rules in the domain then answer.
  viewerCan: (at) =>
    sql`json_build_object(
      'roles', coalesce(${viewerRoles(at, at.col('id'))}, '{}'::text[]),
      'state', case when ${at.col('verified_at')} is not null then 'VERIFIED' else ${at.col('verification')} end,
      'close', exists (select from memberships m where m.organisation_id = ${at.col('id')} and m.person_id = ${at.viewer.person?.id ?? null}
        and (m.left_at is null or m.left_at > app_now() - interval '1 year')),
      'act', (select json_build_object('proposedById', a.proposed_by_id, 'noticeEnds', to_char(a.notice_ends_at at time zone 'UTC', 'YYYY-MM-DD'), 'noticeIsOver', a.notice_ends_at <= app_now())
        from second_person_acts a where a.id = ${at.col('verification_act_id')} and a.status = 'PENDING'))`,
});

const ROLES = raw(`array[${ORGANISATION_ROLES.map((role) => `'${role}'`).join(', ')}]`);

export const viewerMembershipView = defineView('ViewerMembership', {
  organisation: (at) =>
    at.one(
      organisationView,
      (organisation) => sql`organisations ${organisation} where ${organisation}.id = ${at.col('organisation_id')}`,
    ),
  roles: (at) => sql`(select array_agg(role) from unnest(${ROLES}) role where role = any (${at.col('roles')}))`,
});

extendView(viewerView, {
  organisations: (at) =>
    at.many(
      viewerMembershipView,
      (membership) =>
        sql`memberships ${membership} where ${membership}.person_id = ${at.col('id')} and ${membership}.left_at is null order by ${membership}.joined_at, ${membership}.id limit 200`,
    ),
  invitations: (at) =>
    at.many(
      invitationView,
      (
        invitation,
      ) => sql`invitations ${invitation} join auth_users u on u.email = ${invitation}.email and u.email_verified
        where u.id = ${at.col('id')} and ${invitation}.status = 'OPEN' and ${invitation}.expires_at > app_now() order by ${invitation}.created_at limit 50`,
    ),
  toConfirm: (at) =>
    at.many(
      waitingActView,
      (act) => sql`second_person_acts ${act} where ${act}.status = 'PENDING' and ${mayConfirm(at.viewer, act)}
        order by ${act}.proposed_at limit 100`,
    ),
  toVerify: (at) =>
    at.many(
      organisationView,
      (
        organisation,
      ) => sql`organisations ${organisation} where ${at.col('steward')} and ${organisation}.verification = 'REQUESTED'
        and not exists (select from memberships m where m.organisation_id = ${organisation}.id and m.person_id = ${at.col('id')})
        order by ${organisation}.verification_requested_at limit 100`,
    ),
});

extendView(personView, {
  organisations: (at) =>
    at.many(
      viewerMembershipView,
      (membership) =>
        sql`memberships ${membership} where ${membership}.person_id = ${at.col('id')} and ${membership}.left_at is null order by ${membership}.joined_at, ${membership}.id limit 50`,
    ),
});
