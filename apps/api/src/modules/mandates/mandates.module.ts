import { Module } from '@nestjs/common';

import { CloseMandate } from './application/close-mandate.js';
import { ExpressInterest } from './application/express-interest.js';
import { FittingMandates } from './application/fitting-mandates.js';
import { MatchingIdeas } from './application/matching-ideas.js';
import { PublishMandate } from './application/publish-mandate.js';
import { ReviseMandate } from './application/revise-mandate.js';
import { FittingMandateResolver, InterestResolver } from './graphql/interest.resolver.js';
import { MandateResolver, OrganisationMandatesResolver } from './graphql/mandate.resolver.js';
import { OfferVerdictsResolver } from './graphql/offer-verdicts.resolver.js';
import { MandateStore } from './persistence/mandate-store.js';

@Module({
  providers: [
    MandateStore,
    PublishMandate,
    ReviseMandate,
    CloseMandate,
    MatchingIdeas,
    FittingMandates,
    ExpressInterest,
    MandateResolver,
    OrganisationMandatesResolver,
    OfferVerdictsResolver,
    InterestResolver,
    FittingMandateResolver,
  ],
  exports: [MandateStore, PublishMandate, ReviseMandate, CloseMandate, ExpressInterest, FittingMandates],
})
export class MandatesModule {}
