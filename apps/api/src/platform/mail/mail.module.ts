import { join } from 'node:path';

import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

import { installationUrl } from '../auth/request-origin.js';
import { CONFIG, type Config } from '../config/index.js';
import { MailTransport } from './mail.js';
import { MailOutbox } from './mail-outbox.js';
import { mountOutboxPage } from './outbox-page.js';
import { FolderTransport, SmtpTransport } from './transports.js';

function transportOf(config: Config): MailTransport {
  return config.mailUrl === undefined
    ? new FolderTransport(join(config.dataDir, 'mail'))
    : new SmtpTransport(config.mailUrl, new URL(installationUrl(config)).hostname);
}

@Global()
@Module({
  providers: [{ provide: MailTransport, useFactory: transportOf, inject: [CONFIG] }, MailOutbox],
  exports: [MailOutbox, MailTransport],
})
export class MailModule implements OnModuleInit {
  constructor(
    private readonly http: HttpAdapterHost,
    private readonly transport: MailTransport,
  ) {}

  onModuleInit(): void {
    const server = this.http.httpAdapter?.getInstance<FastifyInstance | undefined>();
    if (server && this.transport instanceof FolderTransport) mountOutboxPage(server, this.transport);
  }
}
