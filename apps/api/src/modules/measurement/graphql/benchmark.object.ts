import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { STANDINGS } from '@openimpact/domain';

import { connectionOf, DateScalar, DateTimeScalar, enumOf, NodeInterface } from '../../../platform/graphql/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { PersonObject } from '../../people/index.js';
import { IndicatorObject, IndicatorVersionObject } from './measurement.object.js';

export const StandingPlaceEnum = enumOf(STANDINGS);
registerEnumType(StandingPlaceEnum, {
  name: 'StandingPlace',
  description: 'Where a value stands among others. Which way is better, the indicator says.',
});

@ObjectType('Measurement', {
  implements: () => NodeInterface,
  description:
    'What an organisation reported for an indicator of a data standard and a period. Only its own members see it.',
})
export class MeasurementObject extends NodeInterface {
  @Field(() => IndicatorObject, { description: 'What was measured.' }) indicator!: object;
  @Field(() => OrganisationObject, { description: 'Who measured it.' }) organisation!: object;
  @Field(() => IndicatorVersionObject, { description: 'The definition it was measured by.' }) definition!: object;
  @Field(() => String, { nullable: true, description: 'A decimal number; null when it is a small count of people.' })
  value!: string | null;
  @Field(() => Int, { nullable: true, description: 'Set instead for a small count of people: fewer than this.' })
  fewerThan!: number | null;
  @Field(() => String, { description: 'How it was counted. Empty for nothing said.' }) method!: string;
  @Field(() => DateScalar, { description: 'First day of the period.' }) from!: string;
  @Field(() => DateScalar, { description: 'Last day of the period.' }) to!: string;
  @Field(() => Int, { description: 'From 1 up: each correction is the next.' }) revision!: number;
  @Field(() => PersonObject, { nullable: true, description: 'Who reported it.' }) recordedBy!: object | null;
  @Field(() => DateTimeScalar, { description: 'When it was reported.' }) recordedAt!: Date;
}

@ObjectType('MeasurementConnection', { description: 'A page of what organisations reported.' })
export class MeasurementConnection extends connectionOf(() => MeasurementObject, 'Measurement') {}

@ObjectType('BenchmarkFigure', { description: 'A rounded number that is told of several organisations together.' })
export class BenchmarkFigureObject {
  @Field(() => String, { nullable: true, description: 'A decimal number; null when it is a small count of people.' })
  value!: string | null;
  @Field(() => Int, { nullable: true, description: 'Set instead for a small count of people: fewer than this.' })
  fewerThan!: number | null;
}

@ObjectType('Standing', { description: 'Where one of your organisations stands in what everybody is told.' })
export class StandingObject {
  @Field(() => OrganisationObject, { description: 'Your organisation.' }) organisation!: object;
  @Field(() => String, { nullable: true, description: 'What it reported; null when it is a small count of people.' })
  value!: string | null;
  @Field(() => Int, { nullable: true, description: 'Set instead for a small count of people: fewer than this.' })
  fewerThan!: number | null;
  @Field(() => StandingPlaceEnum, { description: 'Where that stands.' }) place!: string;
}

@ObjectType('Benchmark', {
  implements: () => NodeInterface,
  description:
    'What verified organisations reported for an indicator and a period, together: one value an organisation, never of fewer than five, told anew only when at least five of them changed. Middle and quarters by the inclusive method, rounded.',
})
export class BenchmarkObject extends NodeInterface {
  @Field(() => IndicatorVersionObject, {
    description: 'The newest definition among those it was measured by; all of them mean the same.',
  })
  definition!: object;
  @Field(() => DateScalar, { description: 'First day of the period.' }) from!: string;
  @Field(() => DateScalar, { description: 'Last day of the period.' }) to!: string;
  @Field(() => Int, { description: 'How many organisations.' }) organisations!: number;
  @Field(() => BenchmarkFigureObject, { description: 'Half of them have less, half have more.' }) middle!: object;
  @Field(() => BenchmarkFigureObject, {
    nullable: true,
    description: 'A quarter of them have less. Told from ten organisations on.',
  })
  lower!: object | null;
  @Field(() => BenchmarkFigureObject, {
    nullable: true,
    description: 'A quarter of them have more. Told from ten organisations on.',
  })
  upper!: object | null;
  @Field(() => DateScalar, { description: 'The day on which the newest of the values was reported.' })
  newestOn!: string;
  @Field(() => DateScalar, { description: 'The day since which it is told so.' }) publishedOn!: string;
  @Field(() => [StandingObject], { description: 'Where your own organisations stand; nobody else sees it.' })
  standings!: StandingObject[];
}

@ObjectType('BenchmarkConnection', { description: 'A page of benchmarks.' })
export class BenchmarkConnection extends connectionOf(() => BenchmarkObject, 'Benchmark') {}
