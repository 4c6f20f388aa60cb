import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

import { RefusalObject } from '../../../platform/graphql/index.js';
import { EmailFrequencyEnum, NotificationSettingsObject } from './notification.object.js';

@InputType({ description: 'What you want to hear of.' })
export class FollowSubjectInput {
  @Field(() => ID, { description: 'An idea, a project or an organisation.' }) subjectId!: string;
}
@InputType({ description: 'What you no longer want to hear of.' })
export class UnfollowSubjectInput {
  @Field(() => ID, { description: 'An idea, a project or an organisation.' }) subjectId!: string;
}
@InputType({ description: 'How you want to hear of things. What is left out stays as it is.' })
export class UpdateNotificationSettingsInput {
  @Field(() => EmailFrequencyEnum, { nullable: true, description: 'How news comes by mail.' })
  email?: keyof typeof EmailFrequencyEnum | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether you hear of what you follow at all.' })
  news?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether what you log, vote for or talk about is followed by itself.',
  })
  followAutomatically?: boolean | null;
}
@InputType({ description: 'What you have seen.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { nullable: true, description: 'At most 100 of your notifications. Leave out for all of them.' })
  notificationIds?: string[] | null;
}

@ObjectType('FollowSubjectPayload', { description: 'You hear of it from now on.' })
export class FollowSubjectPayload {
  @Field(() => ID, { description: 'What you follow.' }) subjectId!: string;
  @Field(() => Boolean, { description: 'Whether you follow it: true.' }) following!: boolean;
}
@ObjectType('UnfollowSubjectPayload', { description: 'You no longer hear of it.' })
export class UnfollowSubjectPayload {
  @Field(() => ID, { description: 'What you no longer follow.' }) subjectId!: string;
  @Field(() => Boolean, { description: 'Whether you follow it: false.' }) following!: boolean;
}
@ObjectType('UpdateNotificationSettingsPayload', { description: 'Your choice is kept.' })
export class UpdateNotificationSettingsPayload {
  @Field(() => NotificationSettingsObject, { description: 'What holds from now on.' })
  settings!: NotificationSettingsObject;
}
@ObjectType('MarkNotificationsReadPayload', { description: 'They count as seen.' })
export class MarkNotificationsReadPayload {
  @Field(() => Int, { description: 'How many you have not seen; counted up to 100.' }) unreadNotifications!: number;
}

const byTypename = (value: { readonly __typename: string }): string => value.__typename;

export const FollowSubjectResult = createUnionType({
  name: 'FollowSubjectResult',
  description: 'Followed, or what is in the way.',
  types: () => [FollowSubjectPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const UnfollowSubjectResult = createUnionType({
  name: 'UnfollowSubjectResult',
  description: 'No longer followed, or what is in the way.',
  types: () => [UnfollowSubjectPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const UpdateNotificationSettingsResult = createUnionType({
  name: 'UpdateNotificationSettingsResult',
  description: 'Your choice, or what is wrong.',
  types: () => [UpdateNotificationSettingsPayload, RefusalObject] as const,
  resolveType: byTypename,
});
export const MarkNotificationsReadResult = createUnionType({
  name: 'MarkNotificationsReadResult',
  description: 'Seen, or what is in the way.',
  types: () => [MarkNotificationsReadPayload, RefusalObject] as const,
  resolveType: byTypename,
});
