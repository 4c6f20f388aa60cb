import type { Perspective } from '@openimpact/domain';

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

/** `ToldSupport` as JSON. Never sent as it is: small numbers are still in it. */
export function toldSupport(ideaId: Sql): Sql {
  return sql`(select json_build_object(
      'byPerspective', json_build_object('LIVED_EXPERIENCE', t.lived_experience, 'PRACTITIONER', t.practitioner,
        'TECHNOLOGIST', t.technologist, 'FUNDER', t.funder, 'PUBLIC', t.public),
      'answers', json_build_object('wouldNotHelp', t.would_not_help, 'couldHarm', t.could_harm))
    from support_told t where t.idea_id = ${ideaId} and t.told_at is not null)`;
}
