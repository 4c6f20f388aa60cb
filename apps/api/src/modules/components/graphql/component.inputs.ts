import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';

import { enumOf, RefusalObject } from '../../../platform/graphql/index.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { ThemeEnum } from '../../ideas/index.js';
import { COMPONENT_ORDERS, type ComponentOrder } from '../application/find-components.js';
import {
  ComponentFunctionEnum,
  ComponentObject,
  FileFieldEnum,
  FittingIdeaObject,
  LicenceInPlainWordsObject,
  LicenceUseEnum,
  MaturityEnum,
  MetadataProblemObject,
} from './component.object.js';

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
  @Field(() => [ComponentFunctionEnum], { nullable: true, description: 'Does one of these.' })
  functions?: string[] | null;
  @Field(() => [LicenceUseEnum], { nullable: true, description: 'Under a licence that lets one do one of these.' })
  licenceUses?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Looked after by somebody with this in their name.' })
  maintainedBy?: string | null;
  @Field(() => String, { nullable: true, description: 'Speaks this language: a BCP 47 tag.' }) speaks?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last released on this day or later.' })
  releasedSince?: string | null;
}

@InputType({ description: 'What a person who has no file says of software.' })
export class ComponentByHandInput {
  @Field(() => String, { description: 'What it is called.' }) name!: string;
  @Field(() => String, { description: 'One sentence about what it does.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'More about it.' }) description?: string | null;
  @Field(() => String, { nullable: true, description: 'Where its source is.' }) repositoryUrl?: string | null;
  @Field(() => String, { nullable: true, description: 'Its page on the web.' }) landingUrl?: string | null;
  @Field(() => [String], { nullable: true, description: 'What it can do.' }) features?: string[] | null;
  @Field(() => String, { nullable: true, description: 'BCP 47 tag of the language you write in; absent: en.' })
  language?: string | null;
  @Field(() => String, { nullable: true, description: 'SPDX expression of its licence.' }) licence?: string | null;
  @Field(() => MaturityEnum, { nullable: true, description: 'How far it is.' }) maturity?: string | null;
  @Field(() => String, { nullable: true, description: 'The softwareType of publiccode.yml: standalone/web.' })
  softwareType?: string | null;
  @Field(() => [String], { nullable: true, description: 'What it runs on: web, android.' }) platforms?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'BCP 47 tags of the languages it speaks.' })
  availableLanguages?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Who looks after it: an organisation or a project.' })
  maintainedBy?: string | null;
}

@InputType({
  description: 'Where a component is described, in one of three ways, to see what it comes to. Nothing is kept.',
})
export class PreviewComponentInput {
  @Field(() => String, { nullable: true, description: 'The text of a publiccode.yml file.' })
  publiccode?: string | null;
  @Field(() => String, { nullable: true, description: 'The https address of a repository, or of the file in it.' })
  repositoryUrl?: string | null;
  @Field(() => ComponentByHandInput, { nullable: true, description: 'What you say of it, where it has no file.' })
  byHand?: ComponentByHandInput | null;
  @Field(() => ID, {
    nullable: true,
    description: 'A component that this is a newer file of: the answer has the differences.',
  })
  componentId?: string | null;
}

@InputType({
  description: 'A newer file of a component and what to take from it, or what it does, which no file says.',
})
export class ReimportComponentInput {
  @Field(() => ID, { description: 'The component.' }) componentId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The text of the newer file. Absent: only what it does changes.',
  })
  publiccode?: string | null;
  @Field(() => [FileFieldEnum], { description: 'What takes what the file says. Everything else stays as it is here.' })
  take!: string[];
  @Field(() => [ComponentFunctionEnum], {
    nullable: true,
    description: 'What it does: up to five, instead of what stands here. Absent: stays.',
  })
  functions?: string[] | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'The people the file names as contacts agreed to stand in the file that is published here.',
  })
  contactsAgreed!: boolean;
  @Field(() => String, { nullable: true, description: 'Where it was fetched from; it is looked at again there.' })
  fetchedFrom?: string | null;
}

@ObjectType('ComponentFileDifference', { description: 'What a newer file would change.' })
export class ComponentFileDifferenceObject {
  @Field(() => FileFieldEnum, { description: 'Which part.' }) field!: string;
  @Field(() => [String], { description: 'What stands here now.' }) here!: string[];
  @Field(() => [String], { description: 'What the file says.' }) file!: string[];
  @Field(() => Boolean, { description: 'Whether somebody wrote here what no file said.' }) editedHere!: boolean;
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
  @Field(() => [ComponentFunctionEnum], { defaultValue: [], description: 'What it does: up to five.' })
  functions!: string[];
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
  @Field(() => String, { nullable: true, description: 'Where the file was fetched from; it is looked at again there.' })
  fetchedFrom?: string | null;
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
  @Field(() => String, {
    nullable: true,
    description: 'The licence whose text lies in the repository, when it was fetched and is known.',
  })
  licenceFound!: string | null;
  @Field(() => [FittingIdeaObject], { description: 'Ideas it may fit, best first: up to five.' })
  fittingIdeas!: FittingIdeaObject[];
}

@ObjectType('PreviewComponentPayload', { description: 'What the file comes to.' })
export class PreviewComponentPayload {
  readonly __typename = 'PreviewComponentPayload';
  @Field(() => ComponentPreviewObject, { description: 'What was understood.' }) preview!: ComponentPreviewObject;
  @Field(() => String, { description: 'The text of the file: sent, fetched, or written from what you said.' })
  publiccode!: string;
  @Field(() => String, { nullable: true, description: 'Where it was fetched from.' }) fetchedFrom!: string | null;
  @Field(() => [ComponentFileDifferenceObject], {
    description: 'What it would change of the component that it is a newer file of.',
  })
  differences!: ComponentFileDifferenceObject[];
}

@ObjectType('RegisterComponentPayload', { description: 'The component is registered.' })
export class RegisterComponentPayload {
  @Field(() => ComponentObject, { description: 'The new component.' }) component!: ComponentObject;
}

@ObjectType('ReimportComponentPayload', { description: 'The newer file was read.' })
export class ReimportComponentPayload {
  @Field(() => ComponentObject, { description: 'The component.' }) component!: ComponentObject;
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
export const ReimportComponentResult = createUnionType({
  name: 'ReimportComponentResult',
  description: 'The component as the newer file changed it, or what is missing.',
  types: () => [ReimportComponentPayload, RefusalObject] as const,
  resolveType,
});
export const ConcludeLicenceResult = createUnionType({
  name: 'ConcludeLicenceResult',
  description: 'The component with its licence decided, or what is missing.',
  types: () => [ConcludeLicencePayload, RefusalObject] as const,
  resolveType,
});
