import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ModulesContainer } from '@nestjs/core';
import type { DataSource } from 'typeorm';

import { MandateStore } from '../../src/modules/mandates/index.js';
import { ApprovePledge, PledgeLocks, PledgeStore } from '../../src/modules/pledges/index.js';
import { FundingRoundStore } from '../../src/modules/rounds/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';

/** The environment variable that names the use case to take away. */
const WITHOUT = 'OPENIMPACT_TEST_WITHOUT';

/**
 * Takes one use case away, when asked to by name: `npm run check:chain` does so for each step of the chain and expects
 * the story to fail. A story that passes without one of its steps proves nothing.
 */
export function breakOnPurpose(app: NestFastifyApplication): void {
  const name = process.env[WITHOUT];
  if (!name) return;
  for (const module of app.get(ModulesContainer).values()) {
    for (const { instance } of module.providers.values()) {
      if (typeof instance !== 'object' || instance === null || instance.constructor.name !== name) continue;
      Object.assign(instance, {
        execute: async () => {
          throw new Error(`${name} was taken away on purpose.`);
        },
      });
      return;
    }
  }
  throw new Error(`There is no use case ${name} to take away.`);
}

/** The environment variable that names the guard of money to take away. */
const WITHOUT_GUARD = 'OPENIMPACT_TEST_WITHOUT_GUARD';

interface Place {
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
}

/**
 * What keeps money right, each with how it is taken away: `npm run check:money` does so one after the other and expects
 * the suite to fail every time. A suite that passes without a guard does not test it.
 */
const GUARDS: Readonly<Record<string, (place: Place) => Promise<unknown>>> = {
  'round-lock': async ({ app }) => {
    // The idea is locked for the same purpose just before, so both go.
    const rounds = app.get(FundingRoundStore);
    Object.assign(rounds, { lock: rounds.find.bind(rounds) });
    Object.assign(app.get(PledgeLocks), { round: rounds.find.bind(rounds) });
  },
  'mandate-lock': async ({ app }) => {
    const mandates = app.get(MandateStore);
    Object.assign(mandates, { lock: mandates.find.bind(mandates) });
  },
  'idempotency-key': ({ dataSource }) =>
    dataSource.query(`
      alter table idempotency_keys drop constraint idempotency_keys_pk;
      alter table idempotency_keys add column made uuid default gen_random_uuid();
      alter table idempotency_keys add constraint idempotency_keys_pk primary key (made)`),
  'payment-reference-key': ({ dataSource }) =>
    dataSource.query('alter table payments drop constraint payments_one_per_reference_key'),
  'balance-trigger': ({ dataSource }) =>
    dataSource.query(
      'drop trigger ledger_entries_balance on ledger_entries; drop trigger ledger_transactions_balance on ledger_transactions',
    ),
  'append-only-trigger': ({ dataSource }) =>
    dataSource.query('drop trigger ledger_entries_append_only on ledger_entries'),
  'request-hash': async () => {
    Buffer.prototype.equals = () => true;
  },
  'content-hash': async ({ app }) => {
    const approve = app.get(ApprovePledge);
    const execute = approve.execute.bind(approve);
    const pledges = app.get(PledgeStore);
    const current = (pledgeId: string) =>
      app.get(UnitOfWork).run(async (tx) => (await pledges.find(tx, pledgeId))?.contentHash ?? '');
    Object.assign(approve, {
      execute: async (...[viewer, command]: Parameters<typeof execute>) =>
        execute(viewer, { ...command, contentHash: await current(command.pledgeId) }),
    });
  },
};

/** Takes one guard of money away, when asked to by name. */
export async function withoutGuard(place: Place): Promise<void> {
  const name = process.env[WITHOUT_GUARD];
  if (!name) return;
  const takeAway = GUARDS[name];
  if (!takeAway) throw new Error(`There is no guard ${name} to take away.`);
  await takeAway(place);
}
