import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { SupportModule } from '../support/index.js';
import { UploadsModule } from '../uploads/index.js';
import { ChangePolicy } from './application/change-policy.js';
import { CheckTexts } from './application/check-texts.js';
import { DecideHeldPost } from './application/decide-held-post.js';
import { DecideReport } from './application/decide-report.js';
import { HoldFirstPosts } from './application/hold-first-posts.js';
import { KeepPersonalData } from './application/keep-personal-data.js';
import { LimitMutations } from './application/limit-mutations.js';
import { LookAtIdentity } from './application/look-at-identity.js';
import { NameSteward } from './application/name-steward.js';
import { Redact } from './application/redact.js';
import { ReportContent } from './application/report-content.js';
import { SetVotesAside } from './application/set-votes-aside.js';
import { StewardActs } from './application/steward-acts.js';
import { AppealedRemovalResolver } from './graphql/appealed-removal.resolver.js';
import { RedactionResolver } from './graphql/redaction.resolver.js';
import { ReportResolver } from './graphql/report.resolver.js';
import { StewardResolver } from './graphql/steward.resolver.js';
import { StewardshipAppeals } from './application/stewardship-appeals.js';
import { StewardshipData } from './application/stewardship-data.js';
import { DecisionsReader } from './persistence/decisions-reader.js';
import { HeldPostStore } from './persistence/held-post-store.js';
import { QueueReader } from './persistence/queue-reader.js';
import { QuestionStore } from './persistence/question-store.js';
import { RedactionStore } from './persistence/redaction-store.js';
import { ReportStore } from './persistence/report-store.js';
import { SignalStore } from './persistence/signal-store.js';
import { TransparencyReader } from './persistence/transparency-reader.js';
import { WithheldStore } from './persistence/withheld-store.js';

@Module({
  imports: [IdeasModule, OrganisationsModule, SupportModule, UploadsModule],
  providers: [
    QuestionStore,
    RedactionStore,
    ReportStore,
    WithheldStore,
    HeldPostStore,
    SignalStore,
    QueueReader,
    TransparencyReader,
    LimitMutations,
    CheckTexts,
    HoldFirstPosts,
    StewardActs,
    DecideHeldPost,
    SetVotesAside,
    ChangePolicy,
    LookAtIdentity,
    NameSteward,
    KeepPersonalData,
    Redact,
    ReportContent,
    DecideReport,
    StewardshipData,
    StewardshipAppeals,
    DecisionsReader,
    AppealedRemovalResolver,
    RedactionResolver,
    ReportResolver,
    StewardResolver,
  ],
})
export class StewardshipModule {}
