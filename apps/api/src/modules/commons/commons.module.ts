import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { ReturnsModule } from '../returns/index.js';
import { UploadsModule } from '../uploads/index.js';
import { EntryData } from './application/entry-data.js';
import { LineageReader } from './application/lineage.js';
import { LineageResolver } from './graphql/lineage.resolver.js';
import { PublishLearned } from './application/publish-learned.js';
import { PublishReturn } from './application/publish-return.js';
import { GiveTogether } from './application/give-together.js';
import { LinkEntry } from './application/link-entry.js';
import { ReplyToFact } from './application/reply-to-fact.js';
import { ReviseEntry } from './application/revise-entry.js';
import { ShareEntry } from './application/share-entry.js';
import { UseEntry } from './application/use-entry.js';
import { WithdrawEntry } from './application/withdraw-entry.js';
import { EntryFilesController } from './graphql/entry-files.controller.js';
import {
  ComponentEntriesResolver,
  EntryResolver,
  IdeaEntriesResolver,
  ObligationEntryResolver,
  OrganisationEntriesResolver,
  VentureEntriesResolver,
} from './graphql/entry.resolver.js';
import { EntryUseResolver } from './graphql/entry-use.resolver.js';
import { GiverResolver } from './graphql/giver.resolver.js';
import { OpennessResolver } from './graphql/openness.resolver.js';
import { EntryStore } from './persistence/entry-store.js';
import { EntryUseStore } from './persistence/entry-use-store.js';

@Module({
  imports: [IdeasModule, ReturnsModule, UploadsModule],
  controllers: [EntryFilesController],
  providers: [
    EntryStore,
    EntryUseStore,
    PublishReturn,
    PublishLearned,
    ShareEntry,
    ReviseEntry,
    WithdrawEntry,
    LinkEntry,
    UseEntry,
    ReplyToFact,
    OpennessResolver,
    EntryData,
    LineageReader,
    LineageResolver,
    EntryResolver,
    EntryUseResolver,
    GiveTogether,
    GiverResolver,
    IdeaEntriesResolver,
    VentureEntriesResolver,
    OrganisationEntriesResolver,
    ComponentEntriesResolver,
    ObligationEntryResolver,
  ],
  exports: [ShareEntry, ReviseEntry, WithdrawEntry],
})
export class CommonsModule {}
