import { Module } from '@nestjs/common';

import { CloseMandate } from './application/close-mandate.js';
import { MatchingIdeas } from './application/matching-ideas.js';
import { PublishMandate } from './application/publish-mandate.js';
import { ReviseMandate } from './application/revise-mandate.js';
import { MandateResolver, MatchingIdeaResolver } from './graphql/mandate.resolver.js';
import { OfferVerdictsResolver } from './graphql/offer-verdicts.resolver.js';
import { MandateStore } from './persistence/mandate-store.js';

@Module({
  providers: [
    MandateStore,
    PublishMandate,
    ReviseMandate,
    CloseMandate,
    MatchingIdeas,
    MandateResolver,
    MatchingIdeaResolver,
    OfferVerdictsResolver,
  ],
  exports: [MandateStore, PublishMandate, ReviseMandate, CloseMandate],
})
export class MandatesModule {}
