import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

import { MENTIONED_BY, type MentionedBy } from '@openimpact/domain';

import { TOKEN_SCOPES, type TokenScope } from '../../../platform/auth/index.js';
import { NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';
import { enumOf } from '../../../platform/graphql/enum.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';

export const TokenScopeEnum = enumOf(TOKEN_SCOPES);
registerEnumType(TokenScopeEnum, {
  name: 'TokenScope',
  description: 'What a token may be used for. Never more than its person may do.',
  valuesMap: {
    READ: { description: 'Read what the person can see.' },
    CONTRIBUTE: { description: 'Log ideas, vote, comment, offer, report, share.' },
    MONEY: { description: 'Promise and move money for the organisations of the person.' },
    ORGANISATIONS: { description: 'Change organisations and who belongs to them.' },
  },
});

export const MentionedByEnum = enumOf(MENTIONED_BY);
registerEnumType(MentionedByEnum, {
  name: 'MentionedBy',
  description: 'Who may mention a person in a discussion.',
  valuesMap: {
    ANYBODY: {
      description: 'Anybody. Of those who may be under 18 only people of the same project, whatever is chosen.',
    },
    SHARED_PROJECT: { description: 'People who work on a project with them.' },
  },
});

@ObjectType('Person', {
  implements: () => NodeInterface,
  description: 'Somebody with an account, as everyone may see them.',
})
export class PersonObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of the address of their page.' }) handle!: string;
  @Field(() => String, { description: 'The name they go by.' }) name!: string;
  @Field(() => String, { description: 'What they say about themselves. Empty when they say nothing.' }) about!: string;
  @Field(() => Boolean, { description: 'Invented, for the demonstration.' }) demonstration!: boolean;
  @Field(() => Boolean, { description: 'Runs this installation (site team).' }) steward!: boolean;
  @Field(() => DateScalar, { description: 'The day they joined.' }) memberSince!: string;
}

@ObjectType('ApiToken', {
  implements: () => NodeInterface,
  description: 'A token with which a machine acts for you. The secret itself is shown only when it is made.',
})
export class ApiTokenObject extends NodeInterface {
  @Field(() => String, { description: 'What you called it.' }) name!: string;
  @Field(() => [TokenScopeEnum], { description: 'What it may be used for.' }) scopes!: TokenScope[];
  @Field(() => Date, { description: 'When it was made.' }) createdAt!: Date;
  @Field(() => Date, { description: 'When it stops working.' }) expiresAt!: Date;
  @Field(() => DateScalar, { nullable: true, description: 'The day it was last used.' }) lastUsedOn!: string | null;
}

@ObjectType('Viewer', { description: 'You: your account, which only you can read.' })
export class ViewerObject {
  @Field(() => ID, { description: 'Of the account, for caches. Not an id for `node`.' }) id!: string;
  @Field(() => PersonObject, { description: 'You, as others see you.' }) person!: PersonObject;
  @Field(() => String, { nullable: true, description: 'Your address. Null for an invented person.' }) email!:
    | string
    | null;
  @Field(() => String, { description: 'BCP 47 tag of the language you read in: en, cy.' }) language!: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'The first of the three years one of which you were born in. Only you are told. Null when you did not say.',
  })
  bornFrom!: number | null;
  @Field(() => MentionedByEnum, { description: 'Who may mention you in a discussion.' }) mentionedBy!: MentionedBy;
  @Field(() => Boolean, { description: 'Whether you can sign in with a password, or only by one-time link.' })
  hasPassword!: boolean;
  @Field(() => [ApiTokenObject], { description: 'Your tokens that were not ended.' }) apiTokens!: ApiTokenObject[];
}

@InputType({ description: 'What others see of you. What is left out stays as it is.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'The name you go by.' }) name?: string;
  @Field(() => String, { nullable: true, description: 'The readable part of the address of your page.' })
  handle?: string;
  @Field(() => String, { nullable: true, description: 'What you want to say about yourself.' }) about?: string;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language you read in.' }) language?: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'The first of three years, one of which you were born in: 1900, 1903, ... 2008. Never shown; who may be under 18 is not mentioned by strangers. 0 takes it back.',
  })
  bornFrom?: number;
  @Field(() => MentionedByEnum, { nullable: true, description: 'Who may mention you in a discussion.' })
  mentionedBy?: MentionedBy;
}

@ObjectType('UpdateProfilePayload', { description: 'The profile is changed.' })
export class UpdateProfilePayload {
  @Field(() => PersonObject, { description: 'You, as others see you now.' }) person!: PersonObject;
}

@InputType({ description: 'Nothing needs to be said.' })
export class ExportMyDataInput {
  @Field(() => String, {
    nullable: true,
    description: 'Any text; comes back as it is, so that a program can tell its requests apart.',
  })
  clientMutationId?: string;
}

@ObjectType('ExportMyDataPayload', { description: 'Everything this installation holds about you.' })
export class ExportMyDataPayload {
  @Field(() => String, { description: 'A JSON document.' }) json!: string;
  @Field(() => String, { description: 'What to call the file.' }) fileName!: string;
}

@InputType({ description: 'Deleting cannot be undone, so it asks for your handle.' })
export class DeleteMyAccountInput {
  @Field(() => String, { description: 'Your handle, typed.' }) handle!: string;
}

@ObjectType('DeleteMyAccountPayload', { description: 'Your account is gone and you are signed out everywhere.' })
export class DeleteMyAccountPayload {
  @Field(() => Int, { description: 'How many organisations you left by this.' }) organisationsLeft!: number;
}

@InputType({ description: 'A token for a machine.' })
export class CreateApiTokenInput {
  @Field(() => String, { description: 'What it is for, so that you know it again.' }) name!: string;
  @Field(() => [TokenScopeEnum], { description: 'What it may be used for.' }) scopes!: TokenScope[];
  @Field(() => Int, { defaultValue: 90, description: 'Days until it stops working, at most 365.' }) days!: number;
}

@ObjectType('CreateApiTokenPayload', { description: 'The token is made.' })
export class CreateApiTokenPayload {
  @Field(() => ApiTokenObject, { description: 'The token without its secret.' }) apiToken!: ApiTokenObject;
  @Field(() => String, { description: 'The secret. Shown this once: send it as `Authorization: Bearer ...`.' })
  secret!: string;
}

@InputType({ description: 'Which token to end.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'One of your tokens.' }) tokenId!: string;
}

@ObjectType('RevokeApiTokenPayload', { description: 'The token no longer works.' })
export class RevokeApiTokenPayload {
  @Field(() => ID, { description: 'The token that was ended.' }) tokenId!: string;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  description: 'The profile, or what is wrong.',
  types: () => [UpdateProfilePayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const ExportMyDataResult = createUnionType({
  name: 'ExportMyDataResult',
  description: 'The data, or what is in the way.',
  types: () => [ExportMyDataPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const DeleteMyAccountResult = createUnionType({
  name: 'DeleteMyAccountResult',
  description: 'Gone, or what is in the way.',
  types: () => [DeleteMyAccountPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const CreateApiTokenResult = createUnionType({
  name: 'CreateApiTokenResult',
  description: 'The token, or what is wrong.',
  types: () => [CreateApiTokenPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const RevokeApiTokenResult = createUnionType({
  name: 'RevokeApiTokenResult',
  description: 'Ended, or what is in the way.',
  types: () => [RevokeApiTokenPayload, RefusalObject] as const,
  resolveType: byTypename,
});
