import { Field, ObjectType } from '@nestjs/graphql';

import { BigIntScalar, connectionOf, NodeInterface } from '../../../platform/graphql/index.js';

@ObjectType('Activity', {
  implements: () => NodeInterface,
  description: 'One entry of the append-only log: something that happened.',
})
export class ActivityObject extends NodeInterface {
  @Field(() => String, { description: 'Concept and past participle, for programs: pledge.placed.' }) kind!: string;
  @Field(() => String, { description: 'The same for a person, as a short sentence.' }) summary!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The name of the project, idea or organisation it is about, as it is now.',
  })
  subjectName!: string | null;
  @Field(() => Date, { description: 'When it happened, by the clock of the database.' }) occurredAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Who did it. Null where naming them would undo a pseudonym, and for what the software does by itself.',
  })
  actorName!: string | null;
  @Field(() => String, { nullable: true, description: 'The address of the page it is about, on this installation.' })
  address!: string | null;
  @Field(() => BigIntScalar, {
    nullable: true,
    description:
      'Its place in the sealed log, for stewards: a gap between public places would tell the moment of a private entry. Null for everybody else, and for a moment after it happened.',
  })
  position!: bigint | null;
}

@ObjectType('ActivityConnection', { description: 'A page of activities, newest first.' })
export class ActivityConnection extends connectionOf(() => ActivityObject, 'Activity') {}
