import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { REDACTION_KINDS, type RedactionKind } from '@openimpact/domain';

import { enumOf, RefusalObject } from '../../../platform/graphql/index.js';

export const RedactionKindEnum = enumOf(REDACTION_KINDS);
registerEnumType(RedactionKindEnum, {
  name: 'RedactionKind',
  description: 'What was taken out: a kind of personal data, or something else that must not be public.',
});

@ObjectType('RedactionPlace', { description: 'Where a text stands, and how often.' })
export class RedactionPlaceObject {
  @Field(() => String, { description: 'The kind of record, as the database calls it: comments.' }) table!: string;
  @Field(() => String, { description: 'Which part of it: body.' }) column!: string;
  @Field(() => Int, { description: 'In how many records.' }) rows!: number;
}

@InputType({ description: 'A text that must not be public, exactly as it stands there.' })
export class RedactInput {
  @Field(() => String, { description: 'The words. They are looked for as whole words, whatever their capitals.' })
  text!: string;
  @Field(() => RedactionKindEnum, { description: 'What it is; counted in public, by month.' }) kind!: RedactionKind;
  @Field(() => ID, { nullable: true, description: 'Where it was noticed. It is taken out everywhere all the same.' })
  subjectId?: string | null;
}
@ObjectType('RedactPayload', { description: 'It is gone.' })
export class RedactPayload {
  @Field(() => Int, { description: 'From how many records it was taken.' }) places!: number;
}

@InputType({ description: 'Your word that something the check found may stand.' })
export class KeepPersonalDataInput {
  @Field(() => String, { description: 'The text, exactly as the refusal quoted it.' }) found!: string;
}
@ObjectType('KeepPersonalDataPayload', { description: 'Send again: the same text passes now.' })
export class KeepPersonalDataPayload {
  @Field(() => String, { description: 'The text.' }) found!: string;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const RedactResult = createUnionType({
  name: 'RedactResult',
  description: 'What was taken out, or what is in the way.',
  types: () => [RedactPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const KeepPersonalDataResult = createUnionType({
  name: 'KeepPersonalDataResult',
  description: 'The decision, or what is in the way.',
  types: () => [KeepPersonalDataPayload, RefusalObject] as const,
  resolveType: byTypename,
});
