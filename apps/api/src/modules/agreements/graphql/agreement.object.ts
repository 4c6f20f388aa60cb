import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AGREEMENT_STATUSES, OUTPUT_KINDS, type AgreementStatus, type OutputKind } from '@openimpact/domain';

import { DateScalar, enumOf, NodeInterface, PermissionObject, RefusalObject } from '../../../platform/graphql/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';

export const OutputKindEnum = enumOf(OUTPUT_KINDS);
registerEnumType(OutputKindEnum, {
  name: 'OutputKind',
  description: 'The kinds of thing that can be given to the commons.',
  valuesMap: {
    SOFTWARE: { description: 'A program, with its source.' },
    DATA_STANDARD: { description: 'What to measure and how, for many organisations.' },
    DATASET: { description: 'Data that may be published.' },
    USER_RESEARCH: { description: 'What was learned from people; insights, never raw data.' },
    IMPACT_STRATEGY: { description: 'How we think it works: from inputs to impact.' },
    EVALUATION: { description: 'What was found out about whether it works.' },
    DESIGN_PATTERN: { description: 'A way of doing something that others can follow.' },
    API: { description: 'An interface that other programs can use.' },
  },
});
export const AgreementStatusEnum = enumOf(AGREEMENT_STATUSES);
registerEnumType(AgreementStatusEnum, {
  name: 'AgreementStatus',
  description: 'Whether a version of a commons agreement is in force.',
  valuesMap: {
    DRAFT: { description: 'Can be changed; nobody signed it.' },
    SIGNED: { description: 'In force, and stays as it is.' },
    SUPERSEDED: { description: 'Was in force until a later version was signed.' },
  },
});

@ObjectType('AgreementOutput', {
  implements: () => NodeInterface,
  description: 'One thing that will be shared back: what, under which licences, by when.',
})
export class AgreementOutputObject extends NodeInterface {
  @Field(() => Int, { description: 'Its place in the agreement, from 1.' }) position!: number;
  @Field(() => OutputKindEnum, { description: 'What kind of thing.' }) kind!: OutputKind;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { description: 'What it has to be. Empty when the title says it.' }) description!: string;
  @Field(() => String, {
    description:
      'Which licences are accepted: OPEN (any open licence for the kind), or an expression like MIT OR Apache-2.0.',
  })
  licenceCondition!: string;
  @Field(() => [String], {
    description: 'Licences that satisfied the condition when it was agreed, at most 20. Empty when any open one does.',
  })
  licences!: string[];
  @Field(() => Boolean, { description: 'Whether any licence that is open for the kind is accepted.' })
  anyOpenLicence!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'The day it is due, where a day was agreed.' })
  dueOn!: string | null;
  @Field(() => Int, { nullable: true, description: 'Days after the money is agreed, where no day was.' })
  dueAfterDays!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The instalment that pays for it, from 1. While it is overdue no later instalment can be called.',
  })
  tranchePosition!: number | null;
}

@ObjectType('CommonsAgreementViewerCan', {
  description: 'What you may do with this agreement now, and what is missing.',
})
export class CommonsAgreementViewerCanObject {
  @Field(() => PermissionObject, { description: 'Draft it, or a new version when this one is signed.' })
  draft!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Sign it for the organisation that leads the idea.' })
  sign!: PermissionObject;
}

@ObjectType('CommonsAgreement', {
  implements: () => NodeInterface,
  description: 'One version of what will be shared back. What is signed stays as it is; a change is a new version.',
})
export class CommonsAgreementObject extends NodeInterface {
  @Field(() => Int, { description: 'Versions of an idea’s agreement are counted from 1.' }) version!: number;
  @Field(() => Int, { description: 'How often this version was saved. Give it when you sign, to sign what you read.' })
  revision!: number;
  @Field(() => AgreementStatusEnum, { description: 'Whether it is in force.' }) status!: AgreementStatus;
  @Field(() => [AgreementOutputObject], { description: 'What will be shared back, in order.' })
  outputs!: AgreementOutputObject[];
  @Field(() => Date, { description: 'When it was last saved.' }) draftedAt!: Date;
  @Field(() => PersonObject, { nullable: true, description: 'Who saved it last. Null when the account was deleted.' })
  draftedBy!: PersonObject | null;
  @Field(() => Date, { nullable: true, description: 'When it was signed.' }) signedAt!: Date | null;
  @Field(() => PersonObject, { nullable: true, description: 'Who signed it.' }) signedBy!: PersonObject | null;
  @Field(() => OrganisationObject, { nullable: true, description: 'The organisation that is bound by it.' })
  signedFor!: OrganisationObject | null;
  @Field(() => Date, { nullable: true, description: 'When a later version took its place.' })
  supersededAt!: Date | null;
}

@InputType({ description: 'One thing that will be shared back.' })
export class AgreementOutputInput {
  @Field(() => OutputKindEnum, { description: 'What kind of thing.' }) kind!: OutputKind;
  @Field(() => String, { description: 'What it is called.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What it has to be.' }) description?: string | null;
  @Field(() => String, {
    defaultValue: 'OPEN',
    description: 'OPEN for any open licence, or an expression like MIT OR Apache-2.0.',
  })
  licenceCondition!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day it is due. This or dueAfterDays.' })
  dueOn?: string | null;
  @Field(() => Int, { nullable: true, description: 'Days after the money is agreed. This or dueOn.' })
  dueAfterDays?: number | null;
  @Field(() => Int, { nullable: true, description: 'The instalment that pays for it, from 1.' })
  tranchePosition?: number | null;
}

@InputType({ description: 'What will be shared back for an idea. Replaces the open draft.' })
export class DraftCommonsAgreementInput {
  @Field(() => ID, { description: 'For which idea.' }) ideaId!: string;
  @Field(() => [AgreementOutputInput], { description: 'Everything promised, in order.' })
  outputs!: AgreementOutputInput[];
}

@InputType({ description: 'Which version is signed, and for whom.' })
export class SignCommonsAgreementInput {
  @Field(() => ID, { description: 'The version.' }) agreementId!: string;
  @Field(() => ID, { description: 'The organisation that leads the idea.' }) organisationId!: string;
  @Field(() => Int, { description: 'The revision you read: what changed since then has to be read again.' })
  revision!: number;
}

@ObjectType('DraftCommonsAgreementPayload', { description: 'The draft is saved.' })
export class DraftCommonsAgreementPayload {
  @Field(() => CommonsAgreementObject, { description: 'The draft.' }) agreement!: CommonsAgreementObject;
}
@ObjectType('SignCommonsAgreementPayload', { description: 'It is signed and in force.' })
export class SignCommonsAgreementPayload {
  @Field(() => CommonsAgreementObject, { description: 'The signed version.' }) agreement!: CommonsAgreementObject;
}

export const DraftCommonsAgreementResult = createUnionType({
  name: 'DraftCommonsAgreementResult',
  description: 'The draft, or what is wrong with it.',
  types: () => [DraftCommonsAgreementPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
export const SignCommonsAgreementResult = createUnionType({
  name: 'SignCommonsAgreementResult',
  description: 'The signed version, or what is in the way.',
  types: () => [SignCommonsAgreementPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
