import { PERSPECTIVES, publicByPerspective, type Perspective, type PublicPerspective } from '@openimpact/domain';

import { sql, type Tx } from '../../../platform/database/index.js';

/** The support behind an idea as the public may see it: the total, and by perspective under the small-number rule. */
export async function countSupport(
  tx: Tx,
  ideaId: string,
): Promise<{ readonly votes: number; readonly byPerspective: readonly PublicPerspective[] }> {
  const counted = await tx.one<Record<Lowercase<Perspective>, number>>(sql`
    select coalesce(sum(lived_experience), 0)::int as lived_experience, coalesce(sum(practitioner), 0)::int as practitioner,
      coalesce(sum(technologist), 0)::int as technologist, coalesce(sum(funder), 0)::int as funder,
      coalesce(sum(public), 0)::int as public
    from vote_counters where idea_id = ${ideaId}`);
  const counts = Object.fromEntries(
    PERSPECTIVES.map((perspective) => [
      perspective,
      counted?.[perspective.toLowerCase() as Lowercase<Perspective>] ?? 0,
    ]),
  ) as Record<Perspective, number>;
  const votes = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { votes, byPerspective: publicByPerspective(counts) };
}
