import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { ExtendFundingRound } from './application/extend-funding-round.js';
import { OpenFundingRound } from './application/open-funding-round.js';
import { RoundFacts } from './application/round-facts.js';
import { FundingRoundResolver, IdeaFundingResolver } from './graphql/funding-round.resolver.js';
import { FundingRoundStore } from './persistence/funding-round-store.js';

@Module({
  imports: [IdeasModule],
  providers: [
    FundingRoundStore,
    OpenFundingRound,
    ExtendFundingRound,
    RoundFacts,
    FundingRoundResolver,
    IdeaFundingResolver,
  ],
  exports: [FundingRoundStore, OpenFundingRound, ExtendFundingRound],
})
export class RoundsModule {}
