import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AMENDMENT_ANSWERS, AMENDMENT_STATUSES, type AmendmentAnswer, type AmendmentStatus } from '@openimpact/domain';

import { NodeInterface, RefusalObject, UuidScalar } from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import { CommonsAgreementObject } from '../../agreements/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { FundingRoundObject } from '../../rounds/index.js';

const AmendmentAnswerEnum = enumOf(AMENDMENT_ANSWERS);
registerEnumType(AmendmentAnswerEnum, {
  name: 'AmendmentAnswer',
  description: 'What a party says about a change of what was agreed.',
});
const AmendmentStatusEnum = enumOf(AMENDMENT_STATUSES);
registerEnumType(AmendmentStatusEnum, {
  name: 'AmendmentStatus',
  description: 'Where a change of what was agreed is.',
  valuesMap: {
    OPEN: { description: 'Waits for funders.' },
    AGREED: { description: 'Every committed funder agreed; the promises follow the new version.' },
    REFUSED: { description: 'A funder dissented, and says why.' },
  },
});

@ObjectType('AmendmentWord', { description: 'What one funder said about a change of what was agreed.' })
export class AmendmentWordObject {
  @Field(() => OrganisationObject, { description: 'The funder.' }) organisation!: OrganisationObject;
  @Field(() => AmendmentAnswerEnum, { description: 'Its answer.' }) answer!: AmendmentAnswer;
  @Field(() => String, { description: 'Why, in public. Empty when it agreed without a word.' }) reason!: string;
  @Field(() => Date, { description: 'When.' }) answeredAt!: Date;
}

@ObjectType('AgreementAmendment', {
  implements: () => NodeInterface,
  description: 'A change of what was agreed after the money was. Both versions stay readable.',
})
export class AgreementAmendmentObject extends NodeInterface {
  @Field(() => AmendmentStatusEnum, { description: 'Where it is.' }) status!: AmendmentStatus;
  @Field(() => String, { description: 'Why the lead organisation proposes it.' }) reason!: string;
  @Field(() => CommonsAgreementObject, { description: 'The version before.' }) from!: CommonsAgreementObject;
  @Field(() => CommonsAgreementObject, { description: 'The version that follows it.' }) to!: CommonsAgreementObject;
  @Field(() => Date, { description: 'When it was proposed.' }) proposedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt!: Date | null;
  @Field(() => [AmendmentWordObject], { description: 'What each funder said so far.' }) words!: AmendmentWordObject[];
}

@InputType({
  description: 'Proposes a change of what was agreed, as the lead organisation, or answers one, as a funder.',
})
export class AmendAgreementInput {
  @Field(() => ID, { description: 'Of which funding round.' }) roundId!: string;
  @Field(() => ID, { description: 'The version that would follow: signed by the lead organisation.' })
  agreementId!: string;
  @Field(() => ID, { description: 'For which of your organisations you speak.' }) organisationId!: string;
  @Field(() => AmendmentAnswerEnum, { defaultValue: 'AGREES', description: 'What it says.' }) answer!: AmendmentAnswer;
  @Field(() => String, {
    nullable: true,
    description: 'Why, in public. Needed to propose and to dissent.',
  })
  reason?: string | null;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@ObjectType('AmendAgreementPayload', { description: 'It is said.' })
export class AmendAgreementPayload {
  @Field(() => FundingRoundObject, { description: 'The round as it is now.' }) fundingRound!: FundingRoundObject;
}

export const AmendAgreementResult = createUnionType({
  name: 'AmendAgreementResult',
  description: 'The round as it is now, or what is missing.',
  types: () => [AmendAgreementPayload, RefusalObject] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
