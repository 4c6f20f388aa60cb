import {
  dueAfterReopening,
  isPromiseSettled,
  mayBecome,
  type OutputKind,
  type ReopenedBecause,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { ObligationStore } from '../persistence/obligation-store.js';
import { componentsBuiltOn, judgeLicence } from './judge-licence.js';
import { whoChecks, whoKeeps } from './who-is-concerned.js';

const JUDGE_AGAIN = 'returns.judge-again';

interface VerifiedOn extends Record<string, unknown> {
  readonly obligationId: string;
  readonly licence: string;
  readonly verdict: 'SATISFIES' | 'ASK_A_PERSON';
  readonly condition: string;
  readonly kind: OutputKind;
  readonly componentIds: readonly string[];
}

/** Opens a kept promise again when what was verified is not what is there any more: another version, licence or dependency. */
@Injectable()
export class ReopenPromise {
  constructor(
    private readonly obligations: ObligationStore,
    private readonly activity: ActivityLog,
    private readonly unitOfWork: UnitOfWork,
    jobs: Jobs,
  ) {
    // Many promises may build on one component, so they are looked at after the licence was decided, one by one.
    for (const kind of ['component.licence_concluded', 'component.read_again']) {
      activity.whenever(kind, (tx, { subject }) =>
        jobs.add(tx, JUDGE_AGAIN, { componentId: subject.id }, { key: `${JUDGE_AGAIN}:${subject.id}` }),
      );
    }
    jobs.task(JUDGE_AGAIN, ({ componentId }) => this.judgeAgain(String(componentId)));
  }

  /** The caller may hold the promise's lock or not. Nothing happens to a promise that is not kept. */
  async execute(tx: Tx, obligationId: string, because: ReopenedBecause): Promise<void> {
    const obligation = await this.obligations.lock(tx, obligationId);
    if (!obligation || !isPromiseSettled(obligation.record) || !mayBecome(obligation.record, 'REOPENED')) return;
    const at = await tx.now();
    const dueOn = dueAfterReopening(obligation.dueOn, at.toISOString().slice(0, 10));
    await this.obligations.reopen(tx, obligationId, { because, dueOn, at });
    await this.activity.append(tx, {
      kind: 'obligation.reopened',
      subject: { type: 'Obligation', id: obligationId },
      ideaId: obligation.ideaId,
      ventureId: obligation.ventureId,
      visibility: 'PUBLIC',
      content: { because, dueOn },
      tell: [...(await whoKeeps(tx, obligationId)), ...(await whoChecks(tx, obligationId))],
    });
  }

  /** Judges again every kept promise that builds on a component whose licence changed. Harmless when it runs again. */
  async judgeAgain(componentId: string): Promise<void> {
    const kept = await this.unitOfWork.run((tx) =>
      tx.query<VerifiedOn>(sql`
        select o.id as "obligationId", r.licence, r.verdict, a.licence_condition as condition, a.kind,
          array(select c.component_id from return_components c where c.return_id = r.id) as "componentIds"
        from return_components used join returns r on r.id = used.return_id and r.decision = 'VERIFIED'
          join obligations o on o.id = r.obligation_id and o.state = 'VERIFIED' join agreement_outputs a on a.id = o.agreement_output_id
        where used.component_id = ${componentId}
          and r.number = (select max(newest.number) from returns newest where newest.obligation_id = o.id)`),
    );
    for (const { obligationId, componentIds, verdict, ...work } of kept) {
      await this.unitOfWork.run(async (tx) => {
        const now = judgeLicence(work, await componentsBuiltOn(tx, componentIds));
        const still = 'verdict' in now && (now.verdict === 'SATISFIES' || now.verdict === verdict);
        if (!still) await this.execute(tx, obligationId, 'DEPENDENCY');
      });
    }
  }
}
