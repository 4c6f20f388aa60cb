import { budgetSet } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog, type Activity } from '../../../platform/activity/index.js';
import { sql, type Tx } from '../../../platform/database/index.js';
import { moneyOf } from '../../mandates/index.js';
import { LedgerStore } from '../persistence/ledger-store.js';

/** Sets a mandate's budget in the ledger in the transaction that publishes or revises it. */
@Injectable()
export class SetBudgets {
  constructor(
    private readonly ledger: LedgerStore,
    activity: ActivityLog,
  ) {
    for (const kind of ['mandate.published', 'mandate.revised']) {
      activity.whenever(kind, (tx, entry) => this.set(tx, entry));
    }
  }

  private async set(tx: Tx, { subject, content }: Activity): Promise<void> {
    const version = Number(content?.['version']);
    const budgets = await tx.query<{ version: number; budget_minor: string; currency: string }>(sql`
      select version, budget_minor, currency from mandate_versions
      where mandate_id = ${subject.id} and version in (${version}, ${version - 1})`);
    const after = budgets.find((budget) => budget.version === version);
    if (!after) throw new Error(`The mandate ${subject.id} has no version ${version}.`);
    const before = budgets.find((budget) => budget.version === version - 1)?.budget_minor ?? '0';

    const { currency } = after;
    const transaction = budgetSet(
      subject.id,
      moneyOf(BigInt(before), currency),
      moneyOf(BigInt(after.budget_minor), currency),
    );
    if (transaction) await this.ledger.post(tx, transaction, version);
  }
}
