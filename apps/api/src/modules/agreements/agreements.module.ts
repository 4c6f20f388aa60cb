import { Module } from '@nestjs/common';

import { AgreementFacts } from './application/agreement-facts.js';
import { DraftCommonsAgreement } from './application/draft-commons-agreement.js';
import { SignCommonsAgreement } from './application/sign-commons-agreement.js';
import { AgreementResolver, IdeaAgreementResolver } from './graphql/agreement.resolver.js';
import { LicenceResolver } from './graphql/licence.resolver.js';
import { AgreementStore } from './persistence/agreement-store.js';

@Module({
  providers: [
    AgreementStore,
    AgreementFacts,
    DraftCommonsAgreement,
    SignCommonsAgreement,
    AgreementResolver,
    IdeaAgreementResolver,
    LicenceResolver,
  ],
  exports: [AgreementStore, DraftCommonsAgreement, SignCommonsAgreement],
})
export class AgreementsModule {}
