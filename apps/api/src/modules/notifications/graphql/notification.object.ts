import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { EMAIL_FREQUENCIES, HEARD_REASONS } from '@openimpact/domain';

import { connectionOf, enumOf, NodeInterface } from '../../../platform/graphql/index.js';

export const EmailFrequencyEnum = enumOf(EMAIL_FREQUENCIES);
registerEnumType(EmailFrequencyEnum, {
  name: 'EmailFrequency',
  description: 'How news comes by mail. Everything is on the page of news in any case.',
  valuesMap: {
    IMMEDIATE: { description: 'A mail for each.' },
    DAILY: { description: 'One mail a day, at seven in the morning (UTC), when there is something.' },
    WEEKLY: { description: 'One mail on Monday, at seven in the morning (UTC), when there is something. The usual.' },
    NONE: { description: 'No mail.' },
  },
});
export const HeardReasonEnum = enumOf(HEARD_REASONS);
registerEnumType(HeardReasonEnum, {
  name: 'HeardReason',
  description: 'Why you hear of something.',
  valuesMap: {
    AUTHOR: { description: 'It is yours.' },
    VOTED: { description: 'You voted.' },
    COMMENTED: { description: 'You joined the discussion.' },
    CHOSEN: { description: 'You asked to follow it.' },
    TOLD: { description: 'It is told to you by name: something waits for you, or answers what you said.' },
  },
});

@ObjectType('Notification', {
  implements: () => NodeInterface,
  description: 'Something that happened, told to you. Only you can read it.',
})
export class NotificationObject extends NodeInterface {
  @Field(() => String, { description: 'Concept and past participle, for programs: idea.supported.' }) kind!: string;
  @Field(() => String, { description: 'What happened, as a short sentence.' }) summary!: string;
  @Field(() => String, { nullable: true, description: 'The name of what it is about, as it is now.' }) about!:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'The address to go to, on this installation.' }) address!:
    | string
    | null;
  @Field(() => String, {
    nullable: true,
    description: 'The beginning of what somebody wrote, as it is now: at most 280 characters of Markdown.',
  })
  said!: string | null;
  @Field(() => String, { nullable: true, description: 'Who did it, where they are named.' }) actorName!: string | null;
  @Field(() => HeardReasonEnum, { description: 'Why you hear of it.' }) reason!: string;
  @Field(() => Date, {
    description: 'When it happened. What somebody did without their name is told at a full hour, never at its minute.',
  })
  toldAt!: Date;
  @Field(() => Boolean, { description: 'Whether you have seen it.' }) read!: boolean;
}
@ObjectType('NotificationConnection', { description: 'A page of what you were told, newest first.' })
export class NotificationConnection extends connectionOf(() => NotificationObject, 'Notification') {}

@ObjectType('NotificationSettings', { description: 'How you want to hear of things.' })
export class NotificationSettingsObject {
  @Field(() => EmailFrequencyEnum, {
    description:
      'How news comes by mail. What waits for you by a date is mailed at once, unless you want no mail at all.',
  })
  email!: string;
  @Field(() => Boolean, { description: 'Whether you hear of what you follow. What waits for you comes in any case.' })
  news!: boolean;
  @Field(() => Boolean, { description: 'Whether what you log, vote for or talk about is followed by itself.' })
  followAutomatically!: boolean;
}

@ObjectType('Follow', { description: 'Something you follow. Nobody else sees that you do.' })
export class FollowObject {
  @Field(() => ID, { description: 'The idea, project or organisation.' }) id!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => String, { description: 'Its address on this installation.' }) address!: string;
  @Field(() => HeardReasonEnum, { description: 'Why you follow it.' }) reason!: string;
}
@ObjectType('FollowConnection', { description: 'A page of what you follow, newest first.' })
export class FollowConnection extends connectionOf(() => FollowObject, 'Follow') {}

@ObjectType('MailChoice', { description: 'What a link in a mail lets its reader choose, without signing in.' })
export class MailChoiceObject {
  @Field(() => EmailFrequencyEnum, { description: 'How news comes by mail now.' }) email!: string;
}
