import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ROUND_STATUSES, type RoundPurpose, type RoundStatus } from '@openimpact/domain';

import {
  BigIntScalar,
  connectionOf,
  MoneyObject,
  NodeInterface,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import { IdeaObject } from '../../ideas/index.js';
import { RoundPurposeEnum } from '../../mandates/index.js';
import { OrganisationObject } from '../../organisations/index.js';

export const RoundStatusEnum = enumOf(ROUND_STATUSES);
registerEnumType(RoundStatusEnum, {
  name: 'RoundStatus',
  description: 'Where a funding round is.',
  valuesMap: {
    OPEN: { description: 'Takes pledges.' },
    CLOSING: { description: 'Its deadline has passed; approvals already asked for may finish.' },
    SUCCEEDED: { description: 'Reached its minimum: pledges that count became agreed money.' },
    FAILED: { description: 'Did not reach its minimum this time: all pledges were released.' },
  },
});

@ObjectType('RoundExtension', { description: 'A deadline that was moved, which happens once at most.' })
export class RoundExtensionObject {
  @Field(() => Date, { description: 'The deadline before.' }) from!: Date;
  @Field(() => Date, { description: 'When it was moved.' }) at!: Date;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@ObjectType('Tranche', { description: 'One instalment of a round’s money.' })
export class TrancheObject {
  @Field(() => Int, { description: 'Its place in the order, from 1.' }) position!: number;
  @Field(() => String, { description: 'What it is for. Empty when nothing was said.' }) title!: string;
  @Field(() => Int, { description: 'Its share of the money in hundredths of a percent: 4000 is 40 %.' })
  basisPoints!: number;
}

@ObjectType('FundingRound', {
  implements: () => NodeInterface,
  description: 'A call for pledges for an idea.',
})
export class FundingRoundObject extends NodeInterface {
  @Field(() => IdeaObject, { description: 'What it is for.' }) idea!: IdeaObject;
  @Field(() => RoundPurposeEnum, { description: 'Finding out, building, or running.' }) purpose!: RoundPurpose;
  @Field(() => RoundStatusEnum, { description: 'Where it is.' }) status!: RoundStatus;
  @Field(() => MoneyObject, { description: 'What has to be reached for it to succeed.' }) minimum!: MoneyObject;
  @Field(() => MoneyObject, { description: 'What it never holds more than.' }) target!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Pledges in force now.' }) pledged!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Agreed money after success, less what was released.' })
  committed!: MoneyObject;
  @Field(() => MoneyObject, { description: 'What there is still room for.' }) room!: MoneyObject;
  @Field(() => Date, { description: 'When it closes, unless the lead organisation closes it before.' }) deadline!: Date;
  @Field(() => OrganisationObject, { description: 'Who leads.' }) leadOrganisation!: OrganisationObject;
  @Field(() => OrganisationObject, { description: 'Who holds the money: the lead organisation or a host.' })
  moneyHolder!: OrganisationObject;
  @Field(() => Date, { description: 'When it opened.' }) openedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it closed.' }) closedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'What closed it: DEADLINE, LEAD (at the target) or LEAD_GIVING_UP.',
  })
  closedBy!: string | null;
  @Field(() => String, { description: 'What the lead organisation said when it gave the round up. Else empty.' })
  closingNote!: string;
  @Field(() => RoundExtensionObject, { nullable: true, description: 'What moved its deadline, if anything did.' })
  extension!: RoundExtensionObject | null;
  @Field(() => [TrancheObject], { description: 'The instalments, in order.' }) tranches!: TrancheObject[];
}

@ObjectType('FundingRoundConnection', { description: 'A page of funding rounds.' })
export class FundingRoundConnection extends connectionOf(() => FundingRoundObject, 'FundingRound') {}

@InputType({ description: 'Which funding rounds to list.' })
export class FundingRoundFilter {
  @Field(() => [RoundStatusEnum], { nullable: true, description: 'Those in one of these states.' })
  statuses?: RoundStatus[] | null;
  @Field(() => RoundPurposeEnum, { nullable: true, description: 'Those of one purpose.' })
  purpose?: RoundPurpose | null;
  @Field(() => String, { nullable: true, description: 'Those of one project, by the readable part of its address.' })
  venture?: string | null;
}

@InputType({ description: 'One instalment you plan.' })
export class TrancheInput {
  @Field(() => String, { defaultValue: '', description: 'What it is for.' }) title!: string;
  @Field(() => Int, { description: 'Its share in hundredths of a percent; together they are 10000.' })
  basisPoints!: number;
}

@InputType({ description: 'Opens a funding round.' })
export class OpenFundingRoundInput {
  @Field(() => ID, { description: 'For which idea.' }) ideaId!: string;
  @Field(() => RoundPurposeEnum, { description: 'What for.' }) purpose!: RoundPurpose;
  @Field(() => String, { description: 'ISO 4217 code: GBP.' }) currency!: string;
  @Field(() => BigIntScalar, { description: 'What has to be reached, in minor units.' }) minimum!: bigint;
  @Field(() => BigIntScalar, { description: 'What it never holds more than, in minor units.' }) target!: bigint;
  @Field(() => Date, { description: 'When it closes.' }) deadline!: Date;
  @Field(() => [TrancheInput], {
    defaultValue: [],
    description: 'The instalments, in order. None: all of it at once.',
  })
  tranches!: TrancheInput[];
  @Field(() => ID, {
    nullable: true,
    description: 'Who holds the money. Default: the lead organisation.',
  })
  moneyHolderOrganisationId?: string | null;
}

@InputType({ description: 'Moves the deadline of a funding round, once.' })
export class ExtendFundingRoundInput {
  @Field(() => ID, { description: 'Which round.' }) roundId!: string;
  @Field(() => Date, { description: 'When it closes from now on.' }) deadline!: Date;
  @Field(() => String, { description: 'Why, in public. Every pledger reads it and is asked again.' }) reason!: string;
}

@ObjectType('ExtendFundingRoundPayload', { description: 'The deadline is moved.' })
export class ExtendFundingRoundPayload {
  @Field(() => FundingRoundObject, { description: 'The round as it is now.' }) fundingRound!: FundingRoundObject;
}

export const ExtendFundingRoundResult = createUnionType({
  name: 'ExtendFundingRoundResult',
  description: 'The round as it is now, or what is missing.',
  types: () => [ExtendFundingRoundPayload, RefusalObject] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});

@ObjectType('OpenFundingRoundPayload', { description: 'The round is open.' })
export class OpenFundingRoundPayload {
  @Field(() => FundingRoundObject, { description: 'The new round.' }) fundingRound!: FundingRoundObject;
}

export const OpenFundingRoundResult = createUnionType({
  name: 'OpenFundingRoundResult',
  description: 'The new round, or what is missing.',
  types: () => [OpenFundingRoundPayload, RefusalObject] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
