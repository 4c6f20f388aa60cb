import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { RefusalObject, UuidScalar } from '../../../platform/graphql/index.js';
import { IdeaObject, PerspectiveEnum } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { ShownAsEnum, VoteAnswerEnum } from './support.object.js';

@ObjectType('GroupSession', {
  description:
    'People in one room vote without accounts, for two hours. Nobody sees another’s vote, and nothing is told before it is over.',
})
export class GroupSessionObject {
  @Field(() => String, { description: 'What people in the room type: eight letters and figures.' }) code!: string;
  @Field(() => String, { description: 'Where: the library, the Tuesday group.' }) place!: string;
  @Field(() => OrganisationObject, { description: 'The organisation whose worker opened it.' })
  organisation!: OrganisationObject;
  @Field(() => [IdeaObject], { description: 'What is voted on, in this order.' }) ideas!: IdeaObject[];
  @Field(() => Date, { description: 'When it ends.' }) endsAt!: Date;
  @Field(() => Boolean, { description: 'Whether votes are taken now.' }) isOpen!: boolean;
  @Field(() => Boolean, { description: 'Whether you opened it.' }) viewerOpened!: boolean;
}

@ObjectType('RecordedVote', { description: 'A vote you recorded for somebody. Nobody else can ask for it.' })
export class RecordedVoteObject {
  @Field(() => ID, { description: 'Give it to revokeRecordedVote.' }) id!: string;
  @Field(() => PerspectiveEnum, { description: 'As whom they spoke.' }) perspective!: string;
  @Field(() => VoteAnswerEnum, { description: 'What they answered.' }) answer!: string;
  @Field(() => OrganisationObject, { description: 'The organisation you recorded it for.' })
  organisation!: OrganisationObject;
  @Field(() => Date, { description: 'When you did.' }) recordedAt!: Date;
}

@InputType({ description: 'What somebody without an account chose on a shared link.' })
export class KeepBallotInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => PerspectiveEnum, { nullable: true, description: 'As whom they speak. Needed.' })
  perspective?: keyof typeof PerspectiveEnum | null;
  @Field(() => VoteAnswerEnum, { defaultValue: 'SUPPORT', description: 'What they answer.' })
  answer!: keyof typeof VoteAnswerEnum;
  @Field(() => ShownAsEnum, { nullable: true, description: 'How they are named.' }) shownAs?:
    | keyof typeof ShownAsEnum
    | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why, for an answer that is no support. Public once it is cast.',
  })
  why?: string | null;
}

@InputType({ description: 'A vote that was kept until its voter signed in.' })
export class CastKeptBallotInput {
  @Field(() => String, { description: 'The key that keepBallot answered with.' }) key!: string;
}

@InputType({ description: 'A session for people in one room.' })
export class OpenGroupSessionInput {
  @Field(() => [ID], { description: 'What is voted on: one to five ideas.' }) ideaIds!: string[];
  @Field(() => String, { description: 'Where: the library, the Tuesday group. Seen by those in the room.' })
  place!: string;
  @Field(() => Int, { description: 'How many people are there: so many votes are taken on each idea.' })
  people!: number;
  @Field(() => ID, { description: 'The organisation you work for.' }) organisationId!: string;
}

@InputType({ description: 'A session to end before its time.' })
export class CloseGroupSessionInput {
  @Field(() => String, { description: 'Its code.' }) code!: string;
}

@InputType({ description: 'A vote of somebody in the room.' })
export class CastSessionVoteInput {
  @Field(() => String, { description: 'The code that is read out there.' }) code!: string;
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => UuidScalar, { description: 'Random, made by the device and kept for this session.' }) voter!: string;
  @Field(() => PerspectiveEnum, { nullable: true, description: 'As whom they speak. Needed.' })
  perspective?: keyof typeof PerspectiveEnum | null;
  @Field(() => VoteAnswerEnum, { defaultValue: 'SUPPORT', description: 'What they answer.' })
  answer!: keyof typeof VoteAnswerEnum;
}

@InputType({ description: 'A vote to record for somebody who asked you to.' })
export class RecordVoteForInput {
  @Field(() => ID, { description: 'The idea.' }) ideaId!: string;
  @Field(() => ID, { description: 'The organisation you work for.' }) organisationId!: string;
  @Field(() => PerspectiveEnum, { nullable: true, description: 'As whom they speak. Needed.' })
  perspective?: keyof typeof PerspectiveEnum | null;
  @Field(() => VoteAnswerEnum, { defaultValue: 'SUPPORT', description: 'What they answer.' })
  answer!: keyof typeof VoteAnswerEnum;
  @Field(() => Boolean, { description: 'Your word that they asked you to.' }) theyAsked!: boolean;
}

@InputType({ description: 'A recorded vote to take out.' })
export class RevokeRecordedVoteInput {
  @Field(() => ID, { description: 'The vote, as `viewerRecordedVotes` names it.' }) voteId!: string;
}

@ObjectType('KeepBallotPayload', { description: 'It is kept for two days.' })
export class KeepBallotPayload {
  @Field(() => String, { description: 'Give it to castKeptBallot once signed in. Told only here.' }) key!: string;
}
@ObjectType('CastKeptBallotPayload', { description: 'The vote is cast.' })
export class CastKeptBallotPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('OpenGroupSessionPayload', { description: 'The session is open.' })
export class OpenGroupSessionPayload {
  @Field(() => GroupSessionObject, { description: 'The session.' }) session!: GroupSessionObject;
}
@ObjectType('CloseGroupSessionPayload', { description: 'The session is over.' })
export class CloseGroupSessionPayload {
  @Field(() => GroupSessionObject, { description: 'The session.' }) session!: GroupSessionObject;
}
@ObjectType('CastSessionVotePayload', { description: 'The vote is cast.' })
export class CastSessionVotePayload {
  @Field(() => String, { description: 'The session’s code.' }) code!: string;
}
@ObjectType('RecordVoteForPayload', { description: 'The vote is recorded.' })
export class RecordVoteForPayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('RevokeRecordedVotePayload', { description: 'The vote is taken out.' })
export class RevokeRecordedVotePayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const KeepBallotResult = createUnionType({
  name: 'KeepBallotResult',
  description: 'Kept, or what is in the way.',
  types: () => [KeepBallotPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const CastKeptBallotResult = createUnionType({
  name: 'CastKeptBallotResult',
  description: 'Cast, or what is in the way.',
  types: () => [CastKeptBallotPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const OpenGroupSessionResult = createUnionType({
  name: 'OpenGroupSessionResult',
  description: 'Open, or what is in the way.',
  types: () => [OpenGroupSessionPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const CloseGroupSessionResult = createUnionType({
  name: 'CloseGroupSessionResult',
  description: 'Over, or what is in the way.',
  types: () => [CloseGroupSessionPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const CastSessionVoteResult = createUnionType({
  name: 'CastSessionVoteResult',
  description: 'Cast, or what is in the way.',
  types: () => [CastSessionVotePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const RecordVoteForResult = createUnionType({
  name: 'RecordVoteForResult',
  description: 'Recorded, or what is in the way.',
  types: () => [RecordVoteForPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const RevokeRecordedVoteResult = createUnionType({
  name: 'RevokeRecordedVoteResult',
  description: 'Taken out, or what is in the way.',
  types: () => [RevokeRecordedVotePayload, RefusalObject] as const,
  resolveType: byTypename,
});
