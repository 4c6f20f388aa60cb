import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  pageSize,
  RefusalObject,
  SignedIn,
  Views,
  type Viewed,
} from '../../../platform/graphql/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { ExpressInterest } from '../application/express-interest.js';
import { FittingMandates } from '../application/fitting-mandates.js';
import { interestView } from '../application/interest-view.js';
import { mandateView } from '../application/mandate-view.js';
import {
  ExpressInterestInput,
  ExpressInterestResult,
  FittingMandateObject,
  FundingInterestObject,
  WithdrawInterestInput,
  WithdrawInterestResult,
} from './interest.object.js';
import { criterionVerdict } from './word-criterion.js';
import { wordInterestReason } from './words.js';

/** What open offers add to an idea: who would fund it, and who is interested in it. */
@Resolver(() => IdeaObject)
export class InterestResolver {
  constructor(
    private readonly views: Views,
    private readonly interest: ExpressInterest,
    private readonly fitting: FittingMandates,
    nodes: NodeKinds,
  ) {
    nodes.register('interest', {
      view: interestView,
      from: (interest, id) =>
        sql`funding_interests ${interest} where ${interest}.id = ${id} and ${interest}.withdrawn_at is null`,
    });
  }

  @ResolveField(() => [FundingInterestObject], {
    description: 'Funders that are interested, subject to their boards, the nearest meeting first.',
  })
  fundingInterests(@Parent() idea: Viewed) {
    return idea['fundingInterests'];
  }

  @Query(() => [FittingMandateObject], { description: 'Who would fund this? Open offers that fit an idea.' })
  async fittingMandates(
    @Args('ideaId', { type: () => ID, description: 'Which idea.' }) ideaId: string,
    @Args('first', { type: () => Int, defaultValue: 10, description: 'How many, from 1 to 100.' }) first: number,
  ) {
    const id = rowId('idea', ideaId);
    const matches = id === undefined ? null : await this.fitting.find(id, pageSize(first));
    if (matches === null) throw new NotFoundError('That idea');
    return matches.map(({ mandateId, criteria }) => ({
      __typename: 'FittingMandate',
      mandateId,
      criteria: criteria.map(criterionVerdict),
    }));
  }

  @Mutation(() => ExpressInterestResult, {
    description:
      'Says that an idea interests your organisation, subject to its board on a day. Nothing ever counts it.',
  })
  async expressInterest(
    @Args('input') input: ExpressInterestInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ideaId = idOf('idea', input.ideaId, 'That idea');
    const mandateId = idOf('mandate', input.mandateId, 'That open offer');
    const decision = await this.interest.execute(viewer, { ...input, ideaId, mandateId });
    return decision.ok
      ? this.views.payload(info, viewer, 'ExpressInterestPayload', 'idea', ideaId)
      : RefusalObject.from(decision, wordInterestReason);
  }

  @Mutation(() => WithdrawInterestResult, { description: 'Takes back that an idea interests your organisation.' })
  async withdrawInterest(
    @Args('input') input: WithdrawInterestInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ideaId = idOf('idea', input.ideaId, 'That idea');
    const organisationId = idOf('organisation', input.organisationId, 'That organisation');
    const decision = await this.interest.withdraw(viewer, { ideaId, organisationId });
    return decision.ok
      ? this.views.payload(info, viewer, 'WithdrawInterestPayload', 'idea', ideaId)
      : RefusalObject.from(decision, wordInterestReason);
  }
}

@Resolver(() => FittingMandateObject)
export class FittingMandateResolver {
  constructor(private readonly views: Views) {}

  @ResolveField()
  mandate(@Parent() match: { mandateId: string }, @CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.views.one(
      info,
      viewer,
      mandateView,
      (mandate) => sql`mandates ${mandate} where ${mandate}.id = ${match.mandateId}`,
    );
  }
}

function idOf(kind: string, opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}
