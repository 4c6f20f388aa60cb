import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

import { MoneyObject } from '../../../platform/graphql/index.js';

@ObjectType('Matching', { description: 'A promise to add to what others pledge.' })
export class MatchingObject {
  @Field(() => Int, { description: 'How many percent of what others pledge. 100: a pound for a pound.' })
  percent!: number;
  @Field(() => MoneyObject, { description: 'It never comes to more than this, which is held from the beginning.' })
  most!: MoneyObject;
}

@ObjectType('Signing', { description: 'Who binds the funder, in its own words.' })
export class SigningObject {
  @Field(() => String, { description: 'Their name.' }) name!: string;
  @Field(() => String, { description: 'In what role. Empty when nothing was said.' }) role!: string;
  @Field(() => String, { description: 'Where the funder’s grant agreement is. Empty when nothing was said.' })
  agreementUrl!: string;
}

@InputType({ description: 'Who binds the funder.' })
export class SigningInput {
  @Field(() => String, { description: 'Their name.' }) name!: string;
  @Field(() => String, { defaultValue: '', description: 'In what role.' }) role!: string;
  @Field(() => String, { defaultValue: '', description: 'Where the grant agreement is: a link.' })
  agreementUrl!: string;
}
