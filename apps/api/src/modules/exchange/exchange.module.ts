import { Module } from '@nestjs/common';

import { ComponentsModule } from '../components/index.js';
import { IdeasModule } from '../ideas/index.js';
import { SupportModule } from '../support/index.js';
import { ImportComponent } from './application/import-component.js';
import { ImportIdeas } from './application/import-ideas.js';
import { ImportPolis } from './application/import-polis.js';
import { ImportTable } from './application/import-table.js';
import { ImportVotes } from './application/import-votes.js';
import { Importing } from './application/importing.js';
import { ActivityExport } from './data/activity-export.js';
import { CollectionExport } from './data/collection.js';
import { OpenDataController } from './data/open-data.controller.js';
import { FeedController } from './feeds/feed.controller.js';
import { FeedStore } from './feeds/feed-store.js';
import { SitemapController } from './search-engines/sitemap.controller.js';
import { SitemapStore } from './search-engines/sitemap-store.js';
import { ImportTableResolver } from './graphql/import-table.resolver.js';
import { ImportStore } from './persistence/import-store.js';

@Module({
  imports: [IdeasModule, SupportModule, ComponentsModule],
  controllers: [FeedController, OpenDataController, SitemapController],
  providers: [
    FeedStore,
    SitemapStore,
    ActivityExport,
    CollectionExport,
    ImportStore,
    Importing,
    ImportIdeas,
    ImportVotes,
    ImportComponent,
    ImportPolis,
    ImportTable,
    ImportTableResolver,
  ],
  exports: [ImportIdeas, ImportVotes, ImportComponent, ImportPolis],
})
export class ExchangeModule {}
