import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Decision } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import { NotFoundError, RefusalObject, SignedIn, Views, type Viewed } from '../../../platform/graphql/index.js';
import { MandateObject } from '../../mandates/index.js';
import { AutomaticRules } from '../application/automatic-rules.js';
import { ReconfirmPledge } from '../application/reconfirm-pledge.js';
import { SetMatching } from '../application/set-matching.js';
import {
  AutomaticPledgesObject,
  ProposeAutomaticPledgesInput,
  ProposeAutomaticPledgesResult,
  ReconfirmPledgeInput,
  ReconfirmPledgeResult,
  SetMatchingInput,
  SetMatchingResult,
  StopAutomaticPledgesInput,
  StopAutomaticPledgesResult,
} from './matching.object.js';
import { wordPledgeReason, type PledgeReason } from './words.js';

/** Pledges that follow others or a rule: matches, and those authorised beforehand. */
@Resolver(() => MandateObject)
export class MatchingResolver {
  constructor(
    private readonly views: Views,
    private readonly match: SetMatching,
    private readonly reconfirm: ReconfirmPledge,
    private readonly automatic: AutomaticRules,
  ) {}

  @ResolveField(() => AutomaticPledgesObject, {
    nullable: true,
    description: 'What is pledged automatically under it now. Seen by the organisation only.',
  })
  automaticPledges(@Parent() mandate: Viewed) {
    return mandate['automaticPledges'] ?? null;
  }

  @ResolveField(() => AutomaticPledgesObject, {
    nullable: true,
    description: 'What waits for a second person to be pledged automatically. Seen by the organisation only.',
  })
  automaticPledgesProposed(@Parent() mandate: Viewed) {
    return mandate['automaticPledgesProposed'] ?? null;
  }

  @Mutation(() => SetMatchingResult, {
    description:
      'Promises to match what others pledge to an open round, under one of your open offers; or changes that promise.',
  })
  async setMatching(
    @Args('input') input: SetMatchingInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.match.execute(viewer, {
      ...input,
      roundId: idOf('round', input.roundId, 'That funding round'),
      mandateId: idOf('mandate', input.mandateId, 'That open offer'),
    });
    return this.pledge(info, viewer, 'SetMatchingPayload', decision);
  }

  @Mutation(() => ReconfirmPledgeResult, {
    description: 'Says that your pledge stands for the later deadline of a round that was extended.',
  })
  async reconfirmPledge(
    @Args('input') input: ReconfirmPledgeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pledgeId = idOf('pledge', input.pledgeId, 'That pledge');
    const decision = await this.reconfirm.execute(viewer, { ...input, pledgeId });
    return this.pledge(info, viewer, 'ReconfirmPledgePayload', decision);
  }

  @Mutation(() => ProposeAutomaticPledgesResult, {
    description:
      'Proposes that rounds which fit an open offer are pledged to automatically, within limits. A second person authorises it with `confirmSecond`.',
  })
  async proposeAutomaticPledges(
    @Args('input') input: ProposeAutomaticPledgesInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const mandateId = idOf('mandate', input.mandateId, 'That open offer');
    const decision = await this.automatic.propose(viewer, { ...input, mandateId });
    return this.mandate(info, viewer, 'ProposeAutomaticPledgesPayload', decision);
  }

  @Mutation(() => StopAutomaticPledgesResult, {
    description: 'Stops automatic pledges under an open offer, and those that wait to be authorised.',
  })
  async stopAutomaticPledges(
    @Args('input') input: StopAutomaticPledgesInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const mandateId = idOf('mandate', input.mandateId, 'That open offer');
    return this.mandate(info, viewer, 'StopAutomaticPledgesPayload', await this.automatic.stop(viewer, { mandateId }));
  }

  private pledge(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    type: string,
    decision: Decision<{ readonly pledgeId: string }, PledgeReason>,
  ) {
    if (!decision.ok) return RefusalObject.from(decision, wordPledgeReason);
    const { pledgeId } = decision.value;
    return this.views.payload(info, viewer, type, 'pledge', pledgeId);
  }

  private mandate(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    type: string,
    decision: Decision<{ readonly mandateId: string }, PledgeReason>,
  ) {
    if (!decision.ok) return RefusalObject.from(decision, wordPledgeReason);
    const { mandateId } = decision.value;
    return this.views.payload(info, viewer, type, 'mandate', mandateId);
  }
}

function idOf(kind: string, opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}
