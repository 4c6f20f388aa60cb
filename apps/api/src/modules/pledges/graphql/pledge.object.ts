import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PLEDGE_STATUSES, type LicensedAs, type PledgeStatus } from '@openimpact/domain';

import {
  BigIntScalar,
  connectionOf,
  MoneyObject,
  NodeInterface,
  PermissionObject,
  RefusalObject,
  RequirementObject,
  UuidScalar,
} from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import { FundingConditionObject, LicensedAsEnum, MandateObject, PledgeConditionInput } from '../../mandates/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { FundingRoundObject } from '../../rounds/index.js';
import { MatchingObject, SigningInput, SigningObject } from './signing.object.js';

export const PledgeStatusEnum = enumOf(PLEDGE_STATUSES);
registerEnumType(PledgeStatusEnum, {
  name: 'PledgeStatus',
  description: 'Where a pledge is.',
  valuesMap: {
    AWAITING_APPROVAL: { description: 'Waits for a second person of its organisation; holds nothing.' },
    PLEDGED: { description: 'In force while the round is open.' },
    DECLINED: { description: 'The second person declined it.' },
    LAPSED: { description: 'The round closed before anyone approved it.' },
    WITHDRAWN: { description: 'Taken back while the round was open.' },
    RELEASED: { description: 'Given back: the round failed, or its conditions were not met.' },
    COMMITTED: { description: 'Agreed money.' },
    SETTLED: { description: 'All of it paid or released.' },
  },
});

@ObjectType('PledgeVersion', {
  description: 'What a pledge was at a time, and what the second person decided about it.',
})
export class PledgeVersionObject {
  @Field(() => Int, { description: 'Its number, from 1.' }) version!: number;
  @Field(() => MoneyObject, { description: 'The amount then.' }) amount!: MoneyObject;
  @Field(() => String, { description: 'The note then.' }) note!: string;
  @Field(() => PersonObject, { description: 'Who wrote it.' }) author!: PersonObject;
  @Field(() => Date, { description: 'When.' }) writtenAt!: Date;
  @Field(() => String, { nullable: true, description: 'APPROVED or DECLINED; nothing when nobody decided.' })
  decision!: string | null;
  @Field(() => PersonObject, { nullable: true, description: 'Who decided.' }) decidedBy!: PersonObject | null;
  @Field(() => Date, { nullable: true, description: 'When.' }) decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why, in their words.' }) reason!: string | null;
}

@ObjectType('PledgeViewerCan', { description: 'What you can do with a pledge now.' })
export class PledgeViewerCanObject {
  @Field(() => PermissionObject, { description: 'Change it.' }) change!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Take it back.' }) withdraw!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Say that it stands for a later deadline.' })
  reconfirm!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Approve it as the second person.' }) approve!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Decline it as the second person.' }) decline!: PermissionObject;
}

@ObjectType('Pledge', {
  implements: () => NodeInterface,
  description: 'A funder’s conditional promise of money to a round.',
})
export class PledgeObject extends NodeInterface {
  @Field(() => FundingRoundObject, { description: 'To which round.' }) fundingRound!: FundingRoundObject;
  @Field(() => OrganisationObject, { description: 'The funder.' }) organisation!: OrganisationObject;
  @Field(() => MandateObject, { description: 'Under which open offer.' }) mandate!: MandateObject;
  @Field(() => Int, { description: 'Under which version of it.' }) mandateVersion!: number;
  @Field(() => String, { description: 'GRANT.' }) kind!: string;
  @Field(() => PledgeStatusEnum, { description: 'Where it is.' }) status!: PledgeStatus;
  @Field(() => MoneyObject, { description: 'How much. Of a match: what the pledges of others make it now.' })
  amount!: MoneyObject;
  @Field(() => Boolean, { description: 'Whether it was made automatically, as two people authorised beforehand.' })
  automatic!: boolean;
  @Field(() => Boolean, {
    description: 'Whether it was made for an earlier deadline and its funder has not said yet that it stands.',
  })
  awaitsReconfirmation!: boolean;
  @Field(() => MatchingObject, { nullable: true, description: 'What it matches. Nothing: an amount of its own.' })
  matching!: MatchingObject | null;
  @Field(() => SigningObject, {
    nullable: true,
    description: 'Who binds the funder. Seen by the funder, the lead organisation and who holds the money.',
  })
  signing!: SigningObject | null;
  @Field(() => [FundingConditionObject], { description: 'What must be true for it to count.' })
  conditions!: FundingConditionObject[];
  @Field(() => String, { description: 'What the funder says beside it.' }) note!: string;
  @Field(() => Date, { description: 'When it was made.' }) placedAt!: Date;
  @Field(() => MoneyObject, { description: 'Agreed and not asked for yet.' }) uncalled!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Asked for and not paid yet.' }) called!: MoneyObject;
  @Field(() => MoneyObject, { description: 'Paid.' }) paid!: MoneyObject;
  @Field(() => PersonObject, { nullable: true, description: 'Who made it. Seen by the organisation only.' })
  madeBy!: PersonObject | null;
  @Field(() => String, {
    nullable: true,
    description: 'What an approval is of: give it back when you approve. Seen by the organisation only.',
  })
  contentHash!: string | null;
  @Field(() => [PledgeVersionObject], { description: 'What it was over time. Empty outside the organisation.' })
  history!: PledgeVersionObject[];
  @Field(() => PledgeViewerCanObject, { description: 'What you can do with it now, and what is missing.' })
  viewerCan!: PledgeViewerCanObject;
}

@ObjectType('PledgeConnection', { description: 'A page of pledges.' })
export class PledgeConnection extends connectionOf(() => PledgeObject, 'Pledge') {}

@ObjectType('ConditionState', { description: 'A condition of a pledge, and whether it is met now.' })
export class ConditionStateObject {
  @Field(() => FundingConditionObject, { description: 'The condition.' }) condition!: FundingConditionObject;
  @Field(() => Boolean, { description: 'Whether it is met.' }) met!: boolean;
  @Field(() => String, { nullable: true, description: 'What there is now, as a person would write it.' })
  current!: string | null;
  @Field(() => String, { nullable: true, description: 'What is asked for, as a person would write it.' })
  needed!: string | null;
}

@ObjectType('PledgeStanding', { description: 'Whether a pledge in force counts now, and why.' })
export class PledgeStandingObject {
  @Field(() => ID, { description: 'Which pledge.' }) pledgeId!: string;
  @Field(() => Boolean, { description: 'Whether it counts.' }) counts!: boolean;
  @Field(() => [ConditionStateObject], { description: 'Its conditions, given the pledges that count.' })
  conditions!: ConditionStateObject[];
}

@ObjectType('LicenceMeeting', {
  description: 'The licences that content every funder of a round for one kind of output.',
})
export class LicenceMeetingObject {
  @Field(() => LicensedAsEnum, { description: 'For software, data or content.' }) licensedAs!: LicensedAs;
  @Field(() => Boolean, { description: 'Any open licence contents all.' }) anyOpen!: boolean;
  @Field(() => [String], { description: 'The licences that content all. Empty with anyOpen, or when none does.' })
  licences!: readonly string[];
  @Field(() => [ID], { description: 'The two pledges that no licence contents together. Empty when there is one.' })
  collision!: readonly string[];
}

@ObjectType('RoundStanding', { description: 'What would come of an open round if it closed now.' })
export class RoundStandingObject {
  @Field(() => MoneyObject, { description: 'The pledges that count, together.' }) counting!: object;
  @Field(() => MoneyObject, {
    description: 'What is in force now, whether it counts yet or not, matching money included.',
  })
  guaranteed!: object;
  @Field(() => MoneyObject, {
    description: 'What that could become if every match came to its most, up to the target.',
  })
  possible!: object;
  @Field(() => Int, { description: 'How many funders they come from.' }) funders!: number;
  @Field(() => Boolean, { description: 'Whether that reaches the minimum.' }) reachesMinimum!: boolean;
  @Field(() => [PledgeStandingObject], { description: 'Each pledge in force.' }) pledges!: PledgeStandingObject[];
  @Field(() => [LicenceMeetingObject], { description: 'For each kind of output that a condition speaks of.' })
  licences!: LicenceMeetingObject[];
}

@ObjectType('FundingRoundViewerCan', { description: 'What you can do with a funding round now.' })
export class FundingRoundViewerCanObject {
  @Field(() => PermissionObject, { description: 'Pledge under one of your open offers.' }) pledge!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Close it early, at its target.' }) close!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Give it up, which releases every pledge.' }) giveUp!: PermissionObject;
}

@ObjectType('PledgePreview', {
  description: 'What would happen if this pledge were placed now. Nothing is promised yet.',
})
export class PledgePreviewObject {
  @Field(() => [RequirementObject], { description: 'What is in the way. Empty: it would be accepted.' })
  requirements!: RequirementObject[];
  @Field(() => Boolean, { description: 'Whether a second person has to approve it.' }) needsSecondPerson!: boolean;
  @Field(() => Boolean, { description: 'Whether it would count now.' }) counts!: boolean;
  @Field(() => MoneyObject, { description: 'What those who match pledges would add to the round because of it.' })
  matched!: object;
  @Field(() => [ConditionStateObject], { description: 'Its conditions, as they would be.' })
  conditions!: ConditionStateObject[];
}

@InputType({ description: 'Pledges to a round.' })
export class PlacePledgeInput {
  @Field(() => ID, { description: 'To which round.' }) roundId!: string;
  @Field(() => ID, { description: 'Under which open offer of your organisation.' }) mandateId!: string;
  @Field(() => BigIntScalar, { description: 'How much, in minor units.' }) amount!: bigint;
  @Field(() => String, { description: 'In which currency: that of the round and the offer.' }) currency!: string;
  @Field(() => [PledgeConditionInput], { defaultValue: [], description: 'Conditions besides those of the offer.' })
  conditions!: PledgeConditionInput[];
  @Field(() => String, { defaultValue: '', description: 'What you say beside it, in public.' }) note!: string;
  @Field(() => SigningInput, { nullable: true, description: 'Who binds your organisation. Default: you.' })
  signing?: SigningInput | null;
  @Field(() => UuidScalar, { description: 'Made by you before sending: the same key is the same pledge.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Changes a pledge: all of it, not only what is different.' })
export class ChangePledgeInput {
  @Field(() => ID, { description: 'Which pledge.' }) pledgeId!: string;
  @Field(() => BigIntScalar, { description: 'How much from now on, in minor units.' }) amount!: bigint;
  @Field(() => [PledgeConditionInput], { defaultValue: [], description: 'Conditions besides those of the offer.' })
  conditions!: PledgeConditionInput[];
  @Field(() => String, { defaultValue: '', description: 'What you say beside it, in public.' }) note!: string;
  @Field(() => SigningInput, { nullable: true, description: 'Who binds your organisation. Default: you.' })
  signing?: SigningInput | null;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Approves a pledge as the second person.' })
export class ApprovePledgeInput {
  @Field(() => ID, { description: 'Which pledge.' }) pledgeId!: string;
  @Field(() => String, { description: 'The contentHash of what you read.' }) contentHash!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Declines a pledge as the second person.' })
export class DeclinePledgeInput {
  @Field(() => ID, { description: 'Which pledge.' }) pledgeId!: string;
  @Field(() => String, { description: 'The contentHash of what you read.' }) contentHash!: string;
  @Field(() => String, { defaultValue: '', description: 'Why. Seen by the organisation only.' }) reason!: string;
}

@InputType({ description: 'Takes a pledge back.' })
export class WithdrawPledgeInput {
  @Field(() => ID, { description: 'Which pledge.' }) pledgeId!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Closes a funding round.' })
export class CloseFundingRoundInput {
  @Field(() => ID, { description: 'Which round.' }) roundId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'To give the round up: why, in public. Every pledge is released. Left out: it closes with success at its target.',
  })
  givingUpBecause?: string | null;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@ObjectType('PlacePledgePayload', { description: 'The pledge is in force, or awaits a second person.' })
export class PlacePledgePayload {
  @Field(() => PledgeObject, { description: 'The new pledge.' }) pledge!: PledgeObject;
}
@ObjectType('ChangePledgePayload', { description: 'The pledge is changed.' })
export class ChangePledgePayload {
  @Field(() => PledgeObject, { description: 'The pledge as it is now.' }) pledge!: PledgeObject;
}
@ObjectType('ApprovePledgePayload', { description: 'The pledge is in force.' })
export class ApprovePledgePayload {
  @Field(() => PledgeObject, { description: 'The pledge as it is now.' }) pledge!: PledgeObject;
}
@ObjectType('DeclinePledgePayload', { description: 'The pledge is declined.' })
export class DeclinePledgePayload {
  @Field(() => PledgeObject, { description: 'The pledge as it is now.' }) pledge!: PledgeObject;
}
@ObjectType('WithdrawPledgePayload', { description: 'The pledge is withdrawn.' })
export class WithdrawPledgePayload {
  @Field(() => PledgeObject, { description: 'The pledge as it is now.' }) pledge!: PledgeObject;
}
@ObjectType('CloseFundingRoundPayload', { description: 'The round is closed, or closing.' })
export class CloseFundingRoundPayload {
  @Field(() => FundingRoundObject, { description: 'The round as it is now.' }) fundingRound!: FundingRoundObject;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const PlacePledgeResult = createUnionType({
  name: 'PlacePledgeResult',
  description: 'The new pledge, or what is missing.',
  types: () => [PlacePledgePayload, RefusalObject] as const,
  resolveType,
});
export const ChangePledgeResult = createUnionType({
  name: 'ChangePledgeResult',
  description: 'The pledge as it is now, or what is missing.',
  types: () => [ChangePledgePayload, RefusalObject] as const,
  resolveType,
});
export const ApprovePledgeResult = createUnionType({
  name: 'ApprovePledgeResult',
  description: 'The pledge as it is now, or what is missing.',
  types: () => [ApprovePledgePayload, RefusalObject] as const,
  resolveType,
});
export const DeclinePledgeResult = createUnionType({
  name: 'DeclinePledgeResult',
  description: 'The pledge as it is now, or what is missing.',
  types: () => [DeclinePledgePayload, RefusalObject] as const,
  resolveType,
});
export const WithdrawPledgeResult = createUnionType({
  name: 'WithdrawPledgeResult',
  description: 'The pledge as it is now, or what is missing.',
  types: () => [WithdrawPledgePayload, RefusalObject] as const,
  resolveType,
});
export const CloseFundingRoundResult = createUnionType({
  name: 'CloseFundingRoundResult',
  description: 'The round as it is now, or what is missing.',
  types: () => [CloseFundingRoundPayload, RefusalObject] as const,
  resolveType,
});
