import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ADOPTION_LEVELS, SHOWN_AS, VOTE_ANSWERS } from '@openimpact/domain';

import { connectionOf, DateScalar, enumOf, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { IdeaObject, PerspectiveEnum } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { SupportApartObject, SupportByOrganisationObject } from './lens.object.js';

export const VoteAnswerEnum = enumOf(VOTE_ANSWERS);
registerEnumType(VoteAnswerEnum, {
  name: 'VoteAnswer',
  description: 'A person’s answer to an idea.',
  valuesMap: {
    SUPPORT: { description: 'This would help. The only answer that counts as support.' },
    WOULD_NOT_HELP: { description: 'This would not help me. From lived experience only.' },
    COULD_HARM: {
      description: 'This could make things worse. From lived experience only; the authors have to answer it.',
    },
  },
});
export const ShownAsEnum = enumOf(SHOWN_AS);
registerEnumType(ShownAsEnum, {
  name: 'ShownAs',
  description: 'How a voter is named in public.',
  valuesMap: {
    NAME: { description: 'By their name.' },
    PSEUDONYM: { description: 'By a name drawn for this idea alone, which leads nowhere else.' },
  },
});
export const AdoptionLevelEnum = enumOf(ADOPTION_LEVELS);
registerEnumType(AdoptionLevelEnum, {
  name: 'AdoptionLevel',
  description: 'An organisation’s word.',
  valuesMap: {
    WOULD_PILOT: { description: 'We would try it.' },
    WOULD_ADOPT: { description: 'We would use it.' },
  },
});

@ObjectType('PublicCount', {
  description: 'A number of people. Small numbers are not shown, so that nobody can be picked out.',
})
export class PublicCountObject {
  @Field(() => Int, { nullable: true, description: 'How many; null when that is not shown.' }) count!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Fewer than this many. Null when `count` is there, and when saying even this would tell.',
  })
  fewerThan!: number | null;
}

@ObjectType('PerspectiveCount', {
  description: 'How many of one perspective support an idea, as people described themselves.',
})
export class PerspectiveCountObject extends PublicCountObject {
  @Field(() => PerspectiveEnum, { description: 'The perspective.' }) perspective!: string;
}

@ObjectType('VoteAnswers', {
  description: 'What people with experience answered other than support. Never subtracted from it.',
})
export class VoteAnswersObject {
  @Field(() => PublicCountObject, { description: 'This would not help me.' }) wouldNotHelp!: PublicCountObject;
  @Field(() => PublicCountObject, { description: 'This could make things worse.' }) couldHarm!: PublicCountObject;
}

@ObjectType('AdoptionInterest', {
  implements: () => NodeInterface,
  description: 'An organisation’s word that it would try an idea, or use it.',
})
export class AdoptionInterestObject extends NodeInterface {
  @Field(() => OrganisationObject, { description: 'Whose word it is.' }) organisation!: OrganisationObject;
  @Field(() => AdoptionLevelEnum, { description: 'Try it, or use it.' }) level!: string;
  @Field(() => Int, { description: 'How many people with this need it serves in a year.' }) peopleServed!: number;
  @Field(() => String, { description: 'What it would want of it. Empty when not said.' }) note!: string;
  @Field(() => Date, { description: 'When it said so.' }) declaredAt!: Date;
}

@ObjectType('AdoptionInterestConnection', { description: 'A page of adoption interest, oldest first.' })
export class AdoptionInterestConnection extends connectionOf(() => AdoptionInterestObject, 'AdoptionInterest') {}

@ObjectType('Concern', {
  description: 'Somebody with experience said that the idea could make things worse, and what the authors answered.',
})
export class ConcernObject {
  @Field(() => ID, { description: 'Give it to answerHarm.' }) id!: string;
  @Field(() => String, { description: 'In their words. Empty when they gave none; only the authors see those.' })
  why!: string;
  @Field(() => String, { nullable: true, description: 'The name drawn for them on this idea.' }) pseudonym!:
    | string
    | null;
  @Field(() => PersonObject, { nullable: true, description: 'Who said it, where they chose to be named.' })
  person!: PersonObject | null;
  @Field(() => String, { nullable: true, description: 'What the authors answered.' }) answer!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day they did.' }) answeredOn!: string | null;
}

@ObjectType('ConcernConnection', { description: 'A page of concerns, in no order that would tell when each was said.' })
export class ConcernConnection extends connectionOf(() => ConcernObject, 'Concern') {}

@ObjectType('IdeaSupport', { description: 'Who stands behind an idea.' })
export class IdeaSupportObject {
  @Field(() => Int, {
    description:
      'Votes of support, one a person. Without imported ones. A vote under a pseudonym joins at the end of its day, or earlier with others, so that nobody learns when it was cast.',
  })
  votes!: number;
  @Field(() => Int, { description: 'How many organisations those votes name. Follows within a second.' })
  organisations!: number;
  @Field(() => Int, { description: 'Votes of support that came from a file. They meet no gate.' }) imported!: number;
  @Field(() => [PerspectiveCountObject], {
    description:
      'The votes by perspective, as last counted in a group of at least five people, small numbers hidden. Changes only when enough people voted that nobody can be picked out by comparing two moments.',
  })
  byPerspective!: PerspectiveCountObject[];
  @Field(() => VoteAnswersObject, { description: 'What people with experience answered other than support.' })
  answers!: VoteAnswersObject;
  @Field(() => SupportByOrganisationObject, { description: 'The same votes by the organisations they name.' })
  byOrganisation!: SupportByOrganisationObject;
  @Field(() => SupportApartObject, { description: 'Votes from people without an account. They meet no gate.' })
  apart!: SupportApartObject;
  @Field(() => Int, {
    description: 'How many people with this need the interested organisations say they serve in a year, together.',
  })
  peopleServed!: number;
}

@ObjectType('Vote', { description: 'Your own vote. Nobody else can ask for it.' })
export class VoteObject {
  @Field(() => PerspectiveEnum, { description: 'As whom you spoke.' }) perspective!: string;
  @Field(() => VoteAnswerEnum, { description: 'What you answered.' }) answer!: string;
  @Field(() => String, { description: 'Why, in your words. Empty when not said.' }) why!: string;
  @Field(() => ShownAsEnum, { description: 'How you are named.' }) shownAs!: string;
  @Field(() => String, { nullable: true, description: 'The name drawn for you on this idea.' }) pseudonym!:
    | string
    | null;
  @Field(() => OrganisationObject, { nullable: true, description: 'The organisation you spoke for.' })
  organisation!: OrganisationObject | null;
  @Field(() => Date, { description: 'When you voted.' }) castAt!: Date;
  @Field(() => Boolean, { description: 'Whether the public count includes it already.' }) counted!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'The revision after which you are asked whether you still stand by it; null when you are not.',
  })
  askedVersion!: number | null;
  @Field(() => Date, { nullable: true, description: 'When you last stood by it after a change of the text.' })
  confirmedAt!: Date | null;
}

@InputType({ description: 'Your answer to an idea.' })
export class CastVoteInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => PerspectiveEnum, { nullable: true, description: 'As whom you speak. Needed.' })
  perspective?: keyof typeof PerspectiveEnum | null;
  @Field(() => VoteAnswerEnum, { defaultValue: 'SUPPORT', description: 'What you answer.' })
  answer!: keyof typeof VoteAnswerEnum;
  @Field(() => String, { nullable: true, description: 'Why it would not help or could make things worse. Public.' })
  why?: string | null;
  @Field(() => ShownAsEnum, {
    nullable: true,
    description: 'How you are named. Left out: a pseudonym for lived experience, else your name.',
  })
  shownAs?: keyof typeof ShownAsEnum | null;
  @Field(() => ID, { nullable: true, description: 'One organisation you belong to now and speak for.' })
  organisationId?: string | null;
}

@InputType({ description: 'Your vote on an idea.' })
export class ConfirmVoteInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
}

@InputType({ description: 'Your vote on an idea.' })
export class WithdrawVoteInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
}

@InputType({ description: 'The authors’ answer to a concern.' })
export class AnswerHarmInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'The concern.' }) concernId!: string;
  @Field(() => String, { description: 'What you will do about it, or why it will not happen. Public.' })
  answer!: string;
}

@InputType({ description: 'An organisation’s word on an idea. Said again it replaces what it said before.' })
export class DeclareAdoptionInterestInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'An organisation you belong to.' }) organisationId!: string;
  @Field(() => AdoptionLevelEnum, { description: 'Try it, or use it.' }) level!: keyof typeof AdoptionLevelEnum;
  @Field(() => Int, { description: 'How many people with this need it serves in a year.' }) peopleServed!: number;
  @Field(() => String, { nullable: true, description: 'What it would want of it.' }) note?: string | null;
}

@InputType({ description: 'An organisation’s word to take back.' })
export class WithdrawAdoptionInterestInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'An organisation you belong to.' }) organisationId!: string;
}

@ObjectType('CastVotePayload', { description: 'The vote is cast.' })
export class CastVotePayload {
  @Field(() => IdeaObject, { description: 'The idea with your vote.' }) idea!: IdeaObject;
}
@ObjectType('ConfirmVotePayload', { description: 'You stand by your vote.' })
export class ConfirmVotePayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('WithdrawVotePayload', { description: 'The vote is taken back.' })
export class WithdrawVotePayload {
  @Field(() => IdeaObject, { description: 'The idea without your vote.' }) idea!: IdeaObject;
}
@ObjectType('AnswerHarmPayload', { description: 'The concern is answered.' })
export class AnswerHarmPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('DeclareAdoptionInterestPayload', { description: 'The organisation’s word stands.' })
export class DeclareAdoptionInterestPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('WithdrawAdoptionInterestPayload', { description: 'The organisation’s word is taken back.' })
export class WithdrawAdoptionInterestPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const CastVoteResult = createUnionType({
  name: 'CastVoteResult',
  description: 'The idea with your vote, or what is in the way.',
  types: () => [CastVotePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const ConfirmVoteResult = createUnionType({
  name: 'ConfirmVoteResult',
  description: 'Confirmed, or what is in the way.',
  types: () => [ConfirmVotePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const WithdrawVoteResult = createUnionType({
  name: 'WithdrawVoteResult',
  description: 'Taken back, or what is in the way.',
  types: () => [WithdrawVotePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const AnswerHarmResult = createUnionType({
  name: 'AnswerHarmResult',
  description: 'Answered, or what is in the way.',
  types: () => [AnswerHarmPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const DeclareAdoptionInterestResult = createUnionType({
  name: 'DeclareAdoptionInterestResult',
  description: 'Declared, or what is in the way.',
  types: () => [DeclareAdoptionInterestPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const WithdrawAdoptionInterestResult = createUnionType({
  name: 'WithdrawAdoptionInterestResult',
  description: 'Taken back, or what is in the way.',
  types: () => [WithdrawAdoptionInterestPayload, RefusalObject] as const,
  resolveType: byTypename,
});
