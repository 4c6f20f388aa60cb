import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FIRST_POSTS, type FirstPosts, HELD_POST_DECISIONS, type HeldPostDecision } from '@openimpact/domain';

import { enumOf, RefusalObject } from '../../../platform/graphql/index.js';

export const HeldPostDecisionEnum = enumOf(HELD_POST_DECISIONS);
registerEnumType(HeldPostDecisionEnum, {
  name: 'HeldPostDecision',
  description: 'What happens to a first post that waits.',
  valuesMap: {
    APPROVE: { description: 'It is published as its writer’s.' },
    APPROVE_AND_TRUST: { description: 'It is published, and nothing of its writer waits again.' },
    DECLINE: { description: 'It is not published; its writer is told why.' },
    DECLINE_AND_BLOCK: { description: 'As declined, and blocking its writer is proposed to a second person.' },
  },
});
export const FirstPostsEnum = enumOf(FIRST_POSTS);
registerEnumType(FirstPostsEnum, {
  name: 'FirstPosts',
  description: 'What happens to the first things somebody new writes.',
  valuesMap: {
    PUBLISHED: { description: 'They are published as everybody’s.' },
    LINKS_HELD: { description: 'Those with a link wait for the site team.' },
    HELD: { description: 'All of them wait for the site team.' },
  },
});

@InputType({ description: 'A steward’s answer to a first post that waits.' })
export class DecideHeldPostInput {
  @Field(() => ID, { description: 'The post.' }) postId!: string;
  @Field(() => HeldPostDecisionEnum, { description: 'What happens to it.' }) decision!: HeldPostDecision;
  @Field(() => String, { nullable: true, description: 'Why; its writer is told. Needed where it is declined.' })
  reason?: string | null;
}

@ObjectType('DecideHeldPostPayload', { description: 'It is decided.' })
export class DecideHeldPostPayload {
  @Field(() => ID, { description: 'The post.' }) postId!: string;
  @Field(() => Boolean, { description: 'Whether blocking its writer now waits for a second person, or seven days.' })
  blockProposed!: boolean;
}

@InputType({ description: 'A steward’s decision about a burst of votes.' })
export class SetVotesAsideInput {
  @Field(() => ID, { description: 'The burst.' }) signalId!: string;
  @Field(() => Boolean, { description: 'Whether its votes by new accounts are set aside; otherwise nothing is wrong.' })
  aside!: boolean;
  @Field(() => String, { description: 'Why. Public, and told to those who voted.' }) reason!: string;
}

@ObjectType('SetVotesAsidePayload', { description: 'It is decided.' })
export class SetVotesAsidePayload {
  @Field(() => ID, { description: 'The burst.' }) signalId!: string;
  @Field(() => Int, { description: 'How many votes were set aside.' }) votes!: number;
}

@InputType({ description: 'Other numbers for the gates, and what happens to first posts.' })
export class ChangePolicyInput {
  @Field(() => Int, { description: 'Votes an idea needs to have backing.' }) votesOfSupport!: number;
  @Field(() => Int, { description: 'Verified organisations among them.' }) verifiedOrganisations!: number;
  @Field(() => Int, { description: 'Organisations that would try it.' }) adoptionInterests!: number;
  @Field(() => Int, { description: 'People with experience of it who said something.' }) livedExperienceVoices!: number;
  @Field(() => FirstPostsEnum, { description: 'What happens to first posts.' }) firstPosts!: FirstPosts;
  @Field(() => String, {
    description:
      'Where somebody who needs help now finds it, in Markdown. Stands on every form about lived experience.',
  })
  helpContacts!: string;
  @Field(() => String, { description: 'Why. Public.' }) reason!: string;
}

@ObjectType('ChangePolicyPayload', {
  description: 'It is announced. A second person, or you after seven days, puts it in force.',
})
export class ChangePolicyPayload {
  @Field(() => ID, { description: 'What is to be confirmed.' }) actId!: string;
}

@InputType({ description: 'Whose identity, and why.' })
export class LookAtIdentityInput {
  @Field(() => ID, { description: 'A comment without a name.' }) subjectId!: string;
  @Field(() => String, { description: 'Why you have to know. Written down.' }) reason!: string;
}

@ObjectType('LookAtIdentityPayload', { description: 'Who wrote it. That you looked is written down.' })
export class LookAtIdentityPayload {
  @Field(() => String, { description: 'Their handle.' }) handle!: string;
  @Field(() => String, { description: 'Their name.' }) name!: string;
}

export const DecideHeldPostResult = createUnionType({
  name: 'DecideHeldPostResult',
  description: 'The decision, or what is in the way.',
  types: () => [DecideHeldPostPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
export const SetVotesAsideResult = createUnionType({
  name: 'SetVotesAsideResult',
  description: 'The decision, or what is in the way.',
  types: () => [SetVotesAsidePayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
export const ChangePolicyResult = createUnionType({
  name: 'ChangePolicyResult',
  description: 'The proposal, or what is in the way.',
  types: () => [ChangePolicyPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
export const LookAtIdentityResult = createUnionType({
  name: 'LookAtIdentityResult',
  description: 'Who it is, or what is in the way.',
  types: () => [LookAtIdentityPayload, RefusalObject] as const,
  resolveType: (value: { readonly __typename: string }) => value.__typename,
});
