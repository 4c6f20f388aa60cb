import { accept, type Decision, declineReuseOffer, type DeclineOfferRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ReuseStore } from '../persistence/reuse-store.js';
import { OffersToAnswer } from './answer-offer.js';

export interface DeclineReuseOfferCommand {
  readonly offerId: string;
  readonly reason: string;
}

/** Turns an offer down, with a public reason: it tells who offered what was needed. */
@Injectable()
export class DeclineReuseOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly toAnswer: OffersToAnswer,
    private readonly reuse: ReuseStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: DeclineReuseOfferCommand,
  ): Promise<Decision<{ readonly offerId: string }, DeclineOfferRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { offer, idea } = await this.toAnswer.lock(tx, command.offerId);
      const decision = declineReuseOffer(command.reason, offer, idea, viewer.person.id);
      if (!decision.ok) return decision;

      await this.reuse.answer(tx, offer.id, {
        status: 'DECLINED',
        byId: viewer.person.id,
        at: await tx.now(),
        reason: decision.value.reason,
      });
      await this.activity.append(tx, {
        kind: 'reuse_offer.declined',
        subject: { type: 'ReuseOffer', id: offer.id },
        ideaId: idea.id,
        actorId: viewer.person.id,
        organisationId: offer.organisationId ?? undefined,
        visibility: 'PUBLIC',
        content: { componentId: offer.componentId, reason: decision.value.reason },
      });
      return accept({ offerId: offer.id });
    });
  }
}
