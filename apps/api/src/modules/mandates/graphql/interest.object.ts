import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';

import { DateScalar, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { MandateObject, MatchVerdictObject } from './mandate.object.js';

@ObjectType('FundingInterest', {
  implements: () => NodeInterface,
  description: 'A funder that is interested in an idea, subject to its board. No amount, and nothing ever counts it.',
})
export class FundingInterestObject extends NodeInterface {
  @Field(() => OrganisationObject, { description: 'The funder.' }) organisation!: OrganisationObject;
  @Field(() => MandateObject, { description: 'Under which of its open offers.' }) mandate!: MandateObject;
  @Field(() => DateScalar, { description: 'The day its board meets.' }) boardMeetsOn!: string;
  @Field(() => String, { description: 'What it says beside it. Empty when nothing.' }) note!: string;
  @Field(() => Date, { description: 'When it said so.' }) saidAt!: Date;
}

@ObjectType('FittingMandate', { description: 'An open offer that fits an idea, explained criterion by criterion.' })
export class FittingMandateObject {
  @Field(() => MandateObject, { description: 'The open offer.' }) mandate!: MandateObject;
  @Field(() => [MatchVerdictObject], { description: 'What was compared. No score.' }) criteria!: MatchVerdictObject[];
}

@InputType({ description: 'Says that an idea interests your organisation, subject to its board.' })
export class ExpressInterestInput {
  @Field(() => ID, { description: 'Which idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'Under which open offer of your organisation.' }) mandateId!: string;
  @Field(() => String, { description: 'The day the board meets: 2026-03-31.' }) boardMeetsOn!: string;
  @Field(() => String, { defaultValue: '', description: 'What you say beside it, in public.' }) note!: string;
}

@InputType({ description: 'Takes back that an idea interests your organisation.' })
export class WithdrawInterestInput {
  @Field(() => ID, { description: 'Which idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'Which of your organisations.' }) organisationId!: string;
}

@ObjectType('ExpressInterestPayload', { description: 'It is said.' })
export class ExpressInterestPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('WithdrawInterestPayload', { description: 'It is taken back.' })
export class WithdrawInterestPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const ExpressInterestResult = createUnionType({
  name: 'ExpressInterestResult',
  description: 'The idea, or what is missing.',
  types: () => [ExpressInterestPayload, RefusalObject] as const,
  resolveType,
});
export const WithdrawInterestResult = createUnionType({
  name: 'WithdrawInterestResult',
  description: 'The idea, or what is missing.',
  types: () => [WithdrawInterestPayload, RefusalObject] as const,
  resolveType,
});
