import { Args, ID, Info, Mutation, Query, ResolveField, Resolver, Parent } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql, type Sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  MoneyObject,
  NodeKinds,
  NotFoundError,
  PageArguments,
  RefusalObject,
  SignedIn,
  Views,
  type Viewed,
} from '../../../platform/graphql/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { fundingRoundView } from '../application/funding-round-view.js';
import { ExtendFundingRound } from '../application/extend-funding-round.js';
import { OpenFundingRound } from '../application/open-funding-round.js';
import {
  ExtendFundingRoundInput,
  ExtendFundingRoundResult,
  FundingRoundConnection,
  FundingRoundFilter,
  FundingRoundObject,
  OpenFundingRoundInput,
  OpenFundingRoundResult,
} from './funding-round.object.js';
import { wordExtendRoundReason, wordOpenRoundReason } from './words.js';

@Resolver(() => FundingRoundObject)
export class FundingRoundResolver {
  constructor(
    private readonly views: Views,
    private readonly open: OpenFundingRound,
    private readonly extend: ExtendFundingRound,
    nodes: NodeKinds,
  ) {
    nodes.register('round', { view: fundingRoundView, from: byId });
  }

  @Query(() => FundingRoundObject, { nullable: true, description: 'One funding round.' })
  fundingRound(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const roundId = rowId('round', id);
    if (roundId === undefined) return null;
    return this.views.one(info, viewer, fundingRoundView, (round) => byId(round, roundId));
  }

  @Query(() => FundingRoundConnection, { description: 'Funding rounds, newest first.' })
  fundingRounds(
    @Args() page: PageArguments,
    @Args('filter', { type: () => FundingRoundFilter, nullable: true, description: 'Which ones.' })
    filter: FundingRoundFilter | null,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.page(info, viewer, fundingRoundView, {
      from: (round) => sql`funding_rounds ${round}`,
      where: (round) => [
        ...(filter?.statuses?.length ? [sql`${round}.status = any (${filter.statuses}::text[])`] : []),
        ...(filter?.venture
          ? [
              sql`${round}.venture_id = (select venture.id from ventures venture where venture.slug = ${filter.venture})`,
            ]
          : []),
        ...(filter?.purpose ? [sql`${round}.purpose = ${filter.purpose}`] : []),
      ],
      order: (round) => ({
        direction: 'desc',
        by: [
          { expression: sql`${round}.opened_at`, type: 'timestamptz' },
          { expression: sql`${round}.id`, type: 'uuid' },
        ],
      }),
      args: page,
    });
  }

  @Mutation(() => OpenFundingRoundResult, {
    description: 'Opens a call for pledges for an idea that your organisation leads.',
  })
  async openFundingRound(
    @Args('input') input: OpenFundingRoundInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const ideaId = rowId('idea', input.ideaId);
    if (ideaId === undefined) throw new NotFoundError('That idea');
    const holder = input.moneyHolderOrganisationId;
    const moneyHolderOrganisationId = holder == null ? null : rowId('organisation', holder);
    if (moneyHolderOrganisationId === undefined) throw new NotFoundError('That organisation');

    const { purpose, currency, minimum, target, deadline, tranches } = input;
    const draft = { purpose, currency, minimum, target, deadline, tranches };
    const decision = await this.open.execute(viewer, { ideaId, moneyHolderOrganisationId, draft });
    if (!decision.ok) return RefusalObject.from(decision, wordOpenRoundReason);
    const { roundId } = decision.value;
    return this.views.payload(info, viewer, 'OpenFundingRoundPayload', 'fundingRound', roundId, 'round');
  }

  @Mutation(() => ExtendFundingRoundResult, {
    description:
      'Moves the deadline of a round that your organisation leads, once. Pledges that nobody reconfirms are released at the deadline they were made for.',
  })
  async extendFundingRound(
    @Args('input') input: ExtendFundingRoundInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const roundId = rowId('round', input.roundId);
    if (roundId === undefined) throw new NotFoundError('That funding round');
    const decision = await this.extend.execute(viewer, { ...input, roundId });
    if (!decision.ok) return RefusalObject.from(decision, wordExtendRoundReason);
    return this.views.payload(info, viewer, 'ExtendFundingRoundPayload', 'fundingRound', roundId, 'round');
  }
}

/** What rounds add to an idea. */
@Resolver(() => IdeaObject)
export class IdeaFundingResolver {
  @ResolveField(() => MoneyObject, {
    nullable: true,
    description: 'What its newest funding round holds; nothing when money was never asked for.',
  })
  pledged(@Parent() idea: Viewed) {
    return idea['pledged'] ?? null;
  }

  @ResolveField(() => MoneyObject, {
    nullable: true,
    description: 'The target of its newest funding round; nothing when money was never asked for.',
  })
  target(@Parent() idea: Viewed) {
    return idea['target'] ?? null;
  }

  @ResolveField(() => FundingRoundObject, {
    nullable: true,
    description: 'The funding round that is open, or else the newest.',
  })
  fundingRound(@Parent() idea: Viewed) {
    return idea['fundingRound'] ?? null;
  }

  @ResolveField(() => [FundingRoundObject], { description: 'All its funding rounds, newest first.' })
  fundingRounds(@Parent() idea: Viewed) {
    return idea['fundingRounds'] ?? [];
  }
}

function byId(round: Sql, id: string): Sql {
  return sql`funding_rounds ${round} where ${round}.id = ${id}`;
}
