import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { ReuseModule } from '../reuse/index.js';
import { AgreementFacts } from './application/agreement-facts.js';
import { AgreementGateFacts } from './application/gate-facts.js';
import { AgreementLicenceDemands } from './application/licence-demands.js';
import { DraftCommonsAgreement } from './application/draft-commons-agreement.js';
import { SignCommonsAgreement } from './application/sign-commons-agreement.js';
import {
  AgreementResolver,
  IdeaAgreementPermissionResolver,
  IdeaAgreementResolver,
} from './graphql/agreement.resolver.js';
import { LicenceResolver } from './graphql/licence.resolver.js';
import {
  LicenceInWordsResolver,
  LicenceProblemResolver,
  LicenceSuggestionResolver,
  LicenceSummaryResolver,
  LicenceVerdictResolver,
} from './graphql/licence-words.resolver.js';
import { AgreementStore } from './persistence/agreement-store.js';

@Module({
  imports: [IdeasModule, ReuseModule],
  providers: [
    AgreementStore,
    AgreementFacts,
    DraftCommonsAgreement,
    SignCommonsAgreement,
    AgreementResolver,
    IdeaAgreementResolver,
    IdeaAgreementPermissionResolver,
    AgreementGateFacts,
    AgreementLicenceDemands,
    LicenceResolver,
    LicenceSummaryResolver,
    LicenceInWordsResolver,
    LicenceSuggestionResolver,
    LicenceProblemResolver,
    LicenceVerdictResolver,
  ],
  exports: [AgreementStore, DraftCommonsAgreement, SignCommonsAgreement],
})
export class AgreementsModule {}
