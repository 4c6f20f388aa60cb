import {
  accept,
  type AcceptOfferAsk,
  type AcceptOfferRefusal,
  acceptReuseOffer,
  type Decision,
  type OfferPrice,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { type LockedOffer, ReuseStore } from '../persistence/reuse-store.js';
import { OffersToAnswer } from './answer-offer.js';
import { IdeaBudgets } from './idea-budgets.js';

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
    private readonly budgets: IdeaBudgets,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AcceptReuseOfferCommand,
  ): Promise<Decision<{ readonly offerId: string; readonly ideaId: string }, AcceptOfferRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { offer, idea } = await this.toAnswer.lock(tx, command.offerId);
      const now = await this.toAnswer.verdict(tx, offer);
      const decision = acceptReuseOffer(command, offer, idea, viewer.person.id, now, {
        price: priceOf(offer),
        budget: await this.budgets.of(tx, idea.id),
      });
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
          // The lines that the budget gets; amounts as text, because a log has no larger number.
          ...(offer.currency === null
            ? {}
            : {
                currency: offer.currency,
                adaptationFee: offer.adaptationFeeMinor ?? '',
                maintenance: offer.maintenanceMinor ?? '',
              }),
        },
      });
      return accept({ offerId: offer.id, ideaId: idea.id });
    });
  }
}

function priceOf({ currency, adaptationFeeMinor, maintenanceMinor }: LockedOffer): OfferPrice | null {
  if (currency === null) return null;
  return {
    currency,
    adaptationFee: adaptationFeeMinor === null ? null : BigInt(adaptationFeeMinor),
    maintenance: maintenanceMinor === null ? null : BigInt(maintenanceMinor),
  };
}
