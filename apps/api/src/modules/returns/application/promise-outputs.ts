import { dueDate } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { AgreementStore } from '../../agreements/index.js';
import { ObligationStore } from '../persistence/obligation-store.js';

interface FundedRound {
  readonly id: string;
  readonly ideaId: string;
  readonly agreementId: string;
}

/**
 * Makes a promise of each output of the agreement that funders pledged to, in the transaction in which their money
 * was agreed: there is never agreed money without what it is for.
 */
@Injectable()
export class PromiseOutputs {
  constructor(
    private readonly agreements: AgreementStore,
    private readonly obligations: ObligationStore,
    private readonly activity: ActivityLog,
  ) {
    activity.whenever('venture.funded', (tx, { subject }) => this.execute(tx, subject.id));
  }

  async execute(tx: Tx, ventureId: string): Promise<void> {
    const rounds = await tx.query<FundedRound>(sql`
      select r.id, r.idea_id as "ideaId", r.agreement_id as "agreementId" from funding_rounds r
      where r.venture_id = ${ventureId} and r.status = 'SUCCEEDED'
        and not exists (select from obligations o where o.round_id = r.id)`);
    for (const round of rounds) await this.promise(tx, ventureId, round);
  }

  private async promise(tx: Tx, ventureId: string, round: FundedRound): Promise<void> {
    const at = await tx.now();
    const today = at.toISOString().slice(0, 10);
    for (const output of await this.agreements.outputsOf(tx, round.agreementId)) {
      const id = newId();
      const dueOn = dueDate(output, today);
      await this.obligations.add(tx, {
        id,
        ventureId,
        ideaId: round.ideaId,
        roundId: round.id,
        agreementOutputId: output.id,
        dueOn,
        tranchePosition: output.tranchePosition,
        at,
      });
      await this.activity.append(tx, {
        kind: 'obligation.promised',
        subject: { type: 'Obligation', id },
        ideaId: round.ideaId,
        ventureId,
        visibility: 'PUBLIC',
        content: { kind: output.kind, title: output.title, dueOn },
      });
    }
  }
}
