import { type At, column, defineView, extendView, idOf, time } from '../../../platform/graphql/index.js';
import { raw, sql, type Sql } from '../../../platform/database/index.js';
import { personView } from '../../people/index.js';
import { ideaPermissionFields, ideaView, standing } from './idea-view.js';

const person = (column: string) => (at: At) =>
  at.one(personView, (row) => sql`people ${row} where ${row}.id = ${at.col(column)}`);
const idea = (column: string) => (at: At) =>
  at.one(ideaView, (row) => sql`ideas ${row} where ${row}.id = ${at.col(column)}`);

/** What rules ask of an idea in a merge, as JSON. */
function pairSide(id: Sql): Sql {
  return sql`(select json_build_object('id', i.id, 'stage', i.stage, 'authorId', i.author_id,
      'coAuthorIds', coalesce((select json_agg(c.person_id) from idea_co_authors c where c.idea_id = i.id), '[]'::json))
    from ideas i where i.id = ${id})`;
}

/** Whether the viewer is a steward, and whether any of the ideas is their own matter: as `stewardFactsOf` reads it. */
function steward(at: At, ideas: Sql): Sql {
  const personId = at.viewer.person?.id ?? null;
  return sql`json_build_object('isSteward', ${at.viewer.person?.steward ?? false}::boolean,
    'isInvolved', exists (select from ideas i where i.id in (${ideas}) and (i.author_id = ${personId}::uuid
      or exists (select from idea_co_authors c where c.idea_id = i.id and c.person_id = ${personId}::uuid)
      or exists (select from memberships m where m.person_id = ${personId}::uuid and m.organisation_id in (i.organisation_id, i.lead_organisation_id)
        and (m.left_at is null or m.left_at > app_now() - interval '1 year')))))`;
}

/** Everything the rules of merges ask about the viewer and the two ideas. */
function mergeFacts(at: At): Sql {
  const personId = at.viewer.person?.id ?? null;
  const [from, into] = [at.col('from_idea_id'), at.col('into_idea_id')];
  return sql`json_build_object('personId', ${personId}::text, 'from', ${pairSide(from)}, 'into', ${pairSide(into)},
    'status', ${at.col('status')}, 'proposedById', ${at.col('proposed_by_id')},
    'fromAuthorAgreed', ${at.col('from_author_agreed_at')} is not null, 'intoAuthorAgreed', ${at.col('into_author_agreed_at')} is not null,
    'roundOpen', exists (select from funding_rounds r where r.idea_id = ${from} and r.status in ('OPEN', 'CLOSING')),
    'objected', exists (select from merge_objections o where o.merge_id = ${at.col('id')} and o.person_id = ${personId}::uuid),
    'isSupporter', exists (select from votes v where v.idea_id in (${from}, ${into}) and v.person_id = ${personId}::uuid and v.withdrawn_at is null),
    'hasCarriedVote', exists (select from votes v where v.idea_id = ${into} and v.person_id = ${personId}::uuid and v.withdrawn_at is null
      and v.carried_from_id is not null),
    'steward', ${steward(at, sql`${from}, ${into}`)})`;
}

export const mergeView = defineView('Merge', {
  id: idOf('merge'),
  from: idea('from_idea_id'),
  into: idea('into_idea_id'),
  reason: column('reason'),
  status: column('status'),
  proposedBy: person('proposed_by_id'),
  proposedAt: time('proposed_at'),
  fromAuthorAgreed: (at) => sql`${at.col('from_author_agreed_at')} is not null`,
  intoAuthorAgreed: (at) => sql`${at.col('into_author_agreed_at')} is not null`,
  decisionReason: column('decision_reason'),
  decidedAt: time('decided_at'),
  undoReason: column('undo_reason'),
  // In no order that would tell who objected when, and never more than a reader reads.
  objections: (at) =>
    sql`coalesce((select json_agg(o.reason order by md5(o.id::text)) from (select id, reason from merge_objections
      where merge_id = ${at.col('id')} and reason <> '' limit 50) o), '[]')`,
  viewerCan: (at) => at.embed({ decide: mergeFacts, undo: mergeFacts, object: mergeFacts, moveBack: mergeFacts }),
});

export const appealView = defineView('Appeal', {
  id: idOf('appeal'),
  kind: column('kind'),
  reason: (at) => sql`case when ${visibleAppeal(at.row, at.viewer)} then ${at.col('reason')} end`,
  madeAt: time('made_at'),
  outcome: column('outcome'),
  decisionReason: column('decision_reason'),
  decidedAt: time('decided_at'),
  idea: (at) => at.one(ideaView, (row) => sql`ideas ${row} where ${row}.id = ${at.col('idea_id')}`),
});

const declineView = defineView('Decline', {
  id: idOf('decline'),
  reason: column('reason'),
  declinedAt: time('changed_at'),
  appeal: (at) =>
    at.one(
      appealView,
      (appeal) =>
        sql`appeals ${appeal} where ${appeal}.kind = 'IDEA_DECLINED' and ${appeal}.subject_id = ${at.col('id')}`,
    ),
});

const invitationView = defineView('CoAuthorInvitation', {
  invitedBy: person('invited_by_id'),
  invitedAt: time('invited_at'),
});

extendView(ideaView, {
  merges: (at) =>
    at.many(
      mergeView,
      (
        merge,
      ) => sql`idea_merges ${merge} where (${merge}.from_idea_id = ${at.col('id')} or ${merge}.into_idea_id = ${at.col('id')})
        and ${merge}.status in ('PROPOSED', 'MERGED') order by ${merge}.proposed_at desc, ${merge}.id limit 50`,
    ),
  decline: (at) =>
    at.one(
      declineView,
      (
        change,
      ) => sql`stage_changes ${change} where ${change}.idea_id = ${at.col('id')} and ${change}.to_stage = 'DECLINED'
        and ${at.col('stage')} = 'DECLINED' order by ${change}.number desc`,
    ),
  viewerInvitation: (at) =>
    at.one(
      invitationView,
      (invitation) => sql`co_author_invitations ${invitation} where ${invitation}.idea_id = ${at.col('id')}
        and ${invitation}.person_id = ${at.viewer.person?.id ?? null}::uuid and ${invitation}.answered_at is null`,
    ),
});

/** The facts of `standing`, and whether a proposal for the idea is open, an appeal was made, the viewer is a steward. */
function deciding(at: At): Sql {
  return sql`(${standing(at)}::jsonb || jsonb_build_object(
    'openMerge', exists (select from idea_merges m where m.from_idea_id = ${at.col('id')} and m.status in ('PROPOSED', 'MERGED')),
    'appealed', exists (select from appeals a join stage_changes c on c.id = a.subject_id where c.idea_id = ${at.col('id')} and a.kind = 'IDEA_DECLINED'
      and c.number = (select max(number) from stage_changes n where n.idea_id = c.idea_id)),
    'roundOpen', exists (select from funding_rounds r where r.idea_id = ${at.col('id')} and r.status in ('OPEN', 'CLOSING')),
    'steward', ${steward(at, at.col('id'))}))`;
}

Object.assign(ideaPermissionFields, {
  proposeMerge: deciding,
  decline: deciding,
  appeal: deciding,
  inviteCoAuthor: standing,
});

/**
 * Rows that belong to an idea or to one that was merged into it, which are seen together. Into most nothing was merged: for
 * those no function is called, which would cost more than the look.
 */
export function ofIdeasTogether(column: Sql, ideaId: Sql): Sql {
  return sql`${column} = any(case when exists (select from ideas merged where merged.merged_into_id = ${ideaId})
    then ideas_together(${ideaId}) else array[${ideaId}] end)`;
}

/** Appeals are between those they concern and the stewards. */
export function visibleAppeal(
  appeal: Sql,
  viewer: { readonly person: { readonly id: string; readonly steward: boolean } | null },
): Sql {
  if (viewer.person === null) return raw('false');
  return viewer.person.steward ? raw('true') : sql`${appeal}.made_by_id = ${viewer.person.id}`;
}
