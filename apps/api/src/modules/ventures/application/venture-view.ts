import { SEAT_KINDS } from '@openimpact/domain';

import { join, limit, raw, sql, type Sql } from '../../../platform/database/index.js';
import {
  type At,
  column,
  defineView,
  extendView,
  idOf,
  isoTime,
  time,
  type ViewField,
} from '../../../platform/graphql/index.js';
import { componentView } from '../../components/index.js';
import { ideaView, visibleIdea } from '../../ideas/index.js';
import { organisationView } from '../../organisations/index.js';
import { personView } from '../../people/index.js';
import { uploadView } from '../../uploads/index.js';

const day =
  (name: string): ViewField =>
  (at) =>
    sql`${at.col(name)}::text`;
const person =
  (name: string): ViewField =>
  (at) =>
    at.one(personView, (row) => sql`people ${row} where ${row}.id = ${at.col(name)}`);
const organisation: ViewField = (at) =>
  at.one(organisationView, (row) => sql`organisations ${row} where ${row}.id = ${at.col('organisation_id')}`);

const viewerId = (at: At): Sql => sql`${at.viewer.person?.id ?? null}::uuid`;
/** Whether the viewer is in the coordinating team of the row's venture, or answers for safety there. */
const isCoordinator = (at: At): Sql =>
  sql`(exists (select from venture_team t where t.venture_id = ${at.col('venture_id')} and t.person_id = ${viewerId(at)})
    or exists (select from ventures v where v.id = ${at.col('venture_id')} and v.safeguarding_lead_id = ${viewerId(at)}))`;

const memberView = defineView('VentureMember', {
  organisation,
  role: column('role'),
  joinedAt: time('joined_at'),
  signedVersion: (at) =>
    sql`(select max(s.version) from agenda_signatures s where s.venture_id = ${at.col('venture_id')} and s.organisation_id = ${at.col('organisation_id')})`,
});

const teamView = defineView('VentureTeamMember', {
  person: person('person_id'),
  role: column('role'),
  joinedAt: time('joined_at'),
});

const seatHolderView = defineView('VentureSeatHolder', {
  kind: column('kind'),
  // A person who is not named is one more at the table and nothing else.
  person: (at) =>
    at.one(
      personView,
      (row) => sql`people ${row} where ${row}.id = ${at.col('person_id')} and ${at.col('name_shown')}`,
    ),
  alias: column('alias'),
  accessNeeds: (at) => sql`case when ${isCoordinator(at)} then ${at.col('access_needs')} end`,
});

const sessionView = defineView('VentureSession', {
  id: idOf('session'),
  question: column('question'),
  heldOn: day('held_on'),
  access: column('access'),
  // Where people at risk wait can be read by whoever sits there, and by nobody who looks for them.
  place: (
    at,
  ) => sql`case when ${isCoordinator(at)} or exists (select from venture_seats s where s.venture_id = ${at.col('venture_id')}
    and s.person_id = ${viewerId(at)} and s.left_at is null) then ${at.col('place')} end`,
  answer: (at) => at.one(usersSaidView, (row) => sql`users_said ${row} where ${row}.session_id = ${at.col('id')}`),
});

export const seatInvitationView = defineView('SeatInvitation', {
  id: idOf('seatinvitation'),
  asked: column('asked'),
  timePaid: column('time_paid'),
  expensesPaid: column('expenses_paid'),
  access: column('access'),
  places: column('places'),
  taken: column('taken'),
  expiresAt: time('expires_at'),
  open: (at) =>
    sql`${at.col('withdrawn_at')} is null and ${at.col('expires_at')} > app_now() and ${at.col('taken')} < ${at.col('places')}`,
  invitedBy: person('invited_by_id'),
  venture: (at) => at.one(ventureView, (row) => sql`ventures ${row} where ${row}.id = ${at.col('venture_id')}`),
});

const signatureView = defineView('AgendaSignature', {
  organisation,
  signedBy: person('signed_by_id'),
  signedAt: time('signed_at'),
});

const agendaView = defineView('Agenda', {
  version: column('version'),
  text: column('text'),
  changeNote: column('change_note'),
  author: person('author_id'),
  createdAt: time('created_at'),
  signatures: (at) =>
    at.many(
      signatureView,
      (row) =>
        sql`agenda_signatures ${row} where ${row}.venture_id = ${at.col('venture_id')} and ${row}.version = ${at.col('version')} order by ${row}.signed_at`,
    ),
});

export const milestoneView = defineView('Milestone', {
  id: idOf('milestone'),
  phase: column('phase'),
  title: column('title'),
  owner: person('owner_id'),
  dueOn: day('due_on'),
  firstDueOn: day('first_due_on'),
  movedWhy: column('moved_why'),
  completedOn: day('completed_on'),
  evidence: column('evidence'),
  evidenceUrl: column('evidence_url'),
  // The same order of questions as milestoneStates() in the domain, answered where the clock is.
  state: (at) => sql`case when ${at.col('completed_on')} is not null then 'DONE'
    when ${at.col('due_on')} < app_now()::date then 'OVERDUE'
    when ${at.col('due_on')} = (select min(n.due_on) from milestones n where n.venture_id = ${at.col('venture_id')} and n.completed_on is null and n.due_on >= app_now()::date) then 'NEXT'
    else 'PLANNED' end`,
  needs: (at) =>
    sql`coalesce((select json_agg('milestone_' || n.needs_id order by n.needs_id) from milestone_needs n where n.milestone_id = ${at.col('id')}), '[]'::json)`,
});

const updateVersionView = defineView('VentureUpdateVersion', {
  number: column('number'),
  title: column('title'),
  body: column('body'),
  reason: column('reason'),
  correctedAt: time('corrected_at'),
});

export const updateView = defineView('VentureUpdate', {
  id: idOf('update'),
  title: column('title'),
  body: column('body'),
  language: column('language'),
  author: person('author_id'),
  publishedAt: time('published_at'),
  savedAt: time('saved_at'),
  earlier: (at) =>
    at.many(
      updateVersionView,
      (row) =>
        sql`update_versions ${row} where ${row}.update_id = ${at.col('id')} order by ${row}.number desc limit 50`,
    ),
  pictures: (at) =>
    at.many(
      uploadView,
      (row) => sql`uploads ${row} join update_pictures shown on shown.upload_id = ${row}.id
        where shown.update_id = ${at.col('id')} and ${row}.state = 'STORED' order by shown.position`,
    ),
  venture: (at) => at.one(ventureView, (row) => sql`ventures ${row} where ${row}.id = ${at.col('venture_id')}`),
});

const decisionView = defineView('VentureDecision', {
  id: idOf('decision'),
  decided: column('decided'),
  why: column('why'),
  turnedDown: column('turned_down'),
  recordedBy: person('recorded_by_id'),
  recordedAt: time('recorded_at'),
});

const usersSaidView = defineView('UsersSaid', {
  id: idOf('userssaid'),
  said: column('said'),
  changed: column('changed'),
  people: column('people'),
  fewerThan: column('people_under'),
  heardOn: day('heard_on'),
  answeredAt: time('answered_at'),
  session: (at) => at.one(sessionView, (row) => sql`venture_sessions ${row} where ${row}.id = ${at.col('session_id')}`),
});

const phaseChangeView = defineView('PhaseChange', {
  from: column('from_phase'),
  to: column('to_phase'),
  reason: column('reason'),
  against: column('against'),
  changedAt: time('changed_at'),
});

const seatViewView = defineView('SeatView', {
  seat: column('seat'),
  phase: column('phase'),
  agrees: column('agrees'),
  why: column('why'),
  recordedAt: time('recorded_at'),
});

const handoverView = defineView('Handover', {
  model: column('model'),
  ownerName: column('owner_name'),
  from: day('from_day'),
  needs: column('needs'),
});

const ofVenture = (table: string, order: string) => (at: Parameters<ViewField>[0]) => (row: Sql) =>
  sql`${raw(table)} ${row} where ${row}.venture_id = ${at.col('id')} order by ${raw(order)}`;

/** Every venture is public; drafts of updates are their author's. */
export const ventureView = defineView('Venture', {
  id: idOf('venture'),
  slug: column('slug'),
  title: column('title'),
  summary: column('summary'),
  language: column('language'),
  status: column('status'),
  phase: column('phase'),
  createdAt: time('created_at'),
  startedAt: time('started_at'),
  endedAt: time('ended_at'),
  involvesPeopleAtRisk: column('involves_people_at_risk'),
  safetySaid: (at) => sql`(${at.col('safety_said_at')} is not null)`,
  safeguardingLead: person('safeguarding_lead_id'),
  leadOrganisation: (at) =>
    at.one(
      organisationView,
      (row) =>
        sql`organisations ${row} join venture_members lead on lead.organisation_id = ${row}.id and lead.role = 'LEAD' where lead.venture_id = ${at.col('id')}`,
    ),
  ideas: (at) =>
    at.many(
      ideaView,
      (row) =>
        sql`ideas ${row} join venture_ideas served on served.idea_id = ${row}.id where served.venture_id = ${at.col('id')} and ${visibleIdea(row)} order by served.joined_at`,
    ),
  members: (at) =>
    at.many(
      memberView,
      ofVenture(
        'venture_members',
        `case role when 'LEAD' then 0 when 'FUNDER' then 1 else 2 end, joined_at, organisation_id`,
      )(at),
    ),
  team: (at) => at.many(teamView, ofVenture('venture_team', 'joined_at, role')(at)),
  seats: (
    at,
  ) => sql`(select json_agg(json_build_object('kind', kinds.kind, 'people', held.people, 'missing', greatest(0, 2 - held.people)) order by kinds.place)
    from (values ${join(SEAT_KINDS.map((kind, place) => sql`(${kind}, ${place}::int)`))}) kinds (kind, place),
      lateral (select count(*)::int as people from venture_seats s where s.venture_id = ${at.col('id')} and s.kind = kinds.kind and s.left_at is null) held)`,
  seatHolders: (at) =>
    at.many(
      seatHolderView,
      (row) =>
        sql`venture_seats ${row} where ${row}.venture_id = ${at.col('id')} and ${row}.left_at is null order by ${row}.taken_at, ${row}.person_id`,
    ),
  sessions: (at) => at.many(sessionView, ofVenture('venture_sessions', 'held_on desc, id limit 200')(at)),
  // The team's own: whoever sees an invitation can see how many answered.
  seatInvitations: (at) =>
    at.many(
      seatInvitationView,
      (row) => sql`seat_invitations ${row} where ${row}.venture_id = ${at.col('id')} and ${row}.withdrawn_at is null
        and exists (select from venture_team t where t.venture_id = ${row}.venture_id and t.person_id = ${viewerId(at)}) order by ${row}.invited_at desc limit 50`,
    ),
  agenda: (at) =>
    at.one(
      agendaView,
      (row) => sql`agendas ${row} where ${row}.venture_id = ${at.col('id')} order by ${row}.version desc`,
    ),
  agendas: (at) => at.many(agendaView, ofVenture('agendas', 'version desc limit 50')(at)),
  milestones: (at) => at.many(milestoneView, ofVenture('milestones', 'due_on, id')(at)),
  updates: (at) =>
    at.page(updateView, {
      from: (row) => sql`updates ${row}`,
      where: (row) => [sql`${row}.venture_id = ${at.col('id')}`, sql`${row}.published_at is not null`],
      order: (row) => ({
        direction: 'desc',
        by: [
          { expression: sql`${row}.published_at`, type: 'timestamptz' },
          { expression: sql`${row}.id`, type: 'uuid' },
        ],
      }),
      args: at.args,
    }),
  myDrafts: (at) =>
    at.many(
      updateView,
      (row) =>
        sql`updates ${row} where ${row}.venture_id = ${at.col('id')} and ${row}.published_at is null and ${row}.author_id = ${at.viewer.person?.id ?? null}::uuid order by ${row}.saved_at desc`,
    ),
  decisions: (at) => at.many(decisionView, ofVenture('venture_decisions', 'recorded_at desc limit 200')(at)),
  usersSaid: (at) => at.many(usersSaidView, ofVenture('users_said', 'heard_on desc, id limit 200')(at)),
  phaseChanges: (at) => at.many(phaseChangeView, ofVenture('phase_changes', 'changed_at')(at)),
  seatViews: (at) => at.many(seatViewView, ofVenture('seat_views', 'recorded_at')(at)),
  ending: (
    at,
  ) => sql`case when ${at.col('status')} = 'STOPPED' then json_build_object('why', ${at.col('stopped_why')}, 'learned', ${at.col('learned')},
    'nextForUsers', ${at.col('next_for_users')}, 'endedAt', ${isoTime(at.col('ended_at'))}) end`,
  handover: (at) =>
    at.one(handoverView, (row) => sql`venture_handovers ${row} where ${row}.venture_id = ${at.col('id')}`),
  viewerCan: (at) => sql`(select json_build_object('status', ${at.col('status')}, 'phase', ${at.col('phase')},
    'members', (select coalesce(json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role)), '[]'::json) from venture_members m where m.venture_id = ${at.col('id')}),
    'inTeam', exists (select from venture_team t where t.venture_id = ${at.col('id')} and t.person_id = ${at.viewer.person?.id ?? null}::uuid),
    'seat', (select s.kind from venture_seats s where s.venture_id = ${at.col('id')} and s.person_id = ${at.viewer.person?.id ?? null}::uuid and s.left_at is null),
    'newest', (select max(a.version) from agendas a where a.venture_id = ${at.col('id')}),
    'signedBy', (select coalesce(json_agg(g.organisation_id), '[]'::json) from agenda_signatures g where g.venture_id = ${at.col('id')}
      and g.version = (select max(a.version) from agendas a where a.venture_id = ${at.col('id')}))))`,
});

/** More ventures than that on one component are read in the open data. */
const MOST_VENTURES = 50;

extendView(componentView, {
  ventures: (at) =>
    at.many(
      ventureView,
      (row) => sql`ventures ${row} where ${row}.id in (
        select serving.venture_id from venture_ideas serving join reuse_offers offer on offer.idea_id = serving.idea_id
        where offer.component_id = ${at.col('id')} and offer.status = 'ACCEPTED')
        order by ${row}.created_at desc, ${row}.id ${limit(MOST_VENTURES)}`,
    ),
});

extendView(ideaView, {
  venture: (at) =>
    at.one(
      ventureView,
      (row) =>
        sql`ventures ${row} join venture_ideas serving on serving.venture_id = ${row}.id where serving.idea_id = ${at.col('id')}`,
    ),
});
