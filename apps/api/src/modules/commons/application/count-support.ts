import { publicByPerspective, type PublicPerspective } from '@openimpact/domain';

import { sql, type Tx } from '../../../platform/database/index.js';
import { publicVotes, toldSupport, type ToldSupport } from '../../support/index.js';

/** The support behind an idea as the public may see it: the total, and by perspective under the small-number rule. */
export async function countSupport(
  tx: Tx,
  ideaId: string,
): Promise<{ readonly votes: number; readonly byPerspective: readonly PublicPerspective[] }> {
  const id = sql`${ideaId}::uuid`;
  const row = await tx.one<{ votes: number; told: ToldSupport | null }>(
    sql`select ${publicVotes(id)} as votes, ${toldSupport(id)} as told`,
  );
  return { votes: row?.votes ?? 0, byPerspective: publicByPerspective(row?.told?.byPerspective ?? null) };
}
