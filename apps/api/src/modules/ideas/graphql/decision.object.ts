import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { connectionOf, enumOf, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { PersonObject } from '../../people/index.js';
import { IdeaObject } from './idea.object.js';

export const AppealOutcomeEnum = enumOf(['UPHELD', 'OVERTURNED']);
registerEnumType(AppealOutcomeEnum, {
  name: 'AppealOutcome',
  description: 'What a second steward found.',
  valuesMap: {
    UPHELD: { description: 'The first decision stands.' },
    OVERTURNED: { description: 'The first decision is undone.' },
  },
});

@ObjectType('Appeal', {
  implements: () => NodeInterface,
  description: 'Somebody asks a second steward to look at a decision again. Seen by whoever made it and by stewards.',
})
export class AppealObject extends NodeInterface {
  @Field(() => String, { description: 'Which kind of decision: IDEA_DECLINED.' }) kind!: string;
  @Field(() => IdeaObject, { nullable: true, description: 'The idea it is about.' }) idea!: IdeaObject | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it should be looked at again. For whoever made it and stewards.',
  })
  reason!: string | null;
  @Field(() => Date, { description: 'When it was made.' }) madeAt!: Date;
  @Field(() => AppealOutcomeEnum, { nullable: true, description: 'What was found; null while it waits.' }) outcome!:
    | string
    | null;
  @Field(() => String, { description: 'Why, in the words of the second steward. Empty while it waits.' })
  decisionReason!: string;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt!: Date | null;
}

@ObjectType('AppealConnection', { description: 'A page of appeals, longest waiting first.' })
export class AppealConnection extends connectionOf(() => AppealObject, 'Appeal') {}

@ObjectType('Decline', { description: 'A steward’s decision that an idea does not go on here.' })
export class DeclineObject {
  @Field(() => ID, { description: 'Give it to appealDecision.' }) id!: string;
  @Field(() => String, { description: 'Why. Public.' }) reason!: string;
  @Field(() => Date, { description: 'When.' }) declinedAt!: Date;
  @Field(() => AppealObject, { nullable: true, description: 'The appeal against it, if there is one.' })
  appeal!: AppealObject | null;
}

@ObjectType('CoAuthorInvitation', { description: 'You are asked to write an idea with its authors.' })
export class CoAuthorInvitationObject {
  @Field(() => PersonObject, { nullable: true, description: 'Who asks.' }) invitedBy!: PersonObject | null;
  @Field(() => Date, { description: 'Since when.' }) invitedAt!: Date;
}

@InputType({ description: 'An idea to decline.' })
export class DeclineIdeaInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => String, { description: 'Why, in words its author can do something with. Public.' }) reason!: string;
}

@InputType({ description: 'A steward’s decision to look at again.' })
export class AppealDecisionInput {
  @Field(() => ID, { description: 'The decision, as `Decline.id` and the like name it.' }) decisionId!: string;
  @Field(() => String, { description: 'Why. For the stewards.' }) reason!: string;
}

@InputType({ description: 'What a second steward found.' })
export class DecideAppealInput {
  @Field(() => ID, { description: 'The appeal.' }) appealId!: string;
  @Field(() => Boolean, { description: 'Whether the first decision is undone.' }) overturn!: boolean;
  @Field(() => String, { description: 'Why. Public.' }) reason!: string;
}

@InputType({ description: 'Whom to ask to write with you.' })
export class InviteCoAuthorInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => String, { description: 'Their handle, with or without the @.' }) handle!: string;
}

@InputType({ description: 'Your answer to whether you write an idea with its authors.' })
export class AnswerCoAuthorInvitationInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => Boolean, { description: 'Whether you do. A vote you had on it then goes.' }) accept!: boolean;
}

@ObjectType('DeclineIdeaPayload', { description: 'The idea is declined.' })
export class DeclineIdeaPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('AppealDecisionPayload', { description: 'Another steward will look at it.' })
export class AppealDecisionPayload {
  @Field(() => AppealObject, { description: 'The appeal.' }) appeal!: AppealObject;
}
@ObjectType('DecideAppealPayload', { description: 'The appeal is decided.' })
export class DecideAppealPayload {
  @Field(() => AppealObject, { description: 'The appeal.' }) appeal!: AppealObject;
}
@ObjectType('InviteCoAuthorPayload', { description: 'They are asked.' })
export class InviteCoAuthorPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('AnswerCoAuthorInvitationPayload', { description: 'Your answer stands.' })
export class AnswerCoAuthorInvitationPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const DeclineIdeaResult = createUnionType({
  name: 'DeclineIdeaResult',
  description: 'Declined, or what is in the way.',
  types: () => [DeclineIdeaPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const AppealDecisionResult = createUnionType({
  name: 'AppealDecisionResult',
  description: 'Appealed, or what is in the way.',
  types: () => [AppealDecisionPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const DecideAppealResult = createUnionType({
  name: 'DecideAppealResult',
  description: 'Decided, or what is in the way.',
  types: () => [DecideAppealPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const InviteCoAuthorResult = createUnionType({
  name: 'InviteCoAuthorResult',
  description: 'Asked, or what is in the way.',
  types: () => [InviteCoAuthorPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const AnswerCoAuthorInvitationResult = createUnionType({
  name: 'AnswerCoAuthorInvitationResult',
  description: 'Answered, or what is in the way.',
  types: () => [AnswerCoAuthorInvitationPayload, RefusalObject] as const,
  resolveType: byTypename,
});
