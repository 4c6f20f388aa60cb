import { Args, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import {
  DateScalar,
  MoneyObject,
  PageArguments,
  SignedIn,
  storedUnder,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { PledgeObject } from '../../pledges/index.js';
import { portfolioView } from '../application/portfolio-view.js';
import { ofMember } from '../application/whose.js';
import { PledgePromisesObject, PortfolioObject, YearEndLineConnection, YearEndObject } from './portfolio.object.js';

@Resolver(() => PortfolioObject)
export class PortfolioResolver {
  constructor(private readonly views: Views) {}

  @Query(() => PortfolioObject, {
    nullable: true,
    description: 'What becomes of the money of one of your organisations. Null for anybody else.',
  })
  portfolio(
    @Args('organisation', { description: 'The readable part of the organisation’s address.' }) slug: string,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(info, viewer, portfolioView, (row) => ofMember(row, slug, viewer));
  }

  @ResolveField(() => YearEndObject, { description: 'A year of its accounts.' })
  yearEnd(
    @Parent() portfolio: Viewed,
    @Args('from', { type: () => DateScalar, description: 'The first day of the year.' }) from: string,
    @Args('to', { type: () => DateScalar, description: 'The last day of the year.' }) to: string,
  ) {
    return portfolio[storedUnder('yearEnd', { from, to })];
  }
}

@Resolver(() => YearEndObject)
export class YearEndResolver {
  @ResolveField(() => YearEndLineConnection, { description: 'Each pledge that held money in the year.' })
  lines(@Parent() year: Viewed, @Args() page: PageArguments) {
    return year[storedUnder('lines', { ...page })];
  }
}

/** What the portfolio adds to a pledge. */
@Resolver(() => PledgeObject)
export class PledgeInPortfolioResolver {
  @ResolveField(() => MoneyObject, { description: 'Agreed, and let go without being paid.' })
  released(@Parent() pledge: Viewed) {
    return pledge['released'];
  }

  @ResolveField(() => PledgePromisesObject, { description: 'What comes back for its round, once it is agreed.' })
  promises(@Parent() pledge: Viewed) {
    return pledge['promises'];
  }
}
