import { Readable } from 'node:stream';

import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { asLines, openData } from '../../../platform/web/open-data.js';
import { ExportVotes } from '../application/export-votes.js';

/** The log of votes, for anybody to recount. */
@Controller()
export class VotesController {
  constructor(private readonly votes: ExportVotes) {}

  @Get('data/votes.ndjson')
  async ndjson(@Res() reply: FastifyReply) {
    return openData(reply, 'application/x-ndjson; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(Readable.from(asLines(this.votes.lines())));
  }
}
