import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { BigIntScalar, MoneyObject, RefusalObject, UuidScalar } from '../../../platform/graphql/index.js';
import { MandateObject } from '../../mandates/index.js';
import { PersonObject } from '../../people/index.js';
import { PledgeObject } from './pledge.object.js';

@ObjectType('AutomaticPledges', { description: 'Pledges that two people of a funder authorised beforehand.' })
export class AutomaticPledgesObject {
  @Field(() => MoneyObject, { description: 'The most for one idea.' }) perIdea!: MoneyObject;
  @Field(() => MoneyObject, { description: 'The most in one calendar month (UTC).' }) perMonth!: MoneyObject;
  @Field(() => PersonObject, { description: 'Who proposed it.' }) proposedBy!: PersonObject;
  @Field(() => PersonObject, { nullable: true, description: 'Who authorised it; nobody while it waits.' })
  authorisedBy!: PersonObject | null;
  @Field(() => ID, {
    nullable: true,
    description: 'What `confirmSecond` takes, while it waits for a second person.',
  })
  actId!: string | null;
}

@InputType({ description: 'Matches what others pledge to a round, or changes the match you have there.' })
export class SetMatchingInput {
  @Field(() => ID, { description: 'In which round.' }) roundId!: string;
  @Field(() => ID, { description: 'Under which open offer of your organisation.' }) mandateId!: string;
  @Field(() => Int, { defaultValue: 100, description: 'How many percent of what others pledge, from 1 to 1000.' })
  percent!: number;
  @Field(() => BigIntScalar, { description: 'The most it may come to, in minor units of the round’s currency.' })
  most!: bigint;
  @Field(() => String, { defaultValue: '', description: 'What you say beside it, in public.' }) note!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Says that a pledge stands for the later deadline of its round.' })
export class ReconfirmPledgeInput {
  @Field(() => ID, { description: 'Which pledge.' }) pledgeId!: string;
  @Field(() => UuidScalar, { description: 'Made by you before sending.' }) idempotencyKey!: string;
}

@InputType({ description: 'Proposes automatic pledges under an open offer. A second person authorises them.' })
export class ProposeAutomaticPledgesInput {
  @Field(() => ID, { description: 'Under which open offer of your organisation.' }) mandateId!: string;
  @Field(() => BigIntScalar, { description: 'The most for one idea, in minor units of the offer’s currency.' })
  perIdea!: bigint;
  @Field(() => BigIntScalar, { description: 'The most in one calendar month, in minor units.' }) perMonth!: bigint;
}

@InputType({ description: 'Stops automatic pledges under an open offer.' })
export class StopAutomaticPledgesInput {
  @Field(() => ID, { description: 'Under which open offer of your organisation.' }) mandateId!: string;
}

@ObjectType('SetMatchingPayload', { description: 'The match is in force, or awaits a second person.' })
export class SetMatchingPayload {
  @Field(() => PledgeObject, { description: 'The match, which is a pledge.' }) pledge!: PledgeObject;
}
@ObjectType('ReconfirmPledgePayload', { description: 'The pledge stands for the later deadline.' })
export class ReconfirmPledgePayload {
  @Field(() => PledgeObject, { description: 'The pledge as it is now.' }) pledge!: PledgeObject;
}
@ObjectType('ProposeAutomaticPledgesPayload', { description: 'Automatic pledges wait for a second person.' })
export class ProposeAutomaticPledgesPayload {
  @Field(() => MandateObject, { description: 'The open offer.' }) mandate!: MandateObject;
}
@ObjectType('StopAutomaticPledgesPayload', { description: 'Nothing is pledged automatically any longer.' })
export class StopAutomaticPledgesPayload {
  @Field(() => MandateObject, { description: 'The open offer.' }) mandate!: MandateObject;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const SetMatchingResult = createUnionType({
  name: 'SetMatchingResult',
  description: 'The match, or what is missing.',
  types: () => [SetMatchingPayload, RefusalObject] as const,
  resolveType,
});
export const ReconfirmPledgeResult = createUnionType({
  name: 'ReconfirmPledgeResult',
  description: 'The pledge as it is now, or what is missing.',
  types: () => [ReconfirmPledgePayload, RefusalObject] as const,
  resolveType,
});
export const ProposeAutomaticPledgesResult = createUnionType({
  name: 'ProposeAutomaticPledgesResult',
  description: 'The open offer, or what is missing.',
  types: () => [ProposeAutomaticPledgesPayload, RefusalObject] as const,
  resolveType,
});
export const StopAutomaticPledgesResult = createUnionType({
  name: 'StopAutomaticPledgesResult',
  description: 'The open offer, or what is missing.',
  types: () => [StopAutomaticPledgesPayload, RefusalObject] as const,
  resolveType,
});
