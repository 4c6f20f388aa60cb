import { Module } from '@nestjs/common';

import { CheckTexts } from './application/check-texts.js';
import { DecideReport } from './application/decide-report.js';
import { KeepPersonalData } from './application/keep-personal-data.js';
import { Redact } from './application/redact.js';
import { ReportContent } from './application/report-content.js';
import { RedactionResolver } from './graphql/redaction.resolver.js';
import { ReportResolver } from './graphql/report.resolver.js';
import { StewardshipData } from './application/stewardship-data.js';
import { QuestionStore } from './persistence/question-store.js';
import { RedactionStore } from './persistence/redaction-store.js';
import { ReportStore } from './persistence/report-store.js';
import { WithheldStore } from './persistence/withheld-store.js';

@Module({
  providers: [
    QuestionStore,
    RedactionStore,
    ReportStore,
    WithheldStore,
    CheckTexts,
    KeepPersonalData,
    Redact,
    ReportContent,
    DecideReport,
    StewardshipData,
    RedactionResolver,
    ReportResolver,
  ],
})
export class StewardshipModule {}
