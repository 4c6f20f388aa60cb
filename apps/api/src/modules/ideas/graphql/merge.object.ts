import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import {
  connectionOf,
  enumOf,
  NodeInterface,
  PermissionObject,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { PersonObject } from '../../people/index.js';
import { IdeaObject } from './idea.object.js';

export const MergeStatusEnum = enumOf(['PROPOSED', 'MERGED', 'DECLINED', 'UNDONE']);
registerEnumType(MergeStatusEnum, {
  name: 'MergeStatus',
  description: 'What became of a proposal that one idea goes up in another.',
  valuesMap: {
    PROPOSED: { description: 'Waits for both authors, or a steward.' },
    MERGED: { description: 'The one idea leads to the other, and is counted there.' },
    DECLINED: { description: 'They stay two.' },
    UNDONE: { description: 'They were one and are two again.' },
  },
});

@ObjectType('MergeViewerCan', { description: 'What the viewer may do with a proposal or a merge now.' })
export class MergeViewerCanObject {
  @Field(() => PermissionObject, { description: 'Answer it.' }) decide!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Undo it.' }) undo!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Object to it.' }) object!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Take your vote out of the merged idea.' }) moveBack!: PermissionObject;
}

@ObjectType('Merge', {
  implements: () => NodeInterface,
  description: 'One idea goes up in another that says the same.',
})
export class MergeObject extends NodeInterface {
  @Field(() => IdeaObject, { description: 'The idea that leads to the other.' }) from!: IdeaObject;
  @Field(() => IdeaObject, { description: 'The idea it goes up in.' }) into!: IdeaObject;
  @Field(() => String, { description: 'Why it was proposed.' }) reason!: string;
  @Field(() => MergeStatusEnum, { description: 'What became of it.' }) status!: string;
  @Field(() => PersonObject, { nullable: true, description: 'Who proposed it.' }) proposedBy!: PersonObject | null;
  @Field(() => Date, { description: 'When.' }) proposedAt!: Date;
  @Field(() => Boolean, { description: 'Whether an author of the first idea agreed.' }) fromAuthorAgreed!: boolean;
  @Field(() => Boolean, { description: 'Whether an author of the second idea agreed.' }) intoAuthorAgreed!: boolean;
  @Field(() => String, { description: 'Why it was decided so. Empty when not said.' }) decisionReason!: string;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt!: Date | null;
  @Field(() => String, { description: 'Why it was undone. Empty when it was not.' }) undoReason!: string;
  @Field(() => [String], { description: 'What supporters say against it: in their words, without names, in no order.' })
  objections!: string[];
  @Field(() => MergeViewerCanObject, { description: 'What the viewer may do now.' }) viewerCan!: MergeViewerCanObject;
}

@ObjectType('MergeConnection', { description: 'A page of merges, longest waiting first.' })
export class MergeConnection extends connectionOf(() => MergeObject, 'Merge') {}

@InputType({ description: 'A proposal that an idea goes up in another.' })
export class ProposeMergeInput {
  @Field(() => ID, { description: 'The idea that would lead to the other.' }) ideaId!: string;
  @Field(() => ID, { description: 'The idea it would go up in.' }) intoId!: string;
  @Field(() => String, { description: 'Why they are one. Public.' }) reason!: string;
}

@InputType({ description: 'An answer to a proposal to merge.' })
export class DecideMergeInput {
  @Field(() => ID, { description: 'The proposal.' }) mergeId!: string;
  @Field(() => Boolean, { description: 'Whether you agree.' }) accept!: boolean;
  @Field(() => String, { nullable: true, description: 'Why. Authors who agree need not say. Public.' }) reason?:
    | string
    | null;
}

@InputType({ description: 'A merge to undo.' })
export class UndoMergeInput {
  @Field(() => ID, { description: 'The merge.' }) mergeId!: string;
  @Field(() => String, { description: 'Why they are two after all. Public.' }) reason!: string;
}

@InputType({ description: 'An objection of somebody who stands behind one of the ideas.' })
export class ObjectToMergeInput {
  @Field(() => ID, { description: 'The merge.' }) mergeId!: string;
  @Field(() => String, { nullable: true, description: 'Why. Public, without your name.' }) reason?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether your vote leaves the merged idea.' })
  moveBack!: boolean;
}

@ObjectType('ProposeMergePayload', { description: 'The proposal is there for the authors and stewards.' })
export class ProposeMergePayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('DecideMergePayload', { description: 'Your answer stands.' })
export class DecideMergePayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('UndoMergePayload', { description: 'They are two again.' })
export class UndoMergePayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}
@ObjectType('ObjectToMergePayload', { description: 'Your objection stands.' })
export class ObjectToMergePayload {
  @Field(() => IdeaObject, { description: 'The idea.' }) idea!: IdeaObject;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const ProposeMergeResult = createUnionType({
  name: 'ProposeMergeResult',
  description: 'Proposed, or what is in the way.',
  types: () => [ProposeMergePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const DecideMergeResult = createUnionType({
  name: 'DecideMergeResult',
  description: 'Answered, or what is in the way.',
  types: () => [DecideMergePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const UndoMergeResult = createUnionType({
  name: 'UndoMergeResult',
  description: 'Undone, or what is in the way.',
  types: () => [UndoMergePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const ObjectToMergeResult = createUnionType({
  name: 'ObjectToMergeResult',
  description: 'Said, or what is in the way.',
  types: () => [ObjectToMergePayload, RefusalObject] as const,
  resolveType: byTypename,
});
