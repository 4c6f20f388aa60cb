import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { DateScalar, DateTimeScalar, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { PersonObject } from '../../people/index.js';
import { resultOf, VentureInput } from './venture.inputs.js';
import { VentureObject } from './venture.object.js';

@ObjectType('SeatInvitation', {
  implements: () => NodeInterface,
  description: 'An invitation to the table of a venture: what is asked, and what people get for it.',
})
export class SeatInvitationObject extends NodeInterface {
  @Field(() => VentureObject, { description: 'Whose table.' }) venture!: VentureObject;
  @Field(() => String, { description: 'What is asked of them.' }) asked!: string;
  @Field(() => String, { description: 'How their time is paid.' }) timePaid!: string;
  @Field(() => String, { description: 'Which expenses are paid.' }) expensesPaid!: string;
  @Field(() => String, { description: 'How people can take part. Empty for nothing said.' }) access!: string;
  @Field(() => Int, { description: 'How many people it is for.' }) places!: number;
  @Field(() => Int, { description: 'How many took it up. Who they are is recorded nowhere.' }) taken!: number;
  @Field(() => Boolean, { description: 'Whether it can still be taken up.' }) open!: boolean;
  @Field(() => DateTimeScalar, { description: 'Until when.' }) expiresAt!: Date;
  @Field(() => PersonObject, { nullable: true, description: 'Who invites.' }) invitedBy!: object | null;
}

@InputType({ description: 'An invitation by link for people whom a venture is for.' })
export class InviteServiceUserInput extends VentureInput {
  @Field(() => String, { description: 'What is asked of them.' }) asked!: string;
  @Field(() => String, { description: 'How their time is paid.' }) timePaid!: string;
  @Field(() => String, { description: 'Which expenses are paid.' }) expensesPaid!: string;
  @Field(() => String, { nullable: true, description: 'How people can take part: captions, breaks, a companion.' })
  access?: string | null;
  @Field(() => Int, { defaultValue: 1, description: 'How many people may take it up, 1 to 20.' }) places!: number;
}

@ObjectType('InviteServiceUserPayload', { description: 'The link is made.' })
export class InviteServiceUserPayload {
  @Field(() => VentureObject, { description: 'The venture as it is now.' }) venture!: VentureObject;
  @Field(() => String, { description: 'The link to hand on. Shown this once; only its hash is kept.' }) link!: string;
}

export const InviteServiceUserResult = createUnionType({
  name: 'InviteServiceUserResult',
  description: 'The link is made. Or what is missing.',
  types: () => [InviteServiceUserPayload, RefusalObject] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});

@InputType({ description: 'An invitation that ends.' })
export class WithdrawSeatInvitationInput {
  @Field(() => ID, { description: 'Which.' }) invitationId!: string;
}

@InputType({ description: 'A seat that an invitation offers.' })
export class AcceptSeatInvitationInput {
  @Field(() => String, { description: 'The last part of the link.' }) token!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the page names the person.' }) nameShown!: boolean;
  @Field(() => String, { nullable: true, description: 'A name for this table only, where the person is not named.' })
  alias?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What would make it possible to take part. Read by the coordinating team and nobody else.',
  })
  accessNeeds?: string | null;
}

@InputType({ description: 'A seat that is given back.' })
export class LeaveSeatInput extends VentureInput {}

@InputType({ description: 'A meeting with the people a venture is for.' })
export class PlanSessionInput extends VentureInput {
  @Field(() => String, { description: 'What they are asked.' }) question!: string;
  @Field(() => DateScalar, { description: 'When.' }) heldOn!: string;
  @Field(() => String, { nullable: true, description: 'Where. Told to the table and the team only.' }) place?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'How people can take part.' }) access?: string | null;
}

@InputType({ description: 'What is told back to the people who said something.' })
export class AnswerUsersInput {
  @Field(() => ID, { description: 'What they said.' }) usersSaidId!: string;
  @Field(() => String, { description: 'What changed because of it; also if nothing did, and why.' }) changed!: string;
}

@InputType({ description: 'What a venture says about itself.' })
export class ReviseVentureInput extends VentureInput {
  @Field(() => String, { description: 'What it is about, in Markdown. Empty for nothing said.' }) summary!: string;
  @Field(() => Boolean, { description: 'Whether people under 18 or adults at risk take part.' })
  involvesPeopleAtRisk!: boolean;
  @Field(() => ID, { nullable: true, description: 'Who answers for their safety: somebody of the venture.' })
  safeguardingLeadId?: string | null;
}

export const WithdrawSeatInvitationResult = resultOf('WithdrawSeatInvitation', 'The link leads nowhere any more.');
export const AcceptSeatInvitationResult = resultOf('AcceptSeatInvitation', 'The seat is taken.');
export const LeaveSeatResult = resultOf('LeaveSeat', 'The seat is given back.');
export const PlanSessionResult = resultOf('PlanSession', 'The session is announced.');
export const AnswerUsersResult = resultOf('AnswerUsers', 'They are told what changed.');
export const ReviseVentureResult = resultOf('ReviseVenture', 'The venture says so.');
