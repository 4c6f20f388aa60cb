import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { COMMENT_SHOWN_AS, STANCES } from '@openimpact/domain';

import {
  connectionOf,
  enumOf,
  NodeInterface,
  PermissionObject,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { IdeaObject } from '../../ideas/index.js';
import { PersonObject } from '../../people/index.js';
import { PerspectiveEnum } from '../../ideas/index.js';

export const StanceEnum = enumOf(STANCES);
registerEnumType(StanceEnum, {
  name: 'Stance',
  description: 'What a comment does: supports, raises a concern, or asks.',
});
export const CommentShownAsEnum = enumOf(COMMENT_SHOWN_AS);
registerEnumType(CommentShownAsEnum, {
  name: 'CommentShownAs',
  description: 'How the writer of a comment is named.',
  valuesMap: {
    NAME: { description: 'By their name.' },
    PSEUDONYM: { description: 'By the name drawn for them on this idea.' },
    NAME_WITHHELD: { description: 'Not at all; nothing links two such comments.' },
  },
});

@ObjectType('CommentRevision', { description: 'One wording a comment had.' })
export class CommentRevisionObject {
  @Field(() => Int, { description: 'Counts from 1.' }) number!: number;
  @Field(() => String, { description: 'Markdown.' }) body!: string;
  @Field(() => Date, { description: 'When it was written; where nobody is named, the day.' }) writtenAt!: Date;
}
@ObjectType('CommentRevisionConnection', { description: 'A page of wordings, newest first.' })
export class CommentRevisionConnection extends connectionOf(() => CommentRevisionObject, 'CommentRevision') {}

@ObjectType('CommentViewerCan', { description: 'What the viewer may do with a comment.' })
export class CommentViewerCanObject {
  @Field(() => PermissionObject, { description: 'Change its words.' }) edit!: PermissionObject;
  @Field(() => PermissionObject, { description: 'Take it out.' }) remove!: PermissionObject;
}

@ObjectType('Comment', { implements: () => NodeInterface, description: 'Something somebody said about an idea.' })
export class CommentObject extends NodeInterface {
  @Field(() => String, { nullable: true, description: 'Markdown; null when it was removed by its author.' }) body!:
    | string
    | null;
  @Field(() => StanceEnum, { nullable: true, description: 'What it does, when said.' }) stance!: string | null;
  @Field(() => PerspectiveEnum, { description: 'As whom the writer speaks, as they described themselves.' })
  perspective!: string;
  @Field(() => CommentShownAsEnum, { description: 'How the writer is named.' }) shownAs!: string;
  @Field(() => String, { description: 'BCP 47 tag of the language of the discussion.' }) language!: string;
  @Field(() => Boolean, { description: 'Whether its author took it out.' }) removed!: boolean;
  @Field(() => PersonObject, { nullable: true, description: 'Who wrote it, where they are named.' })
  author!: PersonObject | null;
  @Field(() => String, { nullable: true, description: 'The name drawn for the writer on this idea.' }) pseudonym!:
    | string
    | null;
  @Field(() => [PersonObject], { description: 'Whom it mentions with an @, by handle.' }) mentions!: PersonObject[];
  @Field(() => Date, {
    description: 'When it was written. Where nobody is named, the beginning of that day: its minute is told to nobody.',
  })
  createdAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When its words last changed; where nobody is named, the day.' })
  editedAt!: Date | null;
  @Field(() => Int, { description: 'How many wordings it had.' }) version!: number;
  @Field(() => CommentViewerCanObject, { description: 'What you may do with it.' }) viewerCan!: CommentViewerCanObject;
}
@ObjectType('CommentConnection', { description: 'A page of comments, oldest first, funders after others.' })
export class CommentConnection extends connectionOf(() => CommentObject, 'Comment') {}

@InputType({ description: 'What you want to say.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'The idea it is about.' }) subjectId!: string;
  @Field(() => ID, { nullable: true, description: 'The comment it answers. An answer cannot be answered.' })
  answersId?: string | null;
  @Field(() => String, { description: 'Markdown, at most 5,000 characters.' }) body!: string;
  @Field(() => StanceEnum, { nullable: true, description: 'What it does.' }) stance?: keyof typeof StanceEnum | null;
  @Field(() => PerspectiveEnum, { nullable: true, description: 'As whom you speak. Needed.' })
  perspective?: keyof typeof PerspectiveEnum | null;
  @Field(() => CommentShownAsEnum, {
    nullable: true,
    description: 'How you are named. Left out: a pseudonym for lived experience, else your name.',
  })
  shownAs?: keyof typeof CommentShownAsEnum | null;
}
@InputType({ description: 'New words for a comment of yours.' })
export class EditCommentInput {
  @Field(() => ID, { description: 'Your comment.' }) commentId!: string;
  @Field(() => String, { description: 'Markdown.' }) body!: string;
}
@InputType({ description: 'Which comment of yours to take out.' })
export class RemoveCommentInput {
  @Field(() => ID, { description: 'Your comment.' }) commentId!: string;
}

@ObjectType('AddCommentPayload', { description: 'It is said.' })
export class AddCommentPayload {
  @Field(() => CommentObject, { description: 'The comment.' }) comment!: CommentObject;
  @Field(() => IdeaObject, { description: 'What it is about.' }) idea!: IdeaObject;
}
@ObjectType('EditCommentPayload', { description: 'The words are changed.' })
export class EditCommentPayload {
  @Field(() => CommentObject, { description: 'The comment.' }) comment!: CommentObject;
}
@ObjectType('RemoveCommentPayload', { description: 'The words are gone.' })
export class RemoveCommentPayload {
  @Field(() => CommentObject, { description: 'The mark that stays.' }) comment!: CommentObject;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const AddCommentResult = createUnionType({
  name: 'AddCommentResult',
  description: 'The comment, or what is wrong.',
  types: () => [AddCommentPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const EditCommentResult = createUnionType({
  name: 'EditCommentResult',
  description: 'The comment, or what is wrong.',
  types: () => [EditCommentPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const RemoveCommentResult = createUnionType({
  name: 'RemoveCommentResult',
  description: 'The mark that stays, or what is in the way.',
  types: () => [RemoveCommentPayload, RefusalObject] as const,
  resolveType: byTypename,
});
