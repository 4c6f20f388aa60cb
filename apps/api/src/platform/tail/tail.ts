import { createHash } from 'node:crypto';

import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

import { written } from '../database/shared-reads.js';
import { raw } from '../database/sql.js';

/** An activity as the tail hands it on: safely committed, in sealed order. */
export interface SealedActivity {
  readonly position: string;
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly ideaId: string | null;
  readonly ventureId: string | null;
}

/** Part of the sealing transaction: brings stored counters up to date with what was sealed. Set-based, never a row at a time. */
export type Fold = (client: pg.ClientBase, batch: readonly SealedActivity[]) => Promise<void>;
/** After the sealing transaction: work that takes locks of its own, repeated after a crash, so it must be harmless twice. */
export type FollowUp = (batch: readonly SealedActivity[]) => Promise<void>;

interface Head {
  number: string;
  position: string;
  xid: string;
  id: string;
  hash: Buffer;
}

/** Any numbers that only this product's tail uses. */
const LEADER_LOCK = 4_841_002;
const TICK_MS = 150;
const BATCH = 5_000;
const CONNECT_MS = 10_000;
const GENESIS: Head = {
  number: '0',
  position: '0',
  xid: '0',
  id: '00000000-0000-0000-0000-000000000000',
  hash: Buffer.alloc(32),
};

/** The position up to which the log is sealed, as SQL; null before the first seal. By its key: there is a seal for each tick. */
export const LAST_SEALED = raw('(select s.last_position from activity_seals s order by s.number desc limit 1)');

/** The channel on which each batch's last position is announced. */
export const SEALED_CHANNEL = 'openimpact_sealed';

function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * A seal's hash: SHA-256 over the previous hash, the root and the range written `first-last`; the root is SHA-256 over
 * the leaves of the batch one after another.
 */
export function sealHash(previous: Buffer, root: Buffer, first: bigint, last: bigint): Buffer {
  return sha256(previous, root, `${first}-${last}`);
}

/**
 * The one reader of the log that puts it in order: leader among all processes by an advisory lock, it takes what no
 * earlier transaction can still precede, seals it in a hash chain, folds counters and tells the others.
 *
 * A vote therefore writes only rows of its own, and feeds that read by position never miss a late commit.
 */
@Injectable()
export class Tail implements OnApplicationShutdown {
  private readonly log = new Logger(Tail.name);
  private readonly folds: Fold[] = [];
  private readonly followUps: FollowUp[] = [];
  private client: pg.Client | undefined;
  protected leads = false;
  private stopped = false;
  private running: Promise<void> | undefined;
  private lastTick = 0;

  constructor(private readonly url: string) {}

  fold(fold: Fold): void {
    this.folds.push(fold);
  }

  followUp(followUp: FollowUp): void {
    this.followUps.push(followUp);
  }

  start(): void {
    this.running ??= this.loop();
  }

  /** True while this process, or another leader, keeps the log moving; readiness asks. */
  get healthy(): boolean {
    return Date.now() - this.lastTick < 5_000;
  }

  /** Seals everything that is safely committed now; answers how many activities that were. Tests call it for themselves. */
  async tick(): Promise<number> {
    const client = await this.connection();
    if (!this.leads && (await this.takeLead(client))) {
      this.leads = true;
      await this.followUpAgain(client);
    }
    this.lastTick = Date.now();
    if (!this.leads) return 0;
    let sealed = 0;
    for (;;) {
      const batch = await this.seal(client);
      sealed += batch.length;
      if (batch.length > 0) for (const followUp of this.followUps) await followUp(batch);
      if (batch.length < BATCH) return sealed;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.running;
    await this.client?.end();
    this.client = undefined;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.tick();
      } catch (error) {
        // The database may be restarting. A new connection and a new election follow.
        this.log.error({
          message: 'The tail could not seal; it tries again.',
          error: error instanceof Error ? error.message : 'unknown',
        });
        await this.forget();
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
  }

  private async connection(): Promise<pg.Client> {
    if (this.client === undefined) {
      const client = new pg.Client({
        connectionString: this.url,
        application_name: 'openimpact-tail',
        connectionTimeoutMillis: CONNECT_MS,
      });
      client.on('error', () => void this.forget());
      await client.connect();
      this.client = client;
    }
    return this.client;
  }

  private async forget(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.leads = false;
    await client?.end().catch(() => undefined);
  }

  /**
   * What follows the last seal, once more: whoever led before may have ended between the seal and what follows. What
   * fails even now must not keep everything after it from being sealed.
   */
  private async followUpAgain(client: pg.Client): Promise<void> {
    const { rows } = await client.query<SealedActivity>(
      `with last as materialized (select s.first_position, s.last_position from activity_seals s order by s.number desc limit 1)
       select p.position::text, a.id, a.kind, a.subject_id as "subjectId", a.idea_id as "ideaId", a.venture_id as "ventureId"
       from (select * from activity_positions sealed where sealed.position >= (select first_position from last)
               and sealed.position <= (select last_position from last) order by sealed.position limit ${BATCH}) p
       join activities a on a.id = p.activity_id order by p.position`,
    );
    if (rows.length === 0) return;
    for (const followUp of this.followUps) {
      try {
        await followUp(rows);
      } catch (error) {
        this.log.error({
          message: 'What follows a seal failed twice and is left.',
          error: error instanceof Error ? error.message : 'unknown',
        });
      }
    }
  }

  private async takeLead(client: pg.Client): Promise<boolean> {
    const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock($1) as leads', [LEADER_LOCK]);
    return rows[0]?.leads ?? false;
  }

  private async seal(client: pg.Client): Promise<SealedActivity[]> {
    await client.query('begin isolation level read committed');
    try {
      const head = await this.head(client);
      const { rows } = await client.query<
        Omit<SealedActivity, 'position'> & { xidText: string; leaf: Buffer; isPublic: boolean }
      >({
        name: 'tail_unsealed',
        // The text has another name than the number: ORDER BY would take the text, in which 1000 comes before 999.
        text: `select id, xid::text as "xidText", kind, subject_id as "subjectId", idea_id as "ideaId", venture_id as "ventureId", leaf,
                 visibility = 'PUBLIC' as "isPublic" from activities
               where xid < pg_snapshot_xmin(pg_current_snapshot()) and (xid, id) > ($1::xid8, $2::uuid)
               order by xid, id limit ${BATCH}`,
        values: [head.xid, head.id],
      });
      const last = rows.at(-1);
      if (last === undefined) {
        await client.query('rollback');
        return [];
      }
      const first = BigInt(head.position) + 1n;
      const batch = rows.map((row, index) => ({ ...row, position: String(first + BigInt(index)) }));
      const lastPosition = first + BigInt(rows.length - 1);
      const root = sha256(...rows.map((row) => row.leaf));
      await client.query(
        `insert into activity_positions (position, activity_id) select $1::bigint + n - 1, id from unnest($2::uuid[]) with ordinality as sealed (id, n)`,
        [String(first), rows.map((row) => row.id)],
      );
      await client.query(
        `insert into activity_seals (number, first_position, last_position, last_xid, last_id, previous_hash, root, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          String(BigInt(head.number) + 1n),
          String(first),
          String(lastPosition),
          last.xidText,
          last.id,
          head.hash,
          root,
          sealHash(head.hash, root, first, lastPosition),
        ],
      );
      await this.sealPublic(
        client,
        batch.filter(({ isPublic }) => isPublic),
      );
      for (const fold of this.folds) await fold(client, batch);
      await client.query('select pg_notify($1, $2)', [SEALED_CHANNEL, String(lastPosition)]);
      await client.query('commit');
      written();
      return batch;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** What everybody may see once more, in the chain that strangers verify. A batch without any of it leaves no trace there. */
  private async sealPublic(client: pg.Client, batch: readonly { position: string; leaf: Buffer }[]): Promise<void> {
    const last = batch.at(-1);
    if (last === undefined) return;
    const { rows } = await client.query<{ number: string; hash: Buffer }>(
      'select number::text, hash from public_seals s order by s.number desc limit 1',
    );
    const previous = rows[0]?.hash ?? GENESIS.hash;
    const number = BigInt(rows[0]?.number ?? 0) + 1n;
    const root = sha256(...batch.map(({ leaf }) => leaf));
    await client.query(
      'insert into public_seals (number, last_position, entries, previous_hash, root, hash) values ($1, $2, $3, $4, $5, $6)',
      [
        String(number),
        last.position,
        batch.length,
        previous,
        root,
        sha256(previous, root, `${number}-${batch.length}`),
      ],
    );
  }

  private async head(client: pg.Client): Promise<Head> {
    const { rows } = await client.query<Head>(
      `select number::text, last_position::text as position, last_xid::text as xid, last_id as id, hash from activity_seals s order by s.number desc limit 1`,
    );
    return rows[0] ?? GENESIS;
  }
}
