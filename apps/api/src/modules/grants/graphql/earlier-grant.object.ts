import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import {
  connectionOf,
  DateScalar,
  MoneyObject,
  NodeInterface,
  RefusalObject,
} from '../../../platform/graphql/index.js';
import { OrganisationObject } from '../../organisations/index.js';

@ObjectType('EarlierGrant', {
  implements: () => NodeInterface,
  description: 'A grant that a funder made before, elsewhere, from the file it publishes.',
})
export class EarlierGrantObject extends NodeInterface {
  @Field(() => String, { description: 'As the funder’s own file names it.' }) grantId!: string;
  @Field(() => String, { description: 'What it was for.' }) title!: string;
  @Field(() => String, { description: 'Who got it.' }) recipient!: string;
  @Field(() => String, { description: 'Who got it, as a public register names them.' }) recipientId!: string;
  @Field(() => MoneyObject, { description: 'How much.' }) amount!: MoneyObject;
  @Field(() => DateScalar, { description: 'When it was decided.' }) awardedOn!: string;
}

@ObjectType('EarlierGrantConnection', { description: 'A page of grants made before.' })
export class EarlierGrantConnection extends connectionOf(() => EarlierGrantObject, 'EarlierGrant') {}

@ObjectType('EarlierGrantSum', { description: 'Grants made before in one currency, together.' })
export class EarlierGrantSumObject {
  @Field(() => Int, { description: 'How many.' }) grants!: number;
  @Field(() => MoneyObject, { description: 'Together.' }) amount!: MoneyObject;
  @Field(() => DateScalar, { description: 'When the first was decided.' }) firstOn!: string;
  @Field(() => DateScalar, { description: 'When the last was decided.' }) lastOn!: string;
}

@InputType({ description: 'A funder’s own file of grants.' })
export class ImportEarlierGrantsInput {
  @Field(() => ID, { description: 'Whose grants they are.' }) organisationId!: string;
  @Field(() => String, {
    description: 'The file by the 360Giving standard, as text: JSON, or CSV with the standard’s titles. At most 1 MB.',
  })
  file!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'False: only say what would happen.' }) apply!: boolean;
}

@InputType({ description: 'Whose grants are no longer shown.' })
export class RemoveEarlierGrantsInput {
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
}

@ObjectType('EarlierGrantFault', { description: 'What is wrong with a grant of a file. It is left out.' })
export class EarlierGrantFaultObject {
  @Field(() => Int, { description: 'Which grant of the file, from 1.' }) row!: number;
  @Field(() => String, { description: 'The field, as the standard names it.' }) field!: string;
  @Field(() => String, { description: 'Stable, for programs.' }) code!: string;
  @Field(() => String, { description: 'The same for a person.' }) message!: string;
  @Field(() => String, { description: 'What stands there.' }) given!: string;
}

@ObjectType('EarlierGrantPreview', { description: 'A grant as it was read from a file.' })
export class EarlierGrantPreviewObject {
  @Field(() => String, { description: 'As the file names it.' }) grantId!: string;
  @Field(() => String, { description: 'What it was for.' }) title!: string;
  @Field(() => String, { description: 'Who got it.' }) recipient!: string;
  @Field(() => MoneyObject, { description: 'How much.' }) amount!: MoneyObject;
  @Field(() => DateScalar, { description: 'When it was decided.' }) awardedOn!: string;
}

@ObjectType('ImportEarlierGrantsPayload', { description: 'What was read, and what was done with it or would be.' })
export class ImportEarlierGrantsPayload {
  @Field(() => OrganisationObject, { description: 'The funder as it is now.' }) organisation!: object;
  @Field(() => Boolean, { description: 'Whether it was done.' }) applied!: boolean;
  @Field(() => Int, { description: 'New here.' }) added!: number;
  @Field(() => Int, { description: 'Here already, and different now.' }) changed!: number;
  @Field(() => Int, { description: 'Here already, and the same.' }) unchanged!: number;
  @Field(() => Int, { description: 'Faults found.' }) faultCount!: number;
  @Field(() => [EarlierGrantFaultObject], { description: 'The first hundred faults.' })
  faults!: EarlierGrantFaultObject[];
  @Field(() => [EarlierGrantPreviewObject], { description: 'The first twenty grants as they were read.' })
  preview!: EarlierGrantPreviewObject[];
}

@ObjectType('RemoveEarlierGrantsPayload', { description: 'They are no longer shown.' })
export class RemoveEarlierGrantsPayload {
  @Field(() => OrganisationObject, { description: 'The funder as it is now.' }) organisation!: object;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const ImportEarlierGrantsResult = createUnionType({
  name: 'ImportEarlierGrantsResult',
  description: 'What was read, or what is missing.',
  types: () => [ImportEarlierGrantsPayload, RefusalObject] as const,
  resolveType,
});
export const RemoveEarlierGrantsResult = createUnionType({
  name: 'RemoveEarlierGrantsResult',
  description: 'The funder as it is now, or what is missing.',
  types: () => [RemoveEarlierGrantsPayload, RefusalObject] as const,
  resolveType,
});
