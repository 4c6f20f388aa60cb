import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { DateScalar, RefusalObject } from '../../../platform/graphql/index.js';
import { CommonsEntryObject } from '../../commons/index.js';

@InputType({ description: 'What was measured for one indicator.' })
export class MeasuredValueInput {
  @Field(() => ID, { description: 'The indicator of the standard.' }) indicatorId!: string;
  @Field(() => String, { description: 'A decimal number: 12.5. For people, <5 may stand for fewer than five.' })
  value!: string;
  @Field(() => Int, { description: 'The version of the definition it was measured by.' }) version!: number;
}

@InputType({ description: 'What one of your organisations measured in a period by a data standard.' })
export class RecordMeasurementsInput {
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
  @Field(() => ID, { description: 'The data standard.' }) entryId!: string;
  @Field(() => DateScalar, { description: 'First day of the period.' }) from!: string;
  @Field(() => DateScalar, {
    description: 'Last day of the period: one, three, six or twelve whole months after its first.',
  })
  to!: string;
  @Field(() => String, { nullable: true, description: 'How it was counted, in a line or two.' }) method?: string | null;
  @Field(() => [MeasuredValueInput], { description: 'One for each indicator you have a value of.' })
  values!: MeasuredValueInput[];
}

@InputType({ description: 'The template of a data standard, filled in.' })
export class ImportMeasurementsInput {
  @Field(() => ID, { description: 'Which organisation.' }) organisationId!: string;
  @Field(() => ID, { description: 'The data standard.' }) entryId!: string;
  @Field(() => String, { description: 'The file, as text: a line for each period. At most 240 lines.' }) csv!: string;
  @Field(() => String, { nullable: true, description: 'How it was counted, in a line or two.' }) method?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'False: only say what would happen.' }) apply!: boolean;
}

@InputType({ description: 'A value that is taken back.' })
export class TakeBackMeasurementInput {
  @Field(() => ID, { description: 'Which value.' }) measurementId!: string;
}

@ObjectType({ isAbstract: true })
abstract class KeptPayload {
  @Field(() => CommonsEntryObject, { description: 'The data standard, with what your organisations reported.' })
  entry!: object;
  @Field(() => Int, { description: 'New.' }) added!: number;
  @Field(() => Int, { description: 'Corrected.' }) changed!: number;
  @Field(() => Int, { description: 'The same as before.' }) unchanged!: number;
}

@ObjectType('RecordMeasurementsPayload', { description: 'The values are kept.' })
export class RecordMeasurementsPayload extends KeptPayload {}

@ObjectType('MeasurementFault', { description: 'What is wrong at one place of a spreadsheet.' })
export class MeasurementFaultObject {
  @Field(() => Int, { description: 'The line of the file; the heading is line 1.' }) line!: number;
  @Field(() => String, { nullable: true, description: 'The column, or null when the whole line is meant.' })
  column!: string | null;
  @Field(() => String, { description: 'Stable, for programs.' }) code!: string;
  @Field(() => String, { description: 'The same for a person.' }) message!: string;
  @Field(() => String, { nullable: true, description: 'What stands there.' }) current!: string | null;
  @Field(() => String, { nullable: true, description: 'What would be right.' }) needed!: string | null;
}

@ObjectType('MeasurementLine', { description: 'A line of a spreadsheet as it was read.' })
export class MeasurementLineObject {
  @Field(() => Int, { description: 'The line of the file.' }) line!: number;
  @Field(() => DateScalar, { description: 'First day of the period.' }) from!: string;
  @Field(() => DateScalar, { description: 'Last day of the period.' }) to!: string;
  @Field(() => Int, { description: 'How many values it holds.' }) values!: number;
}

@ObjectType('ImportMeasurementsPayload', { description: 'What was read, and what was done with it or would be.' })
export class ImportMeasurementsPayload extends KeptPayload {
  @Field(() => Boolean, { description: 'Whether it was kept. Never where anything is wrong.' }) applied!: boolean;
  @Field(() => Int, { description: 'Faults found.' }) faultCount!: number;
  @Field(() => [MeasurementFaultObject], { description: 'The first hundred faults.' })
  faults!: MeasurementFaultObject[];
  @Field(() => [MeasurementLineObject], { description: 'The first twenty lines as they were read.' })
  lines!: MeasurementLineObject[];
}

@ObjectType('TakeBackMeasurementPayload', { description: 'The value is taken back.' })
export class TakeBackMeasurementPayload {
  @Field(() => CommonsEntryObject, { description: 'The data standard, with what your organisations reported.' })
  entry!: object;
}

const resolveType = (value: { __typename: string }) => value.__typename;
export const RecordMeasurementsResult = createUnionType({
  name: 'RecordMeasurementsResult',
  description: 'The values are kept, or what is missing.',
  types: () => [RecordMeasurementsPayload, RefusalObject] as const,
  resolveType,
});
export const ImportMeasurementsResult = createUnionType({
  name: 'ImportMeasurementsResult',
  description: 'What was read, or what is missing.',
  types: () => [ImportMeasurementsPayload, RefusalObject] as const,
  resolveType,
});
export const TakeBackMeasurementResult = createUnionType({
  name: 'TakeBackMeasurementResult',
  description: 'The value is taken back, or what is missing.',
  types: () => [TakeBackMeasurementPayload, RefusalObject] as const,
  resolveType,
});
