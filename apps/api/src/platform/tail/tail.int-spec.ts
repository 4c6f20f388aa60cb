import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { aDatabase, type TestDatabase } from '../../../test/support/database.js';
import { OwnTail } from '../../../test/support/own-tail.js';
import { ActivityLog } from '../activity/index.js';
import { newId, sql, UnitOfWork } from '../database/index.js';
import { verifySeals } from './index.js';

let database: TestDatabase;
let work: UnitOfWork;
let log: ActivityLog;

beforeAll(async () => {
  database = await aDatabase();
  work = new UnitOfWork(database.dataSource);
});
afterAll(async () => {
  await database.close();
});
beforeEach(() => {
  log = new ActivityLog();
});

function happens(kind = 'idea.logged'): Promise<unknown> {
  return work.run((tx) =>
    log.append(tx, {
      kind,
      subject: { type: 'Idea', id: newId() },
      visibility: 'PUBLIC',
      content: { said: 'something' },
    }),
  );
}

async function unsealed(): Promise<number> {
  const row = await database.reader.one<{ n: number }>(
    sql`select count(*)::int as n from activities a where not exists (select 1 from activity_positions p where p.activity_id = a.id)`,
  );
  return row!.n;
}

describe('the log', () => {
  it('is sealed in a chain that anyone can recompute', async () => {
    await Promise.all(Array.from({ length: 40 }, () => happens()));
    expect(await database.tail.tick()).toBeGreaterThanOrEqual(40);
    await happens();
    await database.tail.tick();
    expect(await unsealed()).toBe(0);
    expect((await verifySeals(database.reader)).faults).toEqual([]);
  });

  it('goes on after the tenth batch, where numbers sort differently from their text', async () => {
    for (let batch = 0; batch < 12; batch += 1) {
      await happens();
      expect(await database.tail.tick()).toBe(1);
    }
    const { seals, faults } = await verifySeals(database.reader);
    expect(seals).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it('does not skip a transaction that began earlier and commits later', async () => {
    let finish!: () => void;
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    let begun!: () => void;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const slow = work.run(async (tx) => {
      await log.append(tx, { kind: 'idea.logged', subject: { type: 'Idea', id: newId() }, visibility: 'PUBLIC' });
      begun();
      await waiting;
    });
    await hasBegun;
    await happens();
    // The fast one committed, but the slow one may still come before it: neither is sealed yet.
    expect(await database.tail.tick()).toBe(0);
    finish();
    await slow;
    expect(await database.tail.tick()).toBe(2);
    expect((await verifySeals(database.reader)).faults).toEqual([]);
  });

  it('cannot be changed or emptied, not even by its owner', async () => {
    await happens();
    await database.tail.tick();
    for (const statement of [
      `update activities set kind = 'idea.forged'`,
      'delete from activities',
      'truncate activities cascade',
      `update activity_seals set number = number + 1`,
      'delete from activity_positions',
    ]) {
      await expect(database.dataSource.query(statement)).rejects.toThrow('append-only');
    }
  });

  it('tells when a content was changed behind its back, and verifies when it was destroyed with its salt', async () => {
    await happens();
    await database.tail.tick();
    const [{ id }] = await database.dataSource.query(
      'select activity_id as id from activity_contents order by activity_id desc limit 1',
    );
    await database.dataSource.query(
      `update activity_contents set content = jsonb_set(content, '{kind}', '"idea.forged"') where activity_id = $1`,
      [id],
    );
    expect((await verifySeals(database.reader)).faults).toEqual([
      `activity ${id}: its content does not match its leaf`,
    ]);
    await database.dataSource.query('delete from activity_contents where activity_id = $1', [id]);
    const check = await verifySeals(database.reader);
    expect(check.faults).toEqual([]);
    expect(check.withoutContent).toBe(1);
  });

  it('undoes the activity together with what its consequences refuse', async () => {
    const before = await unsealed();
    log.whenever('round.closed', async () => {
      throw new Error('the venture cannot be founded');
    });
    await expect(happens('round.closed')).rejects.toThrow('cannot be founded');
    expect(await unsealed()).toBe(before);
  });

  it('has one leader at a time, and another takes over when it goes', async () => {
    await database.tail.tick();
    const second = new OwnTail(database.url, database.dataSource);
    await happens();
    expect(await second.tick()).toBe(0);
    await database.tail.onApplicationShutdown();
    expect(await second.tick()).toBe(1);
    await second.onApplicationShutdown();
    expect(await database.tail.tick()).toBe(0);
  });

  it('folds counters in the transaction that seals, once for each activity', async () => {
    const seen: string[] = [];
    database.tail.fold(async (_client, batch) => {
      seen.push(...batch.map(({ id }) => id));
    });
    await Promise.all([happens(), happens(), happens()]);
    await database.tail.tick();
    await database.tail.tick();
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });
});

describe('a unit of work', () => {
  it('keeps nothing of a refused decision', async () => {
    const before = await unsealed();
    const answer = await work.run(async (tx) => {
      await log.append(tx, { kind: 'idea.logged', subject: { type: 'Idea', id: newId() }, visibility: 'PUBLIC' });
      return { ok: false, reasons: [{ code: 'NO' }] } as const;
    });
    expect(answer).toEqual({ ok: false, reasons: [{ code: 'NO' }] });
    expect(await unsealed()).toBe(before);
  });

  it('starts again when PostgreSQL ends it to break a deadlock', async () => {
    await database.dataSource.query('create table chairs (id int primary key, taken int not null default 0)');
    await database.dataSource.query('insert into chairs values (1), (2)');
    const take = (first: number, second: number) =>
      work.run(async (tx) => {
        await tx.query(sql`update chairs set taken = taken + 1 where id = ${first}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await tx.query(sql`update chairs set taken = taken + 1 where id = ${second}`);
      });
    await Promise.all([take(1, 2), take(2, 1)]);
    expect(await database.dataSource.query('select taken from chairs order by id')).toEqual([
      { taken: 2 },
      { taken: 2 },
    ]);
  });
});
