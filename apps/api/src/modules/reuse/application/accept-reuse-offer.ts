import {
  accept,
  type AcceptOfferAsk,
  type AcceptOfferRefusal,
  acceptReuseOffer,
  type Decision,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { ReuseStore } from '../persistence/reuse-store.js';
import { OffersToAnswer } from './answer-offer.js';

export interface AcceptReuseOfferCommand extends AcceptOfferAsk {
  readonly offerId: string;
}

/** Accepts an offer, by an author of the idea who saw what its licence comes to. */
@Injectable()
export class AcceptReuseOffer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly toAnswer: OffersToAnswer,
    private readonly reuse: ReuseStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AcceptReuseOfferCommand,
  ): Promise<Decision<{ readonly offerId: string; readonly ideaId: string }, AcceptOfferRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { offer, idea } = await this.toAnswer.lock(tx, command.offerId);
      const now = await this.toAnswer.verdict(tx, offer);
      const decision = acceptReuseOffer(command, offer, idea, viewer.person.id, now);
      if (!decision.ok) return decision;

      await this.reuse.answer(tx, offer.id, {
        status: 'ACCEPTED',
        byId: viewer.person.id,
        at: await tx.now(),
        ...decision.value,
      });
      await this.activity.append(tx, {
        kind: 'reuse_offer.accepted',
        subject: { type: 'ReuseOffer', id: offer.id },
        ideaId: idea.id,
        actorId: viewer.person.id,
        organisationId: offer.organisationId ?? undefined,
        visibility: 'PUBLIC',
        content: {
          componentId: offer.componentId,
          verdict: now.verdict,
          rule: now.rule,
          reason: decision.value.reason,
        },
      });
      return accept({ offerId: offer.id, ideaId: idea.id });
    });
  }
}
