import { isSettled, type AccountKind, type PledgeStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { moneyOf } from '../../mandates/index.js';
import { PledgeStore, type StoredPledge } from '../../pledges/index.js';
import type { StoredRound } from '../../rounds/index.js';

/** One activity about the money of a round. Payment references are in none of them. */
export interface MoneyActivity {
  readonly kind: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly organisationId: string;
  readonly actorId?: string | undefined;
  readonly content: Readonly<Record<string, unknown>>;
}

@Injectable()
export class TrancheRecorder {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly pledges: PledgeStore,
    private readonly activity: ActivityLog,
  ) {}

  async append(tx: Tx, round: StoredRound, entry: MoneyActivity): Promise<void> {
    await this.activity.append(tx, {
      ...entry,
      ideaId: round.ideaId,
      ventureId: round.ventureId ?? undefined,
      visibility: 'PUBLIC',
      content: { roundId: round.id, currency: round.target.currency, ...entry.content },
    });
  }

  /** Moves a commitment to SETTLED when nothing is left to call or to pay, and back when a payment came back. */
  async settle(tx: Tx, round: StoredRound, pledge: StoredPledge): Promise<void> {
    const balance = async (kind: AccountKind) => {
      const { currency } = pledge.amount;
      return moneyOf(await this.ledger.balance(tx, { kind, ownerId: pledge.id, currency }), currency);
    };
    const balances = { committed: await balance('COMMITTED'), called: await balance('CALLED') };
    const status: PledgeStatus = isSettled(balances) ? 'SETTLED' : 'COMMITTED';
    if (status === pledge.status) return;
    await this.pledges.move(tx, { ...pledge, status }, await tx.now());
    await this.append(tx, round, {
      kind: status === 'SETTLED' ? 'pledge.settled' : 'pledge.owed_again',
      subject: { type: 'Pledge', id: pledge.id },
      organisationId: pledge.funderId,
      content: {},
    });
  }
}
