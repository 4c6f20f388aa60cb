import type { VerifyFacts } from '@openimpact/domain';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import type { ObligationStore, StoredObligation } from '../persistence/obligation-store.js';
import type { ReturnStore, WaitingReturn } from '../persistence/return-store.js';
import { readTies } from './facts.js';

/** A return under its promise's lock, with what the rules ask of whoever decides about it. */
export interface LookedAt {
  readonly obligation: StoredObligation;
  readonly waiting: WaitingReturn | undefined;
  readonly facts: VerifyFacts;
  readonly at: Date;
}

/** @throws {NotFoundError} when there is no such return */
export async function lookAtReturn(
  tx: Tx,
  obligations: ObligationStore,
  returns: ReturnStore,
  viewer: SignedInViewer,
  returnId: string,
): Promise<LookedAt> {
  const asked = await tx.one<{ obligationId: string }>(
    sql`select obligation_id as "obligationId" from returns where id = ${returnId}`,
  );
  const obligation = asked && (await obligations.lock(tx, asked.obligationId));
  if (!obligation) throw new NotFoundError('What was submitted');
  const waiting = await returns.waiting(tx, obligation.id);
  const at = await tx.now();
  const today = at.toISOString().slice(0, 10);
  const { worksForVenture: _, ...verifier } = await readTies(tx, obligation.id, viewer.person.id);
  return {
    obligation,
    waiting,
    at,
    facts: {
      record: obligation.record,
      submittedOn: waiting?.submittedOn ?? today,
      today,
      verifier,
      isLatest: waiting?.id === returnId,
    },
  };
}
