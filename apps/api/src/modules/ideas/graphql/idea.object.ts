import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ASIDE_STAGES, STAGES, THEMES } from '@openimpact/domain';

import { connectionOf, enumOf, NodeInterface, RefusalObject } from '../../../platform/graphql/index.js';

export const StageEnum = enumOf([...STAGES, ...ASIDE_STAGES]);
registerEnumType(StageEnum, { name: 'Stage', description: 'Where an idea is on the pipeline, or how it left it.' });
export const ThemeEnum = enumOf(THEMES);
registerEnumType(ThemeEnum, { name: 'Theme', description: 'What an idea, a component or a mandate is about.' });

@ObjectType('Person', {
  implements: () => NodeInterface,
  description: 'Somebody with an account, as everyone may see them.',
})
export class PersonObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of the address of their page.' })
  handle!: string;

  @Field(() => String, { description: 'The name they go by.' })
  name!: string;
}

@ObjectType('Idea', {
  implements: () => NodeInterface,
  description: 'A need for a digital product, and where it is on its way to the commons.',
})
export class IdeaObject extends NodeInterface {
  @Field(() => String, { description: 'The readable part of its address; never changes.' }) slug!: string;
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'What is needed and why, in Markdown.' }) need!: string;
  @Field(() => String, { description: 'What would be better for people.' }) outcome!: string;
  @Field(() => String, { description: 'Whom it is for.' }) peopleServed!: string;
  @Field(() => [ThemeEnum], { description: 'What it is about.' }) themes!: string[];
  @Field(() => [String], { description: 'Where the need was seen.' }) places!: string[];
  @Field(() => String, { description: 'BCP 47 tag of the language it is written in: en, cy.' }) language!: string;
  @Field(() => StageEnum, { description: 'Where it is on the pipeline.' }) stage!: string;
  @Field(() => PersonObject, { description: 'Who logged it. Named on every later page and export.' })
  author!: PersonObject;
  @Field(() => Date, { description: 'When it was logged.' }) createdAt!: Date;
  @Field(() => Date, { description: 'When its text last changed.' }) updatedAt!: Date;
  @Field(() => Int, { description: 'How many revisions there are.' }) version!: number;
}

@ObjectType('IdeaConnection', { description: 'A page of ideas.' })
export class IdeaConnection extends connectionOf(() => IdeaObject, 'Idea') {}

@InputType({ description: 'What a person says when they log an idea.' })
export class LogIdeaInput {
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'What is needed and why, in Markdown.' }) need!: string;
  @Field(() => String, { description: 'What would be better for people.' }) outcome!: string;
  @Field(() => String, { description: 'Whom it is for.' }) peopleServed!: string;
  @Field(() => [ThemeEnum], { defaultValue: [], description: 'What it is about.' }) themes!: string[];
  @Field(() => [String], { defaultValue: [], description: 'Where the need was seen.' }) places!: string[];
  @Field(() => String, { defaultValue: 'en', description: 'BCP 47 tag of the language it is written in.' })
  language!: string;
}

@ObjectType('LogIdeaPayload', { description: 'The idea is logged.' })
export class LogIdeaPayload {
  @Field(() => IdeaObject, { description: 'The new idea.' })
  idea!: IdeaObject;
}

export const LogIdeaResult = createUnionType({
  name: 'LogIdeaResult',
  description: 'The new idea, or what is missing.',
  types: () => [LogIdeaPayload, RefusalObject] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
