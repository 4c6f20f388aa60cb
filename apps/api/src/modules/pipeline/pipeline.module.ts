import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { GateKeeper } from './application/gate-keeper.js';
import { PipelineFacts } from './application/pipeline-facts.js';
import { RecordHearing } from './application/record-hearing.js';
import { SaveBrief } from './application/save-brief.js';
import { IdeaPipelineResolver, PipelineStageResolver, PipelineViewerCanResolver } from './graphql/pipeline.resolver.js';
import { BriefStore } from './persistence/brief-store.js';

@Module({
  imports: [IdeasModule],
  providers: [
    BriefStore,
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
