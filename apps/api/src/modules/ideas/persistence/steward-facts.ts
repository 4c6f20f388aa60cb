import { isAuthor, type Idea, type StewardFacts } from '@openimpact/domain';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx } from '../../../platform/database/index.js';

/**
 * Whether the viewer is a steward, and whether ideas are their own matter: they wrote one, or belong to an organisation that
 * logged or leads one, or did within a year. The viewer is one that was read in this transaction.
 */
export async function stewardFactsOf(tx: Tx, viewer: SignedInViewer, ideas: readonly Idea[]): Promise<StewardFacts> {
  const isSteward = viewer.person.steward;
  const personId = viewer.person.id;
  if (ideas.some((idea) => isAuthor(idea, personId))) return { isSteward, isInvolved: true };
  const close = await tx.one(sql`
    select from memberships m join ideas i on m.organisation_id in (i.organisation_id, i.lead_organisation_id)
    where i.id = any(${ideas.map(({ id }) => id)}::uuid[]) and m.person_id = ${personId}
      and (m.left_at is null or m.left_at > app_now() - interval '1 year') limit 1`);
  return { isSteward, isInvolved: close !== undefined };
}
