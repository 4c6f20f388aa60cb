import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { DateScalar, RefusalObject } from '../../../platform/graphql/index.js';
import { VentureObject } from '../../ventures/index.js';
import { IndicatorDirectionEnum, IndicatorObject, IndicatorTierEnum, ProgressUnitEnum } from './measurement.object.js';

@InputType({ isAbstract: true })
abstract class DefinitionInput {
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'What is counted and what is not, so that two who count get the same.' })
  definition!: string;
  @Field(() => ProgressUnitEnum, { description: 'What the number is.' }) unit!: keyof typeof ProgressUnitEnum;
  @Field(() => String, {
    nullable: true,
    description: 'What the unit leaves open: a currency (needed for money), minutes, out of ten.',
  })
  unitNote?: string | null;
  @Field(() => IndicatorDirectionEnum, { description: 'Which way is better.' })
  direction!: keyof typeof IndicatorDirectionEnum;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the number counts people though its unit does not say so: households, for instance.',
  })
  countsPeople?: boolean | null;
  @Field(() => IndicatorTierEnum, {
    nullable: true,
    description: 'How much a standard asks for it. Left out: optional.',
  })
  tier?: keyof typeof IndicatorTierEnum | null;
}

@InputType({ description: 'A new indicator, for a venture’s own list or for a data standard. Exactly one of the two.' })
export class DefineIndicatorInput extends DefinitionInput {
  @Field(() => ID, { nullable: true, description: 'The venture whose own it is.' }) ventureId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The data standard it belongs to.' }) entryId?: string | null;
}

@InputType({ description: 'A new version of an indicator.' })
export class ReviseIndicatorInput extends DefinitionInput {
  @Field(() => ID, { description: 'Which.' }) indicatorId!: string;
  @Field(() => Int, { description: 'The version that was revised.' }) seen!: number;
  @Field(() => Boolean, {
    description: 'Whether numbers now mean something else, so that they are not compared with those before.',
  })
  material!: boolean;
  @Field(() => String, { description: 'What changed and why.' }) changeNote!: string;
}

@InputType({ description: 'Where an indicator stood and where it should arrive. What is left empty is not said.' })
export class SetTargetInput {
  @Field(() => ID, { description: 'Which venture.' }) ventureId!: string;
  @Field(() => ID, { description: 'Which indicator of it.' }) indicatorId!: string;
  @Field(() => String, { nullable: true, description: 'A decimal number: 12.5.' }) baseline?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When it stood there.' }) baselineOn?: string | null;
  @Field(() => String, { nullable: true, description: 'A decimal number: 12.5.' }) target?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'By when.' }) targetOn?: string | null;
}

@InputType({ description: 'A data standard that a venture measures by.' })
export class AdoptStandardInput {
  @Field(() => ID, { description: 'Which venture.' }) ventureId!: string;
  @Field(() => ID, { description: 'The data standard in the commons.' }) entryId!: string;
}

@InputType({ description: 'What the people who used it said.' })
export class UsersSaidInput {
  @Field(() => String, { description: 'What they said.' }) said!: string;
  @Field(() => Int, { description: 'How many people. Fewer than five are kept as “fewer than five”.' }) people!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'What changed because of it. May be told later with answerUsers; the idea reaches the commons only then.',
  })
  changed?: string | null;
  @Field(() => DateScalar, { description: 'When they were heard.' }) heardOn!: string;
  @Field(() => ID, { nullable: true, description: 'The session in which they said it.' }) sessionId?: string | null;
}

@InputType({ description: 'A number of progress for a period. A second one for the same period corrects the first.' })
export class ProgressValueInput {
  @Field(() => ID, { description: 'What is measured: an indicator of the venture.' }) indicatorId!: string;
  @Field(() => Int, { nullable: true, description: 'The version of its definition that was read.' }) seen?:
    | number
    | null;
  @Field(() => String, { description: 'A decimal number: 12.5.' }) value!: string;
  @Field(() => DateScalar, { description: 'First day of the period.' }) from!: string;
  @Field(() => DateScalar, { description: 'Last day of the period.' }) to!: string;
}

@InputType({ description: 'Progress: what users said, or a number. Exactly one of the two.' })
export class RecordProgressInput {
  @Field(() => ID, { description: 'Which venture.' }) ventureId!: string;
  @Field(() => UsersSaidInput, { nullable: true, description: 'What the people who used it said.' })
  usersSaid?: UsersSaidInput | null;
  @Field(() => ProgressValueInput, { nullable: true, description: 'A number.' }) value?: ProgressValueInput | null;
}

function ventureResult(name: string, done: string) {
  @ObjectType(`${name}Payload`, { description: done })
  class Payload {
    @Field(() => VentureObject, { description: 'The venture as it is now.' }) venture!: VentureObject;
  }
  return union(name, done, Payload);
}

function indicatorResult(name: string, done: string) {
  @ObjectType(`${name}Payload`, { description: done })
  class Payload {
    @Field(() => IndicatorObject, { description: 'The indicator as it is now.' }) indicator!: IndicatorObject;
  }
  return union(name, done, Payload);
}

function union(name: string, done: string, payload: new () => object) {
  return createUnionType({
    name: `${name}Result`,
    description: `${done} Or what is missing.`,
    types: () => [payload, RefusalObject] as const,
    resolveType: (value: { __typename: string }) => value.__typename,
  });
}

export const DefineIndicatorResult = indicatorResult('DefineIndicator', 'The indicator is in the list.');
export const ReviseIndicatorResult = indicatorResult('ReviseIndicator', 'There is a new version of the indicator.');
export const AdoptStandardResult = ventureResult('AdoptStandard', 'The venture measures by the standard.');
export const SetTargetResult = ventureResult('SetTarget', 'Baseline and target are set.');
export const RecordProgressResult = ventureResult('RecordProgress', 'The progress is recorded.');
