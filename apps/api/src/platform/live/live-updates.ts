import { EventEmitter, on } from 'node:events';

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

import { Reader } from '../database/reader.js';
import { sql } from '../database/sql.js';
import { SEALED_CHANNEL } from '../tail/tail.js';

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
  private stopped = false;

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

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
    this.client = undefined;
  }

  private listen(): Promise<void> {
    this.starting ??= this.connect().catch((error: unknown) => {
      this.starting = undefined;
      throw error;
    });
    return this.starting;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'openimpact-listener' });
    client.on('error', () => void this.reconnect());
    client.on('notification', () => void this.pass());
    await client.connect();
    await client.query(`listen ${SEALED_CHANNEL}`);
    const row = await this.reader.one<{ position: string }>(
      sql`select coalesce(max(last_position), 0)::text as position from activity_seals`,
    );
    if (this.position === '0') this.position = row?.position ?? '0';
    this.client = client;
  }

  private async reconnect(): Promise<void> {
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
