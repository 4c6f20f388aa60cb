import { BRIEF_LIMITS, type Currency, linesOfOffer } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { sql, type Tx } from '../../../platform/database/index.js';
import { IdeaBudgets } from '../../reuse/index.js';
import { BriefStore } from '../persistence/brief-store.js';

/** Puts what an accepted offer costs into the budget of the idea, in the transaction that accepts it. */
@Injectable()
export class OfferLines {
  constructor(
    private readonly briefs: BriefStore,
    budgets: IdeaBudgets,
    activity: ActivityLog,
  ) {
    budgets.provide(
      BRIEF_LIMITS.budgetLines,
      (ideaId) => sql`
        select b.currency, b.total_minor::text as total, (select count(*)::int from budget_lines l where l.idea_id = b.idea_id) as lines
        from briefs b where b.idea_id = ${ideaId} for update of b`,
    );
    activity.whenever('reuse_offer.accepted', async (tx, { ideaId, actorId, content }) => {
      const { currency, adaptationFee, maintenance, componentId } = content as Record<string, string | undefined>;
      if (ideaId === undefined || actorId === undefined || currency === undefined || componentId === undefined) return;
      await this.add(tx, ideaId, actorId, componentId, {
        currency: currency as Currency,
        adaptationFee: adaptationFee ? BigInt(adaptationFee) : null,
        maintenance: maintenance ? BigInt(maintenance) : null,
      });
    });
  }

  private async add(
    tx: Tx,
    ideaId: string,
    personId: string,
    componentId: string,
    price: Parameters<typeof linesOfOffer>[0],
  ): Promise<void> {
    const component = await tx.one<{ name: string }>(sql`select name from components where id = ${componentId}`);
    await this.briefs.addLines(tx, ideaId, personId, linesOfOffer(price, component?.name ?? ''));
  }
}
