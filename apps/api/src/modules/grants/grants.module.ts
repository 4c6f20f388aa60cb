import { Module } from '@nestjs/common';

import { GrantData } from './application/grant-data.js';
import { ImportEarlierGrants } from './application/import-earlier-grants.js';
import { RemoveEarlierGrants } from './application/remove-earlier-grants.js';
import { WriteGrants } from './application/write-grants.js';
import { EarlierGrantResolver } from './graphql/earlier-grant.resolver.js';
import { EarlierGrantStore } from './persistence/earlier-grant-store.js';
import { GrantsController } from './web/grants.controller.js';

@Module({
  controllers: [GrantsController],
  providers: [
    WriteGrants,
    EarlierGrantStore,
    ImportEarlierGrants,
    RemoveEarlierGrants,
    GrantData,
    EarlierGrantResolver,
  ],
})
export class GrantsModule {}
