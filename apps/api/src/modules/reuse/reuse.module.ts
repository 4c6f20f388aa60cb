import { Module } from '@nestjs/common';

import { ComponentsModule } from '../components/index.js';
import { IdeasModule } from '../ideas/index.js';
import { AcceptReuseOffer } from './application/accept-reuse-offer.js';
import { OffersToAnswer } from './application/answer-offer.js';
import { DeclineReuseOffer } from './application/decline-reuse-offer.js';
import { IdeaBudgets } from './application/idea-budgets.js';
import { LicenceDemands } from './application/licence-demands.js';
import { OfferReuse } from './application/offer-reuse.js';
import { RecordNothingFits } from './application/record-nothing-fits.js';
import { ReuseData } from './application/reuse-data.js';
import { ReuseFacts } from './application/reuse-facts.js';
import { WithdrawReuseOffer } from './application/withdraw-reuse-offer.js';
import {
  ComponentReuseResolver,
  IdeaReuseResolver,
  IdeaReuseViewerCanResolver,
  ReuseOfferFieldsResolver,
  ReuseVerdictResolver,
} from './graphql/reuse-fields.resolver.js';
import { ReuseResolver } from './graphql/reuse.resolver.js';
import { ReuseStore } from './persistence/reuse-store.js';

@Module({
  imports: [IdeasModule, ComponentsModule],
  providers: [
    ReuseStore,
    OffersToAnswer,
    IdeaBudgets,
    LicenceDemands,
    ReuseFacts,
    ReuseData,
    OfferReuse,
    AcceptReuseOffer,
    DeclineReuseOffer,
    WithdrawReuseOffer,
    RecordNothingFits,
    ReuseResolver,
    ReuseOfferFieldsResolver,
    ReuseVerdictResolver,
    IdeaReuseResolver,
    IdeaReuseViewerCanResolver,
    ComponentReuseResolver,
  ],
  exports: [IdeaBudgets, LicenceDemands, OfferReuse, AcceptReuseOffer, DeclineReuseOffer, RecordNothingFits],
})
export class ReuseModule {}
