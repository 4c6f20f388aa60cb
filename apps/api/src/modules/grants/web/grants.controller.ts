import { Readable } from 'node:stream';

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../../../platform/config/index.js';
import { WriteGrants } from '../application/write-grants.js';

/** What was agreed here, for anybody who reads grants: by the 360Giving standard, without an account, under CC-BY-4.0. */
@Controller('data')
export class GrantsController {
  constructor(
    private readonly grants: WriteGrants,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('grants.360giving.json')
  file(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const site = this.config.baseUrl ?? `${request.protocol}://${request.host}`;
    return reply
      .type('application/json; charset=utf-8')
      .header('access-control-allow-origin', '*')
      .header('link', '<https://creativecommons.org/licenses/by/4.0/>; rel="license"')
      .send(Readable.from(this.grants.write(site, new URL(site).host)));
  }
}
