import { EventEmitter, on } from 'node:events';

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

import { Reader } from '../database/reader.js';
import { written } from '../database/shared-reads.js';
import { sql } from '../database/sql.js';
import { LAST_SEALED, SEALED_CHANNEL } from '../tail/tail.js';

/** A public activity that was just sealed. What it changed is read again under the subscriber's own rights. */
export interface LiveUpdate {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly ideaId: string | null;
  readonly ventureId: string | null;
}

/** How long after a lost connection the next is tried. */
const RETRY_MS = 1_000;
const CONNECT_MS = 10_000;

/**
 * Tells this process's subscribers what was sealed, whichever process wrote it: the tail notifies, every process
 * listens on one connection and reads what is new by sealed position, so that nothing is missed or told twice.
 */
@Injectable()
export class LiveUpdates implements OnApplicationShutdown {
  private readonly log = new Logger(LiveUpdates.name);
  private readonly events = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | undefined;
  private starting: Promise<void> | undefined;
  private position = '0';
  private readonly heard = new Map<string, (payload: string) => Promise<void>>();
  private stopped = false;
  private reconnecting = false;

  constructor(
    private readonly url: string,
    private readonly reader: Reader,
  ) {}

  /** Updates that `concerns` accepts, from now on, until the subscriber leaves. Listening begins with the first subscriber. */
  async *subscribe(concerns: (update: LiveUpdate) => boolean): AsyncGenerator<LiveUpdate> {
    const abort = new AbortController();
    const updates = on(this.events, 'update', { signal: abort.signal });
    await this.listen();
    try {
      for await (const [update] of updates) if (concerns(update as LiveUpdate)) yield update as LiveUpdate;
    } finally {
      abort.abort();
    }
  }

  /** Hears what another channel of the database says, over the same connection, once `listen` was asked for. */
  hear(channel: string, told: (payload: string) => Promise<void>): void {
    this.heard.set(channel, told);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  /** Begins to listen, if this process does not yet. */
  listen(): Promise<void> {
    this.starting ??= this.connect().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'openimpact-listener',
      connectionTimeoutMillis: CONNECT_MS,
    });
    client.on('error', () => {
      if (this.client === client) this.client = undefined;
      void this.reconnect();
    });
    client.on('notification', ({ channel, payload = '' }) => {
      written();
      void this.tell(channel, payload);
    });
    await client.connect();
    for (const channel of [SEALED_CHANNEL, ...this.heard.keys()]) await client.query(`listen ${channel}`);
    const row = await this.reader.one<{ position: string }>(sql`select coalesce(${LAST_SEALED}, 0)::text as position`);
    if (this.position === '0') this.position = row?.position ?? '0';
    this.client = client;
  }

  private async reconnect(): Promise<void> {
    // A broken connection can say so more than once; two that connect would leave one behind.
    if (this.reconnecting) return;
    this.reconnecting = true;
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
    while (!this.stopped && this.client === undefined) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      try {
        await this.connect();
        await this.pass();
      } catch (error) {
        this.log.warn({
          message: 'Live updates wait for the database.',
          fault: error instanceof Error ? error.message : 'unknown',
        });
      }
    }
    this.reconnecting = false;
  }

  private async tell(channel: string, payload: string): Promise<void> {
    try {
      await (channel === SEALED_CHANNEL ? this.pass() : this.heard.get(channel)?.(payload));
    } catch (error) {
      // What was missed is read when somebody looks again; the connection goes on.
      this.log.warn({
        message: 'A live update could not be passed on.',
        fault: error instanceof Error ? error.message : 'unknown',
      });
    }
  }

  private async pass(): Promise<void> {
    const rows = await this.reader.query<LiveUpdate & { position: string }>(sql`
      select p.position::text, a.id, a.kind, a.subject_id as "subjectId", a.idea_id as "ideaId", a.venture_id as "ventureId"
      from activity_positions p join activities a on a.id = p.activity_id
      where p.position > ${this.position}::bigint and a.visibility = 'PUBLIC' order by p.position limit 1000`);
    for (const row of rows) {
      // Two notifications can read the same rows; only the first tells.
      if (BigInt(row.position) <= BigInt(this.position)) continue;
      this.position = row.position;
      this.events.emit('update', row);
    }
  }
}
