import { type DynamicModule, Module } from '@nestjs/common';

import { ActivityModule } from './modules/activity/index.js';
import { AgreementsModule } from './modules/agreements/index.js';
import { IdeasModule } from './modules/ideas/index.js';
import { OrganisationsModule } from './modules/organisations/index.js';
import { PeopleModule } from './modules/people/index.js';
import { VenturesModule } from './modules/ventures/index.js';
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
        AgreementsModule,
        VenturesModule,
      ],
    };
  }
}
