import {
  type Decision,
  offerReuse,
  type OfferReuseAsk,
  type OfferReuseRefusal,
  accept,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { ComponentStore } from '../../components/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { ReuseStore } from '../persistence/reuse-store.js';

export interface OfferReuseCommand extends OfferReuseAsk {
  readonly ideaId: string;
  readonly componentId: string;
}

/** Offers a component, or a named part of it, to an idea. */
@Injectable()
export class OfferReuse {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly components: ComponentStore,
    private readonly reuse: ReuseStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: OfferReuseCommand,
  ): Promise<Decision<{ readonly offerId: string }, OfferReuseRefusal>> {
    try {
      return await this.unitOfWork.run((tx) => this.offer(tx, viewer, command));
    } catch (error) {
      if (constraintName(error) === 'reuse_offers_one_standing_per_part_key') {
        return refuse([{ code: 'OFFERED_BY_SOMEBODY_ELSE' }]);
      }
      throw error;
    }
  }

  private async offer(
    tx: Tx,
    viewer: SignedInViewer,
    command: OfferReuseCommand,
  ): Promise<Decision<{ readonly offerId: string }, OfferReuseRefusal>> {
    const idea = await this.ideas.lock(tx, command.ideaId);
    if (idea === null) throw new NotFoundError('This idea');
    const component = await this.components.find(tx, command.componentId);
    if (component === null) throw new NotFoundError('This component');
    const decision = offerReuse(command, {
      stage: idea.stage,
      personId: viewer.person.id,
      organisationsHeld: organisationIdsOf(await asOfNow(tx, viewer)),
      standing: await this.reuse.standing(tx, idea.id, component.id, (command.part ?? '').trim()),
    });
    if (!decision.ok) return decision;

    const { supersedesId, price, ...offered } = decision.value;
    const id = newId();
    const now = await tx.now();
    const waiting = {
      id,
      ideaId: idea.id,
      componentId: component.id,
      ...offered,
      currency: price?.currency ?? null,
      adaptationFeeMinor: price?.adaptationFee?.toString() ?? null,
      maintenanceMinor: price?.maintenance?.toString() ?? null,
      status: 'PROPOSED' as const,
      offeredById: viewer.person.id,
      offeredAt: now,
      answeredById: null,
      answeredAt: null,
      answerReason: '',
      verdict: null,
      supersededById: null,
    };
    if (supersedesId !== null) {
      // Its successor does not exist yet when it steps aside; it points at itself for that moment.
      await this.reuse.answer(tx, supersedesId, {
        status: 'SUPERSEDED',
        byId: viewer.person.id,
        at: now,
        supersededById: supersedesId,
      });
    }
    await this.reuse.add(tx, waiting);
    if (supersedesId !== null) {
      await this.reuse.answer(tx, supersedesId, {
        status: 'SUPERSEDED',
        byId: viewer.person.id,
        at: now,
        supersededById: id,
      });
    }
    await this.activity.append(tx, {
      kind: 'reuse_offer.proposed',
      subject: { type: 'ReuseOffer', id },
      ideaId: idea.id,
      actorId: viewer.person.id,
      organisationId: offered.organisationId ?? undefined,
      visibility: 'PUBLIC',
      content: {
        componentId: component.id,
        component: component.name,
        part: offered.part,
        supersedes: supersedesId ?? '',
      },
    });
    return accept({ offerId: id });
  }
}
