export { AcceptInvitation } from './application/accept-invitation.js';
export { ChangeRole } from './application/change-role.js';
export { ConfirmSecond } from './application/confirm-second.js';
export { CreateOrganisation } from './application/create-organisation.js';
export { InviteMember } from './application/invite-member.js';
export { organisationView, viewerMembershipView } from './application/organisation-view.js';
export { RequestVerification } from './application/request-verification.js';
export {
  type ConfirmationReason,
  SecondPersonActs,
  type SecondPersonActKind,
} from './application/second-person-acts.js';
export { UpdateOrganisation } from './application/update-organisation.js';
export { wordSecondPerson } from './application/word-second-person.js';
export { VerifyOrganisation } from './application/verify-organisation.js';
export { OrganisationObject, OrganisationRoleEnum } from './graphql/organisation.object.js';
export { OrganisationsModule } from './organisations.module.js';
export { OrganisationStore } from './persistence/organisation-store.js';
export { type SecondPersonAct, SecondPersonStore } from './persistence/second-person-store.js';
