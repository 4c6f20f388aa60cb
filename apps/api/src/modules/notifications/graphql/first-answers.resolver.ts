import { Field, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';

import { FirstAnswers } from '../application/first-answers.js';

@ObjectType('TimeToFirstAnswer', {
  description: 'How long people who logged an idea in the last 90 days waited until somebody else answered.',
})
export class TimeToFirstAnswerObject {
  @Field(() => Int, { description: 'Ideas logged in the last 90 days.' }) ideas!: number;
  @Field(() => Int, {
    description: 'How many of them were answered: by a comment, an offer, interest of an organisation or a decision.',
  })
  answered!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Within how many hours half of those were answered. Null while fewer than five were.',
  })
  medianHours!: number | null;
}

@Resolver(() => TimeToFirstAnswerObject)
export class TimeToFirstAnswerResolver {
  constructor(private readonly answers: FirstAnswers) {}

  @Query(() => TimeToFirstAnswerObject, {
    description: 'The time to the first answer on this installation. Counted afresh every ten minutes.',
  })
  timeToFirstAnswer(): Promise<TimeToFirstAnswerObject> {
    return this.answers.figure();
  }
}
