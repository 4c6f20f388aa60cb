import { LEAST_PER_CROSSING, LEAST_PER_PERSPECTIVE, type Perspective } from '@openimpact/domain';

import { raw, sql, type Sql } from '../../../platform/database/index.js';

/**
 * The one place that says what anybody is told about the votes on an idea. Gates, pages, lists, live updates, feeds and
 * exports ask here, so that no two of them can be compared to find out what neither says.
 */

/** Whether a row of `votes` is in the public counts. */
export function publiclyCounted(vote: Sql): Sql {
  return sql`(${vote}.published_at is not null and ${vote}.unpublished_at is null)`;
}

/** Votes of support that the public counts hold, given the SQL of an idea's id. */
export function publicVotes(ideaId: Sql): Sql {
  return sql`(select coalesce(sum(c.lived_experience + c.practitioner + c.technologist + c.funder + c.public - c.waiting), 0)::int
    from vote_counters c where c.idea_id = ${ideaId})`;
}

/** How many organisations those votes name. */
export function publicOrganisations(ideaId: Sql, verifiedOnly = false): Sql {
  return sql`(select count(distinct v.organisation_id)::int from votes v ${
    verifiedOnly ? sql`join organisations o on o.id = v.organisation_id and o.verified_at is not null` : raw('')
  } where v.idea_id = ${ideaId} and v.organisation_id is not null and v.answer = 'SUPPORT' and v.source = 'PERSON'
    and v.published_at is not null and v.unpublished_at is null)`;
}

/** What was last told by perspective: null before there was a group large enough. */
export interface ToldSupport {
  readonly byPerspective: Readonly<Record<Perspective, number>>;
  readonly answers: { readonly wouldNotHelp: number; readonly couldHarm: number };
}

/** What was last told by perspective, as JSON: `ToldSupport['byPerspective']`. Never sent as it is: small numbers are still in it. */
export function toldByPerspective(ideaId: Sql): Sql {
  return toldOf(
    ideaId,
    sql`t.lived_experience as "LIVED_EXPERIENCE", t.practitioner as "PRACTITIONER", t.technologist as "TECHNOLOGIST",
      t.funder as "FUNDER", t.public as "PUBLIC"`,
  );
}

/** The other answers in it, as JSON: `ToldSupport['answers']`. Never sent as it is either. */
export function toldAnswers(ideaId: Sql): Sql {
  return toldOf(ideaId, sql`t.would_not_help as "wouldNotHelp", t.could_harm as "couldHarm"`);
}

function toldOf(ideaId: Sql, columns: Sql): Sql {
  return sql`(select row_to_json(told) from (select ${columns} from support_told t
    where t.idea_id = ${ideaId} and t.told_at is not null) told)`;
}

/** Both, as `ToldSupport`. */
export function toldSupport(ideaId: Sql): Sql {
  return toldOf(ideaId, sql`${toldByPerspective(ideaId)} as "byPerspective", ${toldAnswers(ideaId)} as answers`);
}

/** People a session or an organisation needs before any of its votes are told. */
const LEAST = raw(String(LEAST_PER_CROSSING));

/**
 * Votes of support from people without an account, as JSON: of sessions that are over and in which at least five people
 * voted on the idea, and of organisations for which at least five were recorded on earlier days. Fewer would tell of people
 * in one room, or of one worker's.
 */
export function supportApart(ideaId: Sql): Sql {
  return sql`json_build_object(
    'sessions', (select coalesce(sum(s.support), 0)::int from (
      select count(*) filter (where v.answer = 'SUPPORT') as support from votes v join group_sessions g on g.id = v.session_id
      where v.idea_id = ${ideaId} and v.source = 'SESSION' and v.withdrawn_at is null and g.ends_at < app_now()
      group by g.id having count(*) >= ${LEAST}) s),
    'recorded', (select coalesce(sum(r.support), 0)::int from (
      select count(*) filter (where v.answer = 'SUPPORT') as support from votes v
      where v.idea_id = ${ideaId} and v.source = 'RECORDED' and v.withdrawn_at is null
        and v.created_at < (date_trunc('day', app_now() at time zone 'UTC') at time zone 'UTC')
      group by v.recorded_for_id having count(*) >= ${LEAST}) r))`;
}

/**
 * Organisations that the public votes of support name, with how many each, most first: those that three or more name; the
 * others are told as a number. One named by fewer could point at somebody who works there.
 */
export function organisationsNamed(ideaId: Sql): Sql {
  return sql`(select json_build_object(
      'named', coalesce(json_agg(json_build_object('slug', n.slug, 'name', n.name, 'votes', n.votes) order by n.votes desc, n.name)
        filter (where n.votes >= ${raw(String(LEAST_PER_PERSPECTIVE))}), '[]'),
      'others', count(*) filter (where n.votes < ${raw(String(LEAST_PER_PERSPECTIVE))})::int)
    from (select o.slug, o.name, count(*)::int as votes from votes v join organisations o on o.id = v.organisation_id
      where v.idea_id = ${ideaId} and v.organisation_id is not null and v.answer = 'SUPPORT' and v.source = 'PERSON'
        and v.published_at is not null and v.unpublished_at is null
      group by o.id) n)`;
}
