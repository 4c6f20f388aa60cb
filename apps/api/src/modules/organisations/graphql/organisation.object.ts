import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ORGANISATION_KINDS,
  ORGANISATION_ROLES,
  type OrganisationKind,
  type OrganisationRole,
  REGISTERS,
  VERIFICATION_STATES,
  type VerificationState,
} from '@openimpact/domain';

import {
  connectionOf,
  enumOf,
  MoneyObject,
  NodeInterface,
  PermissionObject,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { PersonObject } from '../../people/index.js';

export const OrganisationRoleEnum = enumOf(ORGANISATION_ROLES);
registerEnumType(OrganisationRoleEnum, {
  name: 'OrganisationRole',
  description: 'What a person may do in an organisation.',
  valuesMap: {
    ADMIN: { description: 'Looks after the organisation and who belongs to it.' },
    MEMBER: { description: 'Acts for the organisation.' },
    APPROVER: { description: 'The second person for money.' },
  },
});
export const OrganisationKindEnum = enumOf(ORGANISATION_KINDS);
registerEnumType(OrganisationKindEnum, { name: 'OrganisationKind', description: 'What sort of organisation it is.' });
export const VerificationStateEnum = enumOf(VERIFICATION_STATES);
registerEnumType(VerificationStateEnum, {
  name: 'VerificationState',
  description: 'How far the check is that an organisation is who it says.',
  valuesMap: {
    NONE: { description: 'Nobody asked.' },
    REQUESTED: { description: 'Asked for, and nobody looked yet.' },
    NOTICE: { description: 'One person of the site team found it right; a second one or seven days are awaited.' },
    VERIFIED: { description: 'It is who it says.' },
  },
});
export const RegisterEnum = enumOf(Object.keys(REGISTERS).map((code) => code.replace('-', '_')));
registerEnumType(RegisterEnum, {
  name: 'Register',
  description: 'A public register, by its code in org-id.guide with an underscore: GB_CHC.',
});

@ObjectType('Registration', { description: 'An entry of a public register.' })
export class RegistrationObject {
  @Field(() => String, { description: 'The register, by its code in org-id.guide: GB-CHC.' }) register!: string;
  @Field(() => String, { description: 'The number there.' }) number!: string;
}

@ObjectType('OrganisationMember', { description: 'A person in an organisation.' })
export class OrganisationMemberObject {
  @Field(() => PersonObject, { description: 'Who.' }) person!: PersonObject;
  @Field(() => [OrganisationRoleEnum], { description: 'What they may do there.' }) roles!: OrganisationRole[];
  @Field(() => DateScalar, { description: 'The day they joined.' }) since!: string;
}

// These point at the organisation below; its class is not there yet when the decorators look at the property's type.
@ObjectType('WaitingAct', {
  implements: () => NodeInterface,
  description: 'Something one person proposed that takes a second one.',
})
export class WaitingActObject extends NodeInterface {
  @Field(() => String, { description: 'APPROVER_ADDED, ORGANISATION_VERIFIED and others.' }) kind!: string;
  @Field(() => PersonObject, { description: 'Who proposed it.' }) proposedBy!: PersonObject;
  @Field(() => PersonObject, { nullable: true, description: 'Whom it is about, when it is about a person.' })
  about!: PersonObject | null;
  @Field(() => OrganisationObject, {
    nullable: true,
    description: 'The organisation it is about, when it is about one.',
  })
  organisation!: object | null;
  @Field(() => Date, { description: 'When it was proposed.' }) proposedAt!: Date;
  @Field(() => Date, {
    nullable: true,
    description: 'When notice is over, where notice can stand in for a second person.',
  })
  noticeEndsAt!: Date | null;
  @Field(() => Boolean, { description: 'Whether you could be the second person.' }) viewerMayConfirm!: boolean;
}

@ObjectType('Verification', { description: 'How far the check is that an organisation is who it says.' })
export class VerificationObject {
  @Field(() => VerificationStateEnum, { description: 'How far it is.' }) state!: VerificationState;
  @Field(() => Date, { nullable: true, description: 'When it was last asked for.' }) requestedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'How it can be checked. Only for its members and the site team.',
  })
  note!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined last time. Only for its members and the site team.',
  })
  declinedBecause!: string | null;
  @Field(() => WaitingActObject, { nullable: true, description: 'What waits for a second person of the site team.' })
  act!: WaitingActObject | null;
}

@ObjectType('Invitation', { implements: () => NodeInterface, description: 'An open invitation into an organisation.' })
export class InvitationObject extends NodeInterface {
  @Field(() => String, { description: 'The address it was sent to.' }) email!: string;
  @Field(() => [OrganisationRoleEnum], { description: 'What the person will be able to do at once.' })
  roles!: OrganisationRole[];
  @Field(() => Boolean, {
    description: 'Whether the person is to become an approver, which a second person then confirms.',
  })
  approverAskedFor!: boolean;
  @Field(() => Date, { description: 'Until when it can be accepted.' }) expiresAt!: Date;
  @Field(() => OrganisationObject, { description: 'Into which organisation.' }) organisation!: object;
}

@ObjectType('OrganisationViewerCan', {
  description: 'What you may do with this organisation now, and what is missing.',
})
export class OrganisationViewerCanObject {
  @Field(() => PermissionObject, { description: 'Invite people and change roles.' }) manageMembers!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Ask for verification.' }) requestVerification!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Verify it, for the site team.' }) verify!: PermissionObject;
}

@ObjectType('Organisation', {
  implements: () => NodeInterface,
  description: 'An organisation whose people act here together.',
})
export class OrganisationObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of its address; never changes.' }) slug!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => OrganisationKindEnum, { description: 'What sort of organisation it is.' }) kind!: OrganisationKind;
  @Field(() => String, { description: 'What it says about itself.' }) about!: string;
  @Field(() => String, { nullable: true, description: 'Its own site.' }) website!: string | null;
  @Field(() => Date, { description: 'When it joined.' }) createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When the site team found that it is who it says. Null before.' })
  verifiedAt!: Date | null;
  @Field(() => RegistrationObject, { nullable: true, description: 'Its entry in a public register, as it stated it.' })
  registration!: RegistrationObject | null;
  @Field(() => MoneyObject, { nullable: true, description: 'Pledges above it need a second person. Null: none does.' })
  approvalThreshold!: MoneyObject | null;
  @Field(() => Int, { description: 'How many people act for it.' }) memberCount!: number;
  @Field(() => [OrganisationMemberObject], { description: 'Who acts for it, longest first, at most 200.' })
  members!: OrganisationMemberObject[];
  @Field(() => VerificationObject, { description: 'Whether it was checked.' }) verification!: VerificationObject;
  @Field(() => [WaitingActObject], { description: 'What waits for a second person. Empty for anybody outside.' })
  waiting!: WaitingActObject[];
  @Field(() => [InvitationObject], { description: 'Open invitations. Empty for anybody but its admins.' })
  invitations!: InvitationObject[];
  @Field(() => [OrganisationRoleEnum], { description: 'Your roles in it. Empty when you are not in it.' })
  viewerRoles!: OrganisationRole[];
}

@ObjectType('OrganisationConnection', { description: 'A page of organisations.' })
export class OrganisationConnection extends connectionOf(() => OrganisationObject, 'Organisation') {}

@ObjectType('ViewerMembership', { description: 'An organisation a person belongs to.' })
export class ViewerMembershipObject {
  @Field(() => OrganisationObject, { description: 'The organisation.' }) organisation!: OrganisationObject;
  @Field(() => [OrganisationRoleEnum], { description: 'What they may do there.' }) roles!: OrganisationRole[];
}

@InputType({ description: 'Which organisations to list. What is left out does not matter.' })
export class OrganisationFilter {
  @Field(() => String, { nullable: true, description: 'A part of the name.' }) search?: string;
  @Field(() => OrganisationKindEnum, { nullable: true, description: 'Only of this sort.' }) kind?: OrganisationKind;
  @Field(() => Boolean, { nullable: true, description: 'Only verified ones, or only others.' }) verified?: boolean;
}

@InputType({ description: 'A new organisation.' })
export class CreateOrganisationInput {
  @Field(() => String, { description: 'Its name, as people know it.' }) name!: string;
  @Field(() => OrganisationKindEnum, { description: 'What sort of organisation it is.' }) kind!: OrganisationKind;
  @Field(() => String, { nullable: true, description: 'What it does.' }) about?: string;
  @Field(() => String, { nullable: true, description: 'Its own site.' }) website?: string;
}
@InputType({ description: 'Above which amount a pledge needs a second person.' })
export class ApprovalThresholdInput {
  @Field(() => BigInt, { description: 'The amount in minor units (pence, cents).' }) minorUnits!: bigint;
  @Field(() => String, { description: 'ISO 4217 code: GBP.' }) currency!: string;
}
@InputType({ description: 'What to change. What is left out stays as it is.' })
export class UpdateOrganisationInput {
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
  @Field(() => String, { nullable: true, description: 'What it does.' }) about?: string;
  @Field(() => String, { nullable: true, description: 'Its own site. Empty: none.' }) website?: string;
  @Field(() => String, {
    nullable: true,
    description: 'The prefix under which it publishes its grants by the 360Giving standard: 360G-lantern. Empty: none.',
  })
  grantsPrefix?: string | null;
  @Field(() => ApprovalThresholdInput, {
    nullable: true,
    description:
      'Pledges above it need a second person. Null: none does. Raising or lifting it is confirmed by a second person.',
  })
  approvalThreshold?: ApprovalThresholdInput | null;
}
@InputType({ description: 'Whom to invite, and as what.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'Into which organisation.' }) organisationId!: string;
  @Field(() => String, { description: 'The address the invitation is sent to. Only its owner can accept.' })
  email!: string;
  @Field(() => [OrganisationRoleEnum], {
    defaultValue: ['MEMBER'],
    description: 'What they shall be able to do. APPROVER is confirmed by a second person.',
  })
  roles!: OrganisationRole[];
}
@InputType({ description: 'Which invitation.' })
export class AcceptInvitationInput {
  @Field(() => String, { description: 'The last part of the address in the mail.' }) token!: string;
}
@InputType({ description: 'Whose roles, and which.' })
export class ChangeRoleInput {
  @Field(() => ID, { description: 'In which organisation.' }) organisationId!: string;
  @Field(() => ID, { description: 'Whose.' }) personId!: string;
  @Field(() => [OrganisationRoleEnum], {
    description: 'The roles from now on. None: the person leaves. APPROVER is confirmed by a second person.',
  })
  roles!: OrganisationRole[];
}
@InputType({ description: 'How the site team can check who you are.' })
export class RequestVerificationInput {
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
  @Field(() => RegisterEnum, { nullable: true, description: 'The public register it stands in, if any.' })
  register?: string;
  @Field(() => String, { nullable: true, description: 'The number there.' }) registrationNumber?: string;
  @Field(() => String, { description: 'How somebody can see that you act for it.' }) note!: string;
}
@InputType({ description: 'One step of the site team.' })
export class VerifyOrganisationInput {
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'True: it is who it says. False: it could not be seen.' })
  verify!: boolean;
  @Field(() => String, { nullable: true, description: 'Why not, told to the organisation.' }) reason?: string;
}
@InputType({ description: 'What to confirm.' })
export class ConfirmSecondInput {
  @Field(() => ID, { description: 'What waits.' }) actId!: string;
}

function payloadOf(name: string) {
  @ObjectType(name, { description: 'Done.' })
  class Payload {
    @Field(() => OrganisationObject, { description: 'The organisation as it is now.' })
    organisation!: OrganisationObject;
  }
  return Payload;
}

function resultOf<T extends object>(name: string, payload: new () => T) {
  return createUnionType({
    name,
    description: 'Done, or what is in the way.',
    types: () => [payload, RefusalObject] as const,
    resolveType: (value: { readonly __typename: string }) => value.__typename,
  });
}

@ObjectType('ConfirmSecondPayload', { description: 'Two people have now said yes.' })
export class ConfirmSecondPayload {
  @Field(() => ID, { description: 'What was confirmed.' }) actId!: string;
  @Field(() => String, { description: 'Of which kind it was.' }) kind!: string;
}

export const CreateOrganisationResult = resultOf('CreateOrganisationResult', payloadOf('CreateOrganisationPayload'));
export const UpdateOrganisationResult = resultOf('UpdateOrganisationResult', payloadOf('UpdateOrganisationPayload'));
export const InviteMemberResult = resultOf('InviteMemberResult', payloadOf('InviteMemberPayload'));
export const AcceptInvitationResult = resultOf('AcceptInvitationResult', payloadOf('AcceptInvitationPayload'));
export const ChangeRoleResult = resultOf('ChangeRoleResult', payloadOf('ChangeRolePayload'));
export const RequestVerificationResult = resultOf('RequestVerificationResult', payloadOf('RequestVerificationPayload'));
export const VerifyOrganisationResult = resultOf('VerifyOrganisationResult', payloadOf('VerifyOrganisationPayload'));
export const ConfirmSecondResult = resultOf('ConfirmSecondResult', ConfirmSecondPayload);
