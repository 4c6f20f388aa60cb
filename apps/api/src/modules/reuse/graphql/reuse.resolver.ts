import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import { NodeKinds, NotFoundError, RefusalObject, SignedIn, Views } from '../../../platform/graphql/index.js';
import { componentIdOf } from '../../components/index.js';
import { ideaIdOf } from '../../ideas/index.js';
import { AcceptReuseOffer } from '../application/accept-reuse-offer.js';
import { DeclineReuseOffer } from '../application/decline-reuse-offer.js';
import { OfferReuse } from '../application/offer-reuse.js';
import { RecordNothingFits } from '../application/record-nothing-fits.js';
import { reuseOfferView } from '../application/reuse-view.js';
import { WithdrawReuseOffer } from '../application/withdraw-reuse-offer.js';
import {
  AcceptReuseOfferInput,
  AcceptReuseOfferResult,
  DeclineReuseOfferInput,
  DeclineReuseOfferResult,
  OfferReuseInput,
  OfferReuseResult,
  RecordNothingFitsInput,
  RecordNothingFitsResult,
  ReuseOfferObject,
  WithdrawReuseOfferInput,
  WithdrawReuseOfferResult,
} from './reuse.object.js';
import { wordAcceptOffer, wordDeclineOffer, wordNothingFits, wordOfferReuse, wordWithdrawOffer } from './wording.js';

function offerIdOf(id: string): string {
  const row = rowId('reuseOffer', id);
  if (row === undefined) throw new NotFoundError('This offer');
  return row;
}

@Resolver(() => ReuseOfferObject)
export class ReuseResolver {
  constructor(
    private readonly views: Views,
    private readonly offers: OfferReuse,
    private readonly accepts: AcceptReuseOffer,
    private readonly declines: DeclineReuseOffer,
    private readonly withdraws: WithdrawReuseOffer,
    private readonly nothingFits: RecordNothingFits,
    nodes: NodeKinds,
  ) {
    nodes.register('reuseOffer', {
      view: reuseOfferView,
      from: (offer, id) => sql`reuse_offers ${offer} where ${offer}.id = ${id}`,
    });
  }

  @Mutation(() => OfferReuseResult, { description: 'Offers something that exists, or a part of it, to an idea.' })
  async offerReuse(
    @Args('input', { description: 'The offer.' }) input: OfferReuseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = input.organisationId == null ? null : (rowId('organisation', input.organisationId) ?? '');
    const decision = await this.offers.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      componentId: componentIdOf(input.componentId),
      part: input.part ?? null,
      covers: input.covers,
      missing: input.missing,
      effort: input.effort ?? null,
      saves: input.saves ?? null,
      adaptationFee: input.adaptationFee ?? null,
      maintenance: input.maintenance ?? null,
      currency: input.currency ?? null,
      organisationId,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordOfferReuse);
    return this.views.payload(info, viewer, 'OfferReusePayload', 'reuseOffer', decision.value.offerId);
  }

  @Mutation(() => AcceptReuseOfferResult, { description: 'Accepts an offer to an idea of yours.' })
  async acceptReuseOffer(
    @Args('input', { description: 'Which, and the verdict you saw.' }) input: AcceptReuseOfferInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.accepts.execute(viewer, {
      offerId: offerIdOf(input.offerId),
      verdictSeen: input.verdictSeen,
      reason: input.reason ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordAcceptOffer);
    return this.views.payload(info, viewer, 'AcceptReuseOfferPayload', 'reuseOffer', decision.value.offerId);
  }

  @Mutation(() => DeclineReuseOfferResult, { description: 'Turns down an offer to an idea of yours, with a reason.' })
  async declineReuseOffer(
    @Args('input', { description: 'Which, and why.' }) input: DeclineReuseOfferInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.declines.execute(viewer, { offerId: offerIdOf(input.offerId), reason: input.reason });
    if (!decision.ok) return RefusalObject.from(decision, wordDeclineOffer);
    return this.views.payload(info, viewer, 'DeclineReuseOfferPayload', 'reuseOffer', decision.value.offerId);
  }

  @Mutation(() => WithdrawReuseOfferResult, { description: 'Takes an offer of yours back while it waits.' })
  async withdrawReuseOffer(
    @Args('input', { description: 'Which.' }) input: WithdrawReuseOfferInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.withdraws.execute(viewer, offerIdOf(input.offerId));
    if (!decision.ok) return RefusalObject.from(decision, wordWithdrawOffer);
    return this.views.payload(info, viewer, 'WithdrawReuseOfferPayload', 'reuseOffer', decision.value.offerId);
  }

  @Mutation(() => RecordNothingFitsResult, {
    description: 'Records that nothing that exists fits an idea of yours, with a reason for each suggestion.',
  })
  async recordNothingFits(
    @Args('input', { description: 'The reasons.' }) input: RecordNothingFitsInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.nothingFits.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      reasons: input.reasons.map(({ componentId, reason }) => ({ componentId: componentIdOf(componentId), reason })),
      because: input.because ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordNothingFits);
    return this.views.payload(info, viewer, 'RecordNothingFitsPayload', 'idea', decision.value.ideaId);
  }
}
