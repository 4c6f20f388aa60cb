import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { INDICATOR_CHANGES, INDICATOR_DIRECTIONS, INDICATOR_TIERS, PROGRESS_UNITS } from '@openimpact/domain';

import { DateScalar, DateTimeScalar, enumOf, NodeInterface } from '../../../platform/graphql/index.js';
import { CommonsEntryObject } from '../../commons/index.js';
import { PersonObject } from '../../people/index.js';

export const ProgressUnitEnum = enumOf(PROGRESS_UNITS);
registerEnumType(ProgressUnitEnum, {
  name: 'ProgressUnit',
  description: 'What a number of progress measures. Few people are shown as a band.',
});
export const IndicatorDirectionEnum = enumOf(INDICATOR_DIRECTIONS);
registerEnumType(IndicatorDirectionEnum, { name: 'IndicatorDirection', description: 'Which way is better.' });
export const IndicatorChangeEnum = enumOf(INDICATOR_CHANGES);
registerEnumType(IndicatorChangeEnum, {
  name: 'IndicatorChange',
  description: 'What a version did to the one before. Numbers on the two sides of a MATERIAL change are not compared.',
});
export const IndicatorTierEnum = enumOf(INDICATOR_TIERS);
registerEnumType(IndicatorTierEnum, {
  name: 'IndicatorTier',
  description:
    'How much a data standard asks for an indicator: of everybody, of whoever can, of whoever wants to say more.',
});

@ObjectType('IndicatorVersion', {
  implements: () => NodeInterface,
  description: 'One version of what an indicator says it is.',
})
export class IndicatorVersionObject extends NodeInterface {
  @Field(() => Int, { description: 'From 1 up.' }) version!: number;
  @Field(() => String, { description: 'One line.' }) title!: string;
  @Field(() => String, { description: 'What is counted and what is not. Empty for nothing said.' }) definition!: string;
  @Field(() => ProgressUnitEnum, { description: 'What the number is.' }) unit!: string;
  @Field(() => String, { description: 'What the unit leaves open: a currency, minutes. Empty for nothing said.' })
  unitNote!: string;
  @Field(() => IndicatorDirectionEnum, { description: 'Which way is better.' }) direction!: string;
  @Field(() => Boolean, { description: 'Whether it counts people, so that a small number is shown as a band.' })
  countsPeople!: boolean;
  @Field(() => IndicatorTierEnum, { description: 'How much a standard asks for it.' }) tier!: string;
  @Field(() => IndicatorChangeEnum, { description: 'What it changed about the version before.' }) change!: string;
  @Field(() => String, { description: 'What changed and why. Empty for the first version.' }) changeNote!: string;
  @Field(() => Int, { description: 'The oldest version whose numbers mean the same as those of this one.' })
  comparableSince!: number;
  @Field(() => PersonObject, { nullable: true, description: 'Who wrote this version, if they are still here.' })
  author!: object | null;
  @Field(() => DateTimeScalar, { description: 'When it was written.' }) createdAt!: Date;
}

@ObjectType('Indicator', {
  implements: () => NodeInterface,
  description: 'Something that is measured, with an identity and versions of what it means.',
})
export class IndicatorObject extends NodeInterface {
  @Field(() => String, { description: 'Its name in files and for machines; never changes.' }) key!: string;
  @Field(() => IndicatorVersionObject, { description: 'What it is now.' }) newest!: IndicatorVersionObject;
  @Field(() => [IndicatorVersionObject], { description: 'Every version, newest first.' })
  versions!: IndicatorVersionObject[];
  @Field(() => CommonsEntryObject, {
    nullable: true,
    description: 'The data standard it belongs to; null for a venture’s own.',
  })
  standard!: object | null;
}

@ObjectType('ProgressValue', { implements: () => NodeInterface, description: 'A number of progress for a period.' })
export class ProgressValueObject extends NodeInterface {
  @Field(() => IndicatorVersionObject, { description: 'What was measured, in the version it was reported under.' })
  definition!: IndicatorVersionObject;
  @Field(() => String, { description: 'The title of what was measured.' }) indicator!: string;
  @Field(() => ProgressUnitEnum, { description: 'What the number is.' }) unit!: string;
  @Field(() => String, { nullable: true, description: 'A decimal number; null when it is a small count of people.' })
  value!: string | null;
  @Field(() => Int, { nullable: true, description: 'Set instead for a small count of people: fewer than this.' })
  fewerThan!: number | null;
  @Field(() => DateScalar, { description: 'First day of the period.' }) from!: string;
  @Field(() => DateScalar, { description: 'Last day of the period.' }) to!: string;
  @Field(() => PersonObject, { nullable: true, description: 'Who reported it.' }) recordedBy!: object | null;
  @Field(() => DateTimeScalar, { description: 'When it was reported.' }) recordedAt!: Date;
}

@ObjectType('VentureIndicator', { description: 'What a venture measures: from where, to where, and how it goes.' })
export class VentureIndicatorObject {
  @Field(() => IndicatorObject, { description: 'What is measured.' }) indicator!: IndicatorObject;
  @Field(() => String, { nullable: true, description: 'Where it stood at the beginning: a decimal number.' })
  baseline!: string | null;
  @Field(() => Int, { nullable: true, description: 'Set instead for a small count of people: fewer than this.' })
  baselineFewerThan!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'When it stood there.' }) baselineOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Where it should arrive: a decimal number.' }) target!:
    | string
    | null;
  @Field(() => Int, { nullable: true, description: 'Set instead for a small count of people: fewer than this.' })
  targetFewerThan!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'By when.' }) targetOn!: string | null;
  @Field(() => [ProgressValueObject], { description: 'Values by period. A corrected one is not among them.' })
  values!: ProgressValueObject[];
}
