import { Module } from '@nestjs/common';

import { AcceptInvitation } from './application/accept-invitation.js';
import { ApproverAct } from './application/approver-act.js';
import { ChangeRole } from './application/change-role.js';
import { ConfirmSecond } from './application/confirm-second.js';
import { CreateOrganisation } from './application/create-organisation.js';
import { InviteMember } from './application/invite-member.js';
import { MembershipData } from './application/membership-data.js';
import { RequestVerification } from './application/request-verification.js';
import { SecondPersonActs } from './application/second-person-acts.js';
import { ThresholdAct } from './application/threshold-act.js';
import { UpdateOrganisation } from './application/update-organisation.js';
import { VerifyOrganisation } from './application/verify-organisation.js';
import { OrganisationResolver } from './graphql/organisation.resolver.js';
import { PersonOrganisationsResolver, ViewerOrganisationsResolver } from './graphql/viewer-organisations.resolver.js';
import { InstallationPageResolver } from './graphql/installation-page.resolver.js';
import { OrganisationStore } from './persistence/organisation-store.js';
import { SecondPersonStore } from './persistence/second-person-store.js';

const useCases = [
  CreateOrganisation,
  UpdateOrganisation,
  InviteMember,
  AcceptInvitation,
  ChangeRole,
  RequestVerification,
  VerifyOrganisation,
  ConfirmSecond,
];

@Module({
  providers: [
    OrganisationStore,
    InstallationPageResolver,
    SecondPersonStore,
    SecondPersonActs,
    ApproverAct,
    ThresholdAct,
    MembershipData,
    ...useCases,
    OrganisationResolver,
    ViewerOrganisationsResolver,
    PersonOrganisationsResolver,
  ],
  exports: [...useCases, SecondPersonActs, SecondPersonStore, OrganisationStore],
})
export class OrganisationsModule {}
