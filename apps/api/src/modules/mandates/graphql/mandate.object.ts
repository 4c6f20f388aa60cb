import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  BUDGET_LINE_KINDS,
  isCurrency,
  MANDATE_STATUSES,
  MATCH_CRITERIA,
  ROUND_PURPOSES,
  type BudgetLineKind,
  type MandateDraft,
  type MandateStatus,
  type MatchCriterion,
  type RoundPurpose,
  type Theme,
} from '@openimpact/domain';

import {
  BigIntScalar,
  connectionOf,
  DateScalar,
  MoneyObject,
  NodeInterface,
  PermissionObject,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import { IdeaObject, ThemeEnum } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import {
  FundingConditionObject,
  PledgeConditionInput,
  pledgeConditionFrom,
  ReturnConditionInput,
  returnConditionFrom,
} from './condition.object.js';

export const MandateStatusEnum = enumOf(MANDATE_STATUSES);
registerEnumType(MandateStatusEnum, { name: 'MandateStatus', description: 'Whether an open offer takes new pledges.' });
export const RoundPurposeEnum = enumOf(ROUND_PURPOSES);
registerEnumType(RoundPurposeEnum, {
  name: 'RoundPurpose',
  description: 'What a funding round is for: finding out, building, or running what was built.',
});
export const MatchCriterionEnum = enumOf(MATCH_CRITERIA);
registerEnumType(MatchCriterionEnum, {
  name: 'MatchCriterion',
  description: 'What is compared when an idea is matched.',
});

@ObjectType('MandateViewerCan', { description: 'What you can do with an open offer now.' })
export class MandateViewerCanObject {
  @Field(() => PermissionObject, { description: 'Publish another version.' }) revise!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Close it to new pledges.' }) close!: PermissionObject;
}

@ObjectType('Mandate', {
  implements: () => NodeInterface,
  description:
    'An open offer to fund: what a funder declares once about the joint work it will pay for, and on what conditions.',
})
export class MandateObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of its address; never changes.' }) slug!: string;
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'More about it. Empty when there is nothing more.' }) summary!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language it is written in.' }) language!: string;
  @Field(() => OrganisationObject, { description: 'The funder.' }) organisation!: OrganisationObject;
  @Field(() => MandateStatusEnum, { description: 'Whether it takes new pledges.' }) status!: MandateStatus;
  @Field(() => Int, { description: 'Which version is in force. What was pledged stays under its version.' })
  version!: number;
  @Field(() => [ThemeEnum], { description: 'What it funds.' }) themes!: Theme[];
  @Field(() => [String], { description: 'Where. Empty: anywhere.' }) places!: string[];
  @Field(() => String, { description: 'Whom it is for. Empty: anyone.' }) peopleServed!: string;
  @Field(() => [RoundPurposeEnum], { description: 'What rounds it pledges to.' }) purposes!: RoundPurpose[];
  @Field(() => [String], { description: 'Which kinds of budget line it pays: DELIVERY, CORE_COSTS.' })
  pays!: BudgetLineKind[];
  @Field(() => MoneyObject, { description: 'All of it.' }) budget!: MoneyObject;
  @Field(() => MoneyObject, { description: 'What no pledge holds.' }) available!: MoneyObject;
  @Field(() => MoneyObject, { description: 'The smallest single pledge.' }) smallestPledge!: MoneyObject;
  @Field(() => MoneyObject, { description: 'The largest single pledge.' }) largestPledge!: MoneyObject;
  @Field(() => DateScalar, { description: 'The first day.' }) opensOn!: string;
  @Field(() => DateScalar, { description: 'The last day, wholly inside.' }) closesOn!: string;
  @Field(() => [FundingConditionObject], { description: 'What has to be shared back.' })
  returnConditions!: FundingConditionObject[];
  @Field(() => [FundingConditionObject], { description: 'What must be true of a round for a pledge to count.' })
  pledgeConditions!: FundingConditionObject[];
  @Field(() => String, { description: 'A clause to paste into a grant letter, as plain text.' }) clause!: string;
  @Field(() => MoneyObject, {
    nullable: true,
    description: 'Above it a second person approves. Seen by the organisation only.',
  })
  approvalThreshold!: MoneyObject | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether every pledge needs a second person. Seen by the organisation only.',
  })
  alwaysAskSecondPerson!: boolean | null;
  @Field(() => Date, { description: 'When it was first published.' }) publishedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was closed.' }) closedAt!: Date | null;
  @Field(() => MandateViewerCanObject, { description: 'What you can do with it now, and what is missing.' })
  viewerCan!: MandateViewerCanObject;
}

@ObjectType('MandateConnection', { description: 'A page of open offers.' })
export class MandateConnection extends connectionOf(() => MandateObject, 'Mandate') {}

@InputType({ description: 'Which open offers to list.' })
export class MandateFilter {
  @Field(() => ID, { nullable: true, description: 'Those of one organisation.' }) organisationId?: string | null;
  @Field(() => [ThemeEnum], { nullable: true, description: 'Those that fund one of these themes.' })
  themes?: Theme[] | null;
  @Field(() => String, { nullable: true, description: 'Those that fund in this place, or anywhere.' })
  place?: string | null;
  @Field(() => RoundPurposeEnum, { nullable: true, description: 'Those that pledge to rounds of this purpose.' })
  purpose?: RoundPurpose | null;
  @Field(() => String, { nullable: true, description: 'Those in this currency.' }) currency?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Closed ones and those whose period is over too. Default: no.' })
  withClosed?: boolean | null;
}

@ObjectType('MatchVerdict', { description: 'One thing that is compared when an idea is matched, and whether it fits.' })
export class MatchVerdictObject {
  @Field(() => MatchCriterionEnum, { description: 'What is compared.' }) criterion!: MatchCriterion;
  @Field(() => Boolean, { description: 'Whether it fits.' }) met!: boolean;
  @Field(() => String, { description: 'The same in a sentence.' }) message!: string;
}

@ObjectType('MatchingIdea', { description: 'An idea that fits an open offer, explained criterion by criterion.' })
export class MatchingIdeaObject {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
  @Field(() => [MatchVerdictObject], { description: 'What was compared. No score.' }) criteria!: MatchVerdictObject[];
}

@InputType({ description: 'What a funder says in an open offer. What is left out has the default said beside it.' })
class MandateTermsInput {
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => [ThemeEnum], { description: 'What you fund: at least one.' }) themes!: Theme[];
  @Field(() => String, { description: 'ISO 4217 code: GBP.' }) currency!: string;
  @Field(() => BigIntScalar, { description: 'The whole budget in minor units.' }) budget!: bigint;
  @Field(() => BigIntScalar, { description: 'The largest single pledge in minor units.' }) largestPledge!: bigint;
  @Field(() => DateScalar, { description: 'The last day.' }) closesOn!: string;
  @Field(() => String, { nullable: true, description: 'More about it. Default: nothing.' }) summary?: string | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag. Default: en.' }) language?: string | null;
  @Field(() => [String], { nullable: true, description: 'Where. Default: anywhere.' }) places?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Whom it is for. Default: anyone.' })
  peopleServed?: string | null;
  @Field(() => BigIntScalar, { nullable: true, description: 'The smallest single pledge. Default: any amount.' })
  smallestPledge?: bigint | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day. Default: today.' }) opensOn?: string | null;
  @Field(() => [RoundPurposeEnum], { nullable: true, description: 'What rounds. Default: all.' })
  purposes?: RoundPurpose[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Which kinds of budget line you pay, such as DELIVERY or CORE_COSTS. Default: all.',
  })
  pays?: string[] | null;
  @Field(() => [ReturnConditionInput], {
    nullable: true,
    description: 'What has to be shared back. Default: any open licence.',
  })
  returnConditions?: ReturnConditionInput[] | null;
  @Field(() => [PledgeConditionInput], {
    nullable: true,
    description: 'What must be true of a round. Default: nothing.',
  })
  pledgeConditions?: PledgeConditionInput[] | null;
  @Field(() => BigIntScalar, {
    nullable: true,
    description: 'Above this amount a second person approves. Default: the organisation’s.',
  })
  approvalThreshold?: bigint | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether every pledge needs a second person. Default: no.' })
  alwaysAskSecondPerson?: boolean | null;
}

/** What was filled in, as the rule reads it: what was left out stays out, so that the rule says the default. */
export function draftFrom(input: MandateTermsInput): MandateDraft {
  const { currency } = input;
  const conditions = input.pledgeConditions;
  // Conditions have amounts, and an amount needs a currency that exists; the rule refuses the currency itself.
  const known = isCurrency(currency) ? currency : 'GBP';
  return {
    title: input.title,
    themes: input.themes,
    currency,
    budget: input.budget,
    largestPledge: input.largestPledge,
    closesOn: input.closesOn,
    ...(input.summary == null ? {} : { summary: input.summary }),
    ...(input.language == null ? {} : { language: input.language }),
    ...(input.places == null ? {} : { places: input.places }),
    ...(input.peopleServed == null ? {} : { peopleServed: input.peopleServed }),
    ...(input.smallestPledge == null ? {} : { smallestPledge: input.smallestPledge }),
    ...(input.opensOn == null ? {} : { opensOn: input.opensOn }),
    ...(input.purposes == null ? {} : { purposes: input.purposes }),
    ...(input.pays == null ? {} : { pays: BUDGET_LINE_KINDS.filter((kind) => input.pays?.includes(kind)) }),
    ...(input.returnConditions == null ? {} : { returnConditions: input.returnConditions.map(returnConditionFrom) }),
    ...(conditions == null
      ? {}
      : { pledgeConditions: conditions.map((condition) => pledgeConditionFrom(condition, known)) }),
    ...(input.approvalThreshold == null ? {} : { approvalThreshold: input.approvalThreshold }),
    ...(input.alwaysAskSecondPerson == null ? {} : { alwaysAskSecondPerson: input.alwaysAskSecondPerson }),
  };
}

@InputType({ description: 'Publishes an open offer to fund.' })
export class PublishMandateInput extends MandateTermsInput {
  @Field(() => ID, { description: 'The organisation that offers.' }) organisationId!: string;
}

@InputType({ description: 'Publishes another version of an open offer: all of it, not only what changed.' })
export class ReviseMandateInput extends MandateTermsInput {
  @Field(() => ID, { description: 'Which open offer.' }) mandateId!: string;
}

@InputType({ description: 'Closes an open offer to new pledges.' })
export class CloseMandateInput {
  @Field(() => ID, { description: 'Which open offer.' }) mandateId!: string;
}

@ObjectType('PublishMandatePayload', { description: 'The offer is published.' })
export class PublishMandatePayload {
  @Field(() => MandateObject, { description: 'The new open offer.' }) mandate!: MandateObject;
}
@ObjectType('ReviseMandatePayload', { description: 'The new version is in force.' })
export class ReviseMandatePayload {
  @Field(() => MandateObject, { description: 'The open offer as it is now.' }) mandate!: MandateObject;
}
@ObjectType('CloseMandatePayload', { description: 'The offer takes no new pledges.' })
export class CloseMandatePayload {
  @Field(() => MandateObject, { description: 'The open offer as it is now.' }) mandate!: MandateObject;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const PublishMandateResult = createUnionType({
  name: 'PublishMandateResult',
  description: 'The new open offer, or what is missing.',
  types: () => [PublishMandatePayload, RefusalObject] as const,
  resolveType,
});
export const ReviseMandateResult = createUnionType({
  name: 'ReviseMandateResult',
  description: 'The open offer as it is now, or what is missing.',
  types: () => [ReviseMandatePayload, RefusalObject] as const,
  resolveType,
});
export const CloseMandateResult = createUnionType({
  name: 'CloseMandateResult',
  description: 'The open offer as it is now, or what is missing.',
  types: () => [CloseMandatePayload, RefusalObject] as const,
  resolveType,
});
