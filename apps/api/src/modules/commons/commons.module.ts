import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { EntryData } from './application/entry-data.js';
import { LineageReader } from './application/lineage.js';
import { LineageResolver } from './graphql/lineage.resolver.js';
import { PublishLearned } from './application/publish-learned.js';
import { PublishReturn } from './application/publish-return.js';
import { ShareEntry } from './application/share-entry.js';
import {
  ComponentEntriesResolver,
  EntryResolver,
  IdeaEntriesResolver,
  ObligationEntryResolver,
  OrganisationEntriesResolver,
  VentureEntriesResolver,
} from './graphql/entry.resolver.js';
import { EntryStore } from './persistence/entry-store.js';

@Module({
  imports: [IdeasModule],
  providers: [
    EntryStore,
    PublishReturn,
    PublishLearned,
    ShareEntry,
    EntryData,
    LineageReader,
    LineageResolver,
    EntryResolver,
    IdeaEntriesResolver,
    VentureEntriesResolver,
    OrganisationEntriesResolver,
    ComponentEntriesResolver,
    ObligationEntryResolver,
  ],
  exports: [ShareEntry],
})
export class CommonsModule {}
