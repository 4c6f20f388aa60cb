import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

import { MandatesModule } from '../mandates/index.js';
import { FirstAnswers } from './application/first-answers.js';
import { FollowOfItself } from './application/follow-of-itself.js';
import { FollowSubject } from './application/follow-subject.js';
import { MailLinks } from './application/mail-links.js';
import { MarkNotificationsRead } from './application/mark-notifications-read.js';
import { NewsMails } from './application/news-mails.js';
import { NotificationData } from './application/notification-data.js';
import { NotificationsLive } from './application/notifications-live.js';
import { SpreadNews } from './application/spread-news.js';
import { TellFunders } from './application/tell-funders.js';
import { UnfollowSubject } from './application/unfollow-subject.js';
import { UpdateNotificationSettings } from './application/update-notification-settings.js';
import { TimeToFirstAnswerResolver } from './graphql/first-answers.resolver.js';
import { NotificationResolver } from './graphql/notification.resolver.js';
import { mountUnsubscribe } from './graphql/unsubscribe-route.js';
import {
  IdeaFollowResolver,
  OrganisationFollowResolver,
  VentureFollowResolver,
  ViewerNewsResolver,
} from './graphql/viewer-news.resolver.js';
import { FollowStore } from './persistence/follow-store.js';
import { NotificationStore } from './persistence/notification-store.js';
import { SettingsStore } from './persistence/settings-store.js';

@Module({
  imports: [MandatesModule],
  providers: [
    FollowStore,
    NotificationStore,
    SettingsStore,
    FollowOfItself,
    FirstAnswers,
    TimeToFirstAnswerResolver,
    FollowSubject,
    UnfollowSubject,
    UpdateNotificationSettings,
    MarkNotificationsRead,
    SpreadNews,
    TellFunders,
    NewsMails,
    MailLinks,
    NotificationsLive,
    NotificationData,
    NotificationResolver,
    ViewerNewsResolver,
    IdeaFollowResolver,
    VentureFollowResolver,
    OrganisationFollowResolver,
  ],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly links: MailLinks,
    private readonly settings: UpdateNotificationSettings,
  ) {}

  onModuleInit(): void {
    const server = this.http.httpAdapter?.getInstance<FastifyInstance | undefined>();
    if (server === undefined) return;
    mountUnsubscribe(server, {
      personOf: (token) => this.links.personOf(token),
      choose: async (personId, email) => void (await this.settings.execute(personId, { email })),
    });
  }
}
