import type { Socket } from 'node:net';

import type pg from 'pg';

/**
 * How long the server waits for its database before it says that it cannot answer now. Without limits one stuck
 * statement holds a connection, eight hold all of them, and every visitor after that waits for ever.
 */
export interface DatabaseLimits {
  /** For a connection: a free one of the pool, or a new one. */
  readonly waitMs: number;
  /** For one statement. */
  readonly statementMs: number;
  /** For one lock that somebody else holds. */
  readonly lockMs: number;
  /** For a whole transaction: a longer one would also keep the tail from sealing what came after it. */
  readonly transactionMs: number;
  /** For a first byte from a server that neither answers nor hangs up; longer than it needs to say itself that it is late. */
  readonly silenceMs: number;
}

/** What people are kept waiting at most, behind whom others queue. Commands and migrations have no limits. */
export const SERVING: DatabaseLimits = {
  waitMs: 5_000,
  statementMs: 20_000,
  lockMs: 10_000,
  transactionMs: 60_000,
  silenceMs: 25_000,
};

/** What `pg` knows of a connection and its types leave out. */
interface Inside {
  readonly readyForQuery: boolean;
  readonly connection: {
    readonly stream: Pick<Socket, 'setTimeout' | 'on' | 'destroy' | 'cork' | 'uncork'>;
  };
}

/** Limits for a pool; `pooled` when a pooler sits in between, which passes on no settings of a session. */
export type LimitedBy = DatabaseLimits & { readonly pooled: boolean };

/**
 * The options of a pool that keeps to the limits. PostgreSQL itself holds a session to what is sent when it begins; where
 * a pooler would not pass that on, the role carries it (`infra/database/roles.sql`).
 */
export function limitedPool(limits: LimitedBy) {
  const { waitMs, statementMs, lockMs, transactionMs, silenceMs, pooled } = limits;
  const settings = {
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    transaction_timeout: transactionMs,
    idle_in_transaction_session_timeout: transactionMs,
  };
  return {
    connectionTimeoutMillis: waitMs,
    ...(pooled
      ? {}
      : {
          options: Object.entries(settings)
            .map(([name, ms]) => `-c ${name}=${ms}`)
            .join(' '),
        }),
    onConnect: (client: unknown) => {
      // A server that hangs holds to no limit of its own. Ended, not given back: there the next transaction would begin
      // inside the one that hangs.
      const { connection } = client as Inside;
      connection.stream.setTimeout(silenceMs);
      connection.stream.on('timeout', () => {
        if (!(client as Inside).readyForQuery) connection.stream.destroy(new Error('The database has gone silent.'));
      });
    },
  };
}

/** Lets a statement on this connection wait in silence for so long. */
export function allowSilence(client: pg.PoolClient, ms: number): void {
  (client as unknown as Inside).connection.stream.setTimeout(ms);
}

/**
 * What is asked on this connection before the event loop turns leaves as one packet. Each packet costs a system call here
 * and wakes the database once: of a short transaction, that was a third of this process's time.
 */
export function leaveTogether(client: pg.ClientBase): void {
  const { stream } = (client as unknown as Inside).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
