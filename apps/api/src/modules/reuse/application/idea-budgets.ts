import type { Currency, IdeaBudget } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Sql, type Tx } from '../../../platform/database/index.js';

/**
 * Where the module that keeps budgets says how one stands: an offer is accepted only when its lines fit, and reuse knows
 * no budget.
 */
@Injectable()
export class IdeaBudgets {
  private source: ((idea: Sql) => Sql) | undefined;
  private mostLines = 0;

  /** `budget` answers a row of `currency`, `lines` and `total` (minor units as text) for an idea, or none. */
  provide(mostLines: number, budget: (ideaId: Sql) => Sql): void {
    this.mostLines = mostLines;
    this.source = budget;
  }

  async of(tx: Tx, ideaId: string): Promise<IdeaBudget | null> {
    if (this.source === undefined) return null;
    const found = await tx.one<{ currency: Currency; lines: number; total: string }>(this.source(sql`${ideaId}::uuid`));
    return found === undefined ? null : { ...found, mostLines: this.mostLines, total: BigInt(found.total) };
  }
}
