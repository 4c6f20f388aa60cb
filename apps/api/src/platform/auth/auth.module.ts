import { Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';

import { poolOf, UnitOfWork } from '../database/index.js';
import { MailModule, MailOutbox } from '../mail/index.js';
import { accountMail } from './account-mails.js';
import { createAccounts } from './accounts.js';
import { mountAuthRoutes } from './auth-routes.js';
import { Demonstration } from './demonstration.js';
import { RateLimits } from './rate-limits.js';
import { Sessions } from './sessions.js';
import { SignInSettings } from './sign-in-settings.js';
import { TidyAccounts } from './tidy-accounts.js';
import { ViewerSource } from './viewer-source.js';

@Global()
@Module({
  imports: [MailModule],
  providers: [
    SignInSettings,
    Sessions,
    { provide: ViewerSource, useExisting: Sessions },
    Demonstration,
    RateLimits,
    TidyAccounts,
  ],
  exports: [ViewerSource, Sessions, SignInSettings, RateLimits],
})
export class AuthModule implements OnModuleInit {
  private readonly log = new Logger('SignIn');

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly database: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: MailOutbox,
    private readonly settings: SignInSettings,
    private readonly demonstration: Demonstration,
    private readonly limits: RateLimits,
  ) {}

  /** Addresses are mounted where there is a server; commands that run without one sign nobody in. */
  onModuleInit(): void {
    const server = this.http.httpAdapter?.getInstance<FastifyInstance | undefined>();
    if (!server) return;
    const { config, secret, cookieName, baseUrl, secureCookies } = this.settings;
    const pool = poolOf(this.database);
    const accounts = createAccounts({
      pool,
      secret,
      baseUrl,
      secureCookies,
      sendMail: (mail) => this.unitOfWork.run((tx) => this.outbox.post(tx, accountMail(mail))),
      reportFault: (message, error) =>
        this.log.error({ message, fault: error instanceof Error ? error.name : undefined }),
    });
    mountAuthRoutes(server, { accounts, limits: this.limits, pool, config, cookieName, secret });
    this.demonstration.mount(server);
  }
}
