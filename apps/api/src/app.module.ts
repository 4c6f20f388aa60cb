import { type DynamicModule, Module } from '@nestjs/common';

import { ActivityModule } from './modules/activity/index.js';
import { AgreementsModule } from './modules/agreements/index.js';
import { ExchangeModule } from './modules/exchange/index.js';
import { IdeasModule } from './modules/ideas/index.js';
import { OrganisationsModule } from './modules/organisations/index.js';
import { PeopleModule } from './modules/people/index.js';
import { UploadsModule } from './modules/uploads/index.js';
import { SupportModule } from './modules/support/index.js';
import { DiscussionModule } from './modules/discussion/index.js';
import { ComponentsModule } from './modules/components/index.js';
import { MandatesModule } from './modules/mandates/index.js';
import { LedgerModule } from './modules/ledger/index.js';
import { RoundsModule } from './modules/rounds/index.js';
import { PledgesModule } from './modules/pledges/index.js';
import { InvariantWatch } from './invariants/invariant-watch.js';
import { TranchesModule } from './modules/tranches/index.js';
import { VenturesModule } from './modules/ventures/index.js';
import { ReturnsModule } from './modules/returns/index.js';
import { PortfolioModule } from './modules/portfolio/index.js';
import { GrantsModule } from './modules/grants/index.js';
import { CommonsModule } from './modules/commons/index.js';
import { MeasurementModule } from './modules/measurement/index.js';
import { ReuseModule } from './modules/reuse/index.js';
import { NotificationsModule } from './modules/notifications/index.js';
import { WebhooksModule } from './modules/webhooks/index.js';
import { PipelineModule } from './modules/pipeline/index.js';
import { StewardshipModule } from './modules/stewardship/index.js';
import { AuthModule } from './platform/auth/auth.module.js';
import { ApiGraphqlModule } from './platform/graphql/graphql.module.js';
import { PersonalDataModule } from './platform/personal-data/index.js';
import { type Foundations, PlatformModule } from './platform/platform.module.js';

/** The whole server: the platform, then the modules in the order in which they may know each other. */
@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(foundations),
        AuthModule,
        PersonalDataModule,
        ApiGraphqlModule,
        ActivityModule,
        PeopleModule,
        OrganisationsModule,
        IdeasModule,
        UploadsModule,
        SupportModule,
        DiscussionModule,
        ComponentsModule,
        ReuseModule,
        MandatesModule,
        AgreementsModule,
        LedgerModule,
        RoundsModule,
        PledgesModule,
        TranchesModule,
        VenturesModule,
        ReturnsModule,
        PortfolioModule,
        GrantsModule,
        CommonsModule,
        MeasurementModule,
        NotificationsModule,
        WebhooksModule,
        PipelineModule,
        StewardshipModule,
        ExchangeModule,
      ],
      // It asks about all modules and none asks about it.
      providers: [InvariantWatch],
    };
  }
}
