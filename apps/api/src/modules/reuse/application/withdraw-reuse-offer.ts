import { accept, type Decision, type WithdrawOfferRefusal, withdrawReuseOffer } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ReuseStore } from '../persistence/reuse-store.js';
import { OffersToAnswer } from './answer-offer.js';

/** Takes an offer back while it waits for an answer. */
@Injectable()
export class WithdrawReuseOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly toAnswer: OffersToAnswer,
    private readonly reuse: ReuseStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    offerId: string,
  ): Promise<Decision<{ readonly offerId: string }, WithdrawOfferRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { offer, idea } = await this.toAnswer.lock(tx, offerId);
      const decision = withdrawReuseOffer(offer, viewer.person.id, organisationIdsOf(await asOfNow(tx, viewer)));
      if (!decision.ok) return decision;

      await this.reuse.answer(tx, offer.id, { status: 'WITHDRAWN', byId: viewer.person.id, at: await tx.now() });
      await this.activity.append(tx, {
        kind: 'reuse_offer.withdrawn',
        subject: { type: 'ReuseOffer', id: offer.id },
        ideaId: idea.id,
        actorId: viewer.person.id,
        organisationId: offer.organisationId ?? undefined,
        visibility: 'PUBLIC',
        content: { componentId: offer.componentId },
      });
      return accept({ offerId: offer.id });
    });
  }
}
