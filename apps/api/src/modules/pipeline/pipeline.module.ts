import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { ReuseModule } from '../reuse/index.js';
import { GateKeeper } from './application/gate-keeper.js';
import { OfferLines } from './application/offer-lines.js';
import { PipelineFacts } from './application/pipeline-facts.js';
import { RecordHearing } from './application/record-hearing.js';
import { SaveBrief } from './application/save-brief.js';
import { IdeaPipelineResolver, PipelineStageResolver, PipelineViewerCanResolver } from './graphql/pipeline.resolver.js';
import { BriefStore } from './persistence/brief-store.js';

@Module({
  imports: [IdeasModule, ReuseModule],
  providers: [
    BriefStore,
    // Before the gates are looked at: they ask for a budget.
    OfferLines,
    GateKeeper,
    PipelineFacts,
    SaveBrief,
    RecordHearing,
    IdeaPipelineResolver,
    PipelineStageResolver,
    PipelineViewerCanResolver,
  ],
  exports: [SaveBrief, RecordHearing, GateKeeper],
})
export class PipelineModule {}
