import { setTimeout } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { SharedReads, written } from './shared-reads.js';
import { sql, type Sql } from './sql.js';

/** What the database was asked, and how many ideas it has: what is written into it changes that. */
let asked: Sql[];
let ideas: number;
let reads: SharedReads;
let fault: Error | undefined;
let answering: Promise<void>;
beforeEach(() => {
  asked = [];
  ideas = 1;
  fault = undefined;
  answering = Promise.resolve();
  reads = new SharedReads(async (statement) => {
    asked.push(statement);
    const row = { ideas };
    await answering;
    if (fault) throw fault;
    return row as never;
  });
});
afterEach(() => written());

const HOW_MANY = sql`select count(*) as ideas from ideas`;
const ask = (statement = HOW_MANY) => reads.one<{ ideas: number }>(statement);
/** As many as are needed until answers are shared. */
async function oftenAsked(statement = HOW_MANY): Promise<void> {
  await Promise.all(Array.from({ length: 10 }, () => ask(statement)));
  asked.length = 0;
}

it('asks anew for everybody while few ask', async () => {
  for (let n = 0; n < 9; n += 1) await ask();
  expect(asked).toHaveLength(9);
});

it('asks once for all who ask the same within a second', async () => {
  await oftenAsked();
  ideas = 2;
  const rows = await Promise.all(Array.from({ length: 50 }, () => ask()));
  expect(asked.length).toBeLessThanOrEqual(1);
  expect(new Set(rows.map((row) => row?.ideas)).size).toBe(1);
});

it('gives nobody the answer to another question: other values are another question', async () => {
  const votesOf = (person: string) => sql`select count(*) as ideas from votes where person_id = ${person}`;
  await oftenAsked(votesOf('asha'));
  ideas = 7;
  expect((await ask(votesOf('sam')))?.ideas).toBe(7);
  expect(asked.map(({ values }) => values)).toEqual([['sam']]);
});

it('gives nobody who asks after something was written what was read before', async () => {
  await oftenAsked();
  expect((await ask())?.ideas).toBe(1);
  ideas = 2;
  written();
  expect((await ask())?.ideas).toBe(2);
});

it('does not let those who ask after a writing join a question that was asked before it', async () => {
  await oftenAsked();
  await setTimeout(60);
  written();
  const { promise, resolve } = Promise.withResolvers<void>();
  answering = promise;
  const before = ask();
  ideas = 2;
  written();
  const after = ask();
  resolve();
  expect([(await before)?.ideas, (await after)?.ideas]).toEqual([1, 2]);
});

it('gives no answer that is older than a second', async () => {
  await oftenAsked();
  expect((await ask())?.ideas).toBe(1);
  ideas = 2;
  await setTimeout(1_050);
  expect((await ask())?.ideas).toBe(2);
});

it('keeps no fault: who asks next is answered', async () => {
  await oftenAsked();
  await setTimeout(60);
  written();
  fault = new Error('The database is away.');
  await expect(ask()).rejects.toThrow('away');
  fault = undefined;
  expect((await ask())?.ideas).toBe(1);
});
