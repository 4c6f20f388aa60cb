import { Args, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { FollowedType } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { globalId, limit, Reader, rowId, sql } from '../../../platform/database/index.js';
import {
  BadUserInputError,
  type GraphqlContext,
  NodeKinds,
  NotFoundError,
  SignedIn,
  type Viewed,
  Views,
  said,
} from '../../../platform/graphql/index.js';
import { wordActivity } from '../../activity/index.js';
import { FollowSubject } from '../application/follow-subject.js';
import { MailLinks } from '../application/mail-links.js';
import { MarkNotificationsRead } from '../application/mark-notifications-read.js';
import { type NewNotification, NotificationsLive } from '../application/notifications-live.js';
import { MOST_COUNTED, notificationView } from '../application/notification-view.js';
import { UnfollowSubject } from '../application/unfollow-subject.js';
import { UpdateNotificationSettings } from '../application/update-notification-settings.js';
import type { Followed } from '../persistence/follow-store.js';
import {
  FollowSubjectInput,
  FollowSubjectResult,
  MarkNotificationsReadInput,
  MarkNotificationsReadResult,
  UnfollowSubjectInput,
  UnfollowSubjectResult,
  UpdateNotificationSettingsInput,
  UpdateNotificationSettingsResult,
} from './notification.input.js';
import { MailChoiceObject, NotificationObject } from './notification.object.js';

const KINDS: readonly (readonly [prefix: string, type: FollowedType])[] = [
  ['idea', 'Idea'],
  ['venture', 'Venture'],
  ['organisation', 'Organisation'],
];
const MOST_AT_ONCE = 100;

export function followedOf(opaque: string): Followed {
  for (const [prefix, type] of KINDS) {
    const id = rowId(prefix, opaque);
    if (id !== undefined) return { type, id };
  }
  throw new NotFoundError('What you want to follow');
}

@Resolver(() => NotificationObject)
export class NotificationResolver {
  constructor(
    private readonly views: Views,
    private readonly reader: Reader,
    private readonly live: NotificationsLive,
    private readonly links: MailLinks,
    private readonly follow: FollowSubject,
    private readonly unfollow: UnfollowSubject,
    private readonly updateSettings: UpdateNotificationSettings,
    private readonly markRead: MarkNotificationsRead,
    nodes: NodeKinds,
  ) {
    nodes.register('notification', {
      view: notificationView,
      from: (notification, token, viewer) =>
        sql`notifications ${notification} where ${notification}.token = ${token} and ${notification}.person_id = ${viewer.person?.id ?? null}`,
    });
  }

  @ResolveField(() => String, { description: 'What happened, as a short sentence.' })
  summary(@Parent() notification: Viewed): string {
    return said(wordActivity(String(notification['summary'])));
  }

  @Query(() => MailChoiceObject, {
    nullable: true,
    description: 'What somebody can choose who followed a link in a mail. Null when no mail had this link.',
  })
  async mailChoice(
    @Args('token', { description: 'The last part of the address.' }) token: string,
  ): Promise<MailChoiceObject | null> {
    const personId = this.links.personOf(token);
    if (personId === null) return null;
    const row = await this.reader.one<{ email: string }>(sql`
      select coalesce(s.email, 'WEEKLY') as email from people p left join notification_settings s on s.person_id = p.id
      where p.id = ${personId} and p.deleted_at is null`);
    return row ?? null;
  }

  @Mutation(() => FollowSubjectResult, { description: 'Hears of something from now on. Nobody else sees that you do.' })
  async followSubject(@Args('input') input: FollowSubjectInput, @SignedIn() viewer: SignedInViewer) {
    const { value } = await this.follow.execute(viewer, followedOf(input.subjectId));
    return { __typename: 'FollowSubjectPayload', subjectId: opaque(value), following: true };
  }

  @Mutation(() => UnfollowSubjectResult, { description: 'Stops hearing of something, for good.' })
  async unfollowSubject(@Args('input') input: UnfollowSubjectInput, @SignedIn() viewer: SignedInViewer) {
    const { value } = await this.unfollow.execute(viewer.person.id, followedOf(input.subjectId));
    return { __typename: 'UnfollowSubjectPayload', subjectId: opaque(value), following: false };
  }

  @Mutation(() => UpdateNotificationSettingsResult, { description: 'Says how you want to hear of things.' })
  async updateNotificationSettings(
    @Args('input') input: UpdateNotificationSettingsInput,
    @SignedIn() viewer: SignedInViewer,
  ) {
    const { email, news, followAutomatically } = input;
    const { value } = await this.updateSettings.execute(viewer.person.id, {
      ...(email ? { email } : {}),
      ...(typeof news === 'boolean' ? { news } : {}),
      ...(typeof followAutomatically === 'boolean' ? { followAutomatically } : {}),
    });
    return { __typename: 'UpdateNotificationSettingsPayload', settings: value };
  }

  @Mutation(() => MarkNotificationsReadResult, { description: 'Says that you have seen notifications.' })
  async markNotificationsRead(@Args('input') input: MarkNotificationsReadInput, @SignedIn() viewer: SignedInViewer) {
    const ids = input.notificationIds ?? null;
    if (ids !== null && ids.length > MOST_AT_ONCE)
      throw new BadUserInputError(`notificationIds takes at most ${MOST_AT_ONCE}.`);
    const tokens = ids?.map((id) => rowId('notification', id)).filter((token) => token !== undefined) ?? null;
    await this.markRead.execute(viewer, tokens);
    const row = await this.reader.one<{ unread: number }>(sql`
      select count(*)::int as unread from (
        select from notifications where person_id = ${viewer.person.id} and read_at is null ${limit(MOST_COUNTED)}) unread`);
    return { __typename: 'MarkNotificationsReadPayload', unreadNotifications: row?.unread ?? 0 };
  }

  @Subscription(() => NotificationObject, {
    nullable: true,
    description: 'Each notification of yours as it is made.',
    async resolve(
      this: NotificationResolver,
      added: NewNotification,
      _args: unknown,
      context: GraphqlContext,
      info: GraphQLResolveInfo,
    ) {
      // The session of this moment decides: it may have ended since the connection was opened.
      const viewer = (await context.viewerNow?.()) ?? context.viewer;
      return this.views.one(
        info,
        viewer,
        notificationView,
        (notification) => sql`notifications ${notification}
          where ${notification}.number = ${added.number}::bigint and ${notification}.person_id = ${viewer.person?.id ?? null}`,
      );
    },
  })
  notificationAdded(@SignedIn() viewer: SignedInViewer): AsyncGenerator<NewNotification> {
    return this.live.subscribe(viewer.person.id);
  }
}

function opaque({ type, id }: Followed): string {
  return globalId(type.toLowerCase(), id);
}
