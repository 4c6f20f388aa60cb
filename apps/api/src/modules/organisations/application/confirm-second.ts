import { accept, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { SecondPersonStore } from '../persistence/second-person-store.js';
import { type ConfirmationReason, SecondPersonActs } from './second-person-acts.js';

export interface ConfirmedAct {
  readonly actId: string;
  readonly kind: string;
  readonly subjectId: string;
}

/** The second person's yes to what a first person proposed. */
@Injectable()
export class ConfirmSecond {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: SecondPersonStore,
    private readonly kinds: SecondPersonActs,
  ) {}

  execute(viewer: SignedInViewer, actId: string | undefined): Promise<Decision<ConfirmedAct, ConfirmationReason>> {
    return this.unitOfWork.run(async (tx) => {
      const acting = await asOfNow(tx, viewer);
      const act = actId === undefined ? undefined : await this.acts.find(tx, actId);
      if (act === undefined) throw new NotFoundError('This act');
      const kind = this.kinds.of(act);
      if (!(await kind.concerns(tx, acting, act))) throw new NotFoundError('This act');
      if (act.status !== 'PENDING') {
        const done = act.status === 'CONFIRMED' ? 'It was confirmed already.' : 'It was withdrawn.';
        return { ok: false as const, reasons: [{ code: 'NOT_WAITING', words: { message: done } }] };
      }
      const decision = await kind.confirm(tx, acting, act);
      return decision.ok ? accept({ actId: act.id, kind: act.kind, subjectId: act.subjectId }) : decision;
    });
  }
}
