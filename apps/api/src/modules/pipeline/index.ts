export { RecordHearing } from './application/record-hearing.js';
export { SaveBrief, type SaveBriefCommand } from './application/save-brief.js';
export { PipelineModule } from './pipeline.module.js';
