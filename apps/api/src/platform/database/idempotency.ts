import { createHash } from 'node:crypto';

import { GraphQLError } from 'graphql';

import { canonicalJson } from '../activity/canonical-json.js';
import { sql } from './sql.js';
import type { Tx } from './unit-of-work.js';

/** Who asks for what under which key. `request` is what was asked, without the key; amounts as strings. */
export interface IdempotentAsk {
  readonly actorId: string;
  /** The mutation's name. */
  readonly operation: string;
  readonly key: string;
  readonly request: Readonly<Record<string, unknown>>;
}

/**
 * Does money's work once: the key is inserted in the transaction of the effect. The same key and request after an effect
 * answers the stored ids of the result, which the caller re-reads under its own rights. A refusal rolls back and so
 * stores nothing: the same key may succeed later.
 *
 * Two at once: the second waits on the unique key until the first has committed or rolled back.
 *
 * @throws {GraphQLError} `IDEMPOTENCY_KEY_REUSED` when the key was used for another request.
 */
export async function once<Result extends Readonly<Record<string, unknown>>, Refusal extends { readonly ok: false }>(
  tx: Tx,
  ask: IdempotentAsk,
  work: () => Promise<{ readonly ok: true; readonly value: Result } | Refusal>,
): Promise<{ readonly ok: true; readonly value: Result } | Refusal> {
  const hash = createHash('sha256').update(canonicalJson(ask.request)).digest();
  const claimed = await tx.one(sql`
    insert into idempotency_keys (actor_id, operation, key, request_hash) values (${ask.actorId}, ${ask.operation}, ${ask.key}, ${hash})
    on conflict on constraint idempotency_keys_pk do nothing returning 1`);
  if (claimed === undefined) {
    const earlier = await tx.one<{ request_hash: Buffer; result: Result }>(
      sql`select request_hash, result from idempotency_keys where actor_id = ${ask.actorId} and operation = ${ask.operation} and key = ${ask.key}`,
    );
    if (earlier === undefined) throw new Error('An idempotency key conflicted with a row that is not there.');
    if (!earlier.request_hash.equals(hash)) {
      throw new GraphQLError('This idempotency key was used for another request. Make a new key for a new request.', {
        extensions: { code: 'IDEMPOTENCY_KEY_REUSED' },
      });
    }
    return { ok: true, value: earlier.result };
  }
  const decision = await work();
  if (decision.ok) {
    await tx.query(sql`
      update idempotency_keys set result = ${JSON.stringify(decision.value)}::jsonb
      where actor_id = ${ask.actorId} and operation = ${ask.operation} and key = ${ask.key}`);
  }
  return decision;
}
