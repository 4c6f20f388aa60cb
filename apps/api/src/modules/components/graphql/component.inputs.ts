import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf, RefusalObject } from '../../../platform/graphql/index.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { ThemeEnum } from '../../ideas/index.js';
import { COMPONENT_ORDERS, type ComponentOrder } from '../application/find-components.js';
import { ComponentObject, LicenceInPlainWordsObject, MaturityEnum, MetadataProblemObject } from './component.object.js';

export const ComponentOrderEnum = enumOf(COMPONENT_ORDERS);
registerEnumType(ComponentOrderEnum, {
  name: 'ComponentOrder',
  description: 'How components are ordered.',
  valuesMap: { NEWEST: { description: 'Last registered first.' }, NAME: { description: 'By name, A to Z.' } },
});
export type { ComponentOrder };

@InputType({ description: 'Which components are meant. What is not given does not matter.' })
export class ComponentFilterInput {
  @Field(() => String, { nullable: true, description: 'Words it speaks of, or nearly its name.' }) text?: string | null;
  @Field(() => [ThemeEnum], { nullable: true, description: 'About one of these.' }) themes?: string[] | null;
  @Field(() => [MaturityEnum], { nullable: true, description: 'As far as one of these.' }) maturities?: string[] | null;
}

@InputType({ description: 'The text of a publiccode.yml file, to see what it comes to. Nothing is kept.' })
export class PreviewComponentInput {
  @Field(() => String, { description: 'The text of the file.' }) publiccode!: string;
}

@InputType({ description: 'A component as its publiccode.yml says it, and what a person adds.' })
export class RegisterComponentInput {
  @Field(() => String, { description: 'The text of the file. It may have faults; they are kept beside it.' })
  publiccode!: string;
  @Field(() => String, { nullable: true, description: 'What it is called, instead of what the file says.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'One sentence, instead of what the file says.' })
  summary?: string | null;
  @Field(() => [ThemeEnum], { defaultValue: [], description: 'What it is about: up to five.' }) themes!: string[];
  @Field(() => ID, { nullable: true, description: 'An organisation of yours that looks after it.' })
  organisationId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The licence as its text in the repository reads, if you looked.',
  })
  licenceFound?: string | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The people the file names as contacts agreed to stand in the file that is published here.',
  })
  contactsAgreed!: boolean;
}

@InputType({ description: 'Which licence a component carries, in the judgement of a person.' })
export class ConcludeLicenceInput {
  @Field(() => ID, { description: 'The component.' }) componentId!: string;
  @Field(() => String, { description: 'SPDX expression: EUPL-1.2, MIT OR Apache-2.0.' }) licence!: string;
  @Field(() => String, { description: 'What it rests on. Public.' }) why!: string;
}

@ObjectType('ComponentPreview', { description: 'What was understood of a file, before anything is kept.' })
export class ComponentPreviewObject {
  @Field(() => Boolean, { description: 'Whether the file follows the specification.' }) valid!: boolean;
  @Field(() => [MetadataProblemObject], { description: 'What is wrong with it, by line.' })
  problems!: MetadataProblemObject[];
  @Field(() => String, { nullable: true, description: 'What it is called.' }) name!: string | null;
  @Field(() => String, { nullable: true, description: 'One sentence about what it does.' }) summary!: string | null;
  @Field(() => String, { nullable: true, description: 'More about it, in Markdown.' }) description!: string | null;
  @Field(() => String, { nullable: true, description: 'Language of its texts.' }) language!: string | null;
  @Field(() => String, { nullable: true, description: 'Where its source is.' }) repositoryUrl!: string | null;
  @Field(() => MaturityEnum, { nullable: true, description: 'How far it is.' }) maturity!: string | null;
  @Field(() => String, { nullable: true, description: 'Who looks after it.' }) maintainedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Its newest version.' }) softwareVersion!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When that was released.' }) releaseDate!: string | null;
  @Field(() => [String], { description: 'Categories of publiccode.yml.' }) categories!: string[];
  @Field(() => String, { nullable: true, description: 'The licence as the file says it.' })
  licenceDeclared!: string | null;
  @Field(() => [LicenceInPlainWordsObject], { description: 'That licence in plain words.' })
  licenceInPlainWords!: LicenceInPlainWordsObject[];
  @Field(() => String, {
    nullable: true,
    description: 'Address of the component that has the same repository, when it is registered already.',
  })
  registeredAs!: string | null;
}

@ObjectType('PreviewComponentPayload', { description: 'What the file comes to.' })
export class PreviewComponentPayload {
  readonly __typename = 'PreviewComponentPayload';
  @Field(() => ComponentPreviewObject, { description: 'What was understood.' }) preview!: ComponentPreviewObject;
}

@ObjectType('RegisterComponentPayload', { description: 'The component is registered.' })
export class RegisterComponentPayload {
  @Field(() => ComponentObject, { description: 'The new component.' }) component!: ComponentObject;
}

@ObjectType('ConcludeLicencePayload', { description: 'The licence is decided.' })
export class ConcludeLicencePayload {
  @Field(() => ComponentObject, { description: 'The component.' }) component!: ComponentObject;
}

const resolveType = (value: { readonly __typename: string }): string => value.__typename;

export const PreviewComponentResult = createUnionType({
  name: 'PreviewComponentResult',
  description: 'What the file comes to, or why it was not read.',
  types: () => [PreviewComponentPayload, RefusalObject] as const,
  resolveType,
});
export const RegisterComponentResult = createUnionType({
  name: 'RegisterComponentResult',
  description: 'The new component, or what is missing.',
  types: () => [RegisterComponentPayload, RefusalObject] as const,
  resolveType,
});
export const ConcludeLicenceResult = createUnionType({
  name: 'ConcludeLicenceResult',
  description: 'The component with its licence decided, or what is missing.',
  types: () => [ConcludeLicencePayload, RefusalObject] as const,
  resolveType,
});
