import { Readable } from 'node:stream';

import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { ExportVotes } from '../application/export-votes.js';

/** The log of votes, for anybody to recount. */
@Controller()
export class VotesController {
  constructor(private readonly votes: ExportVotes) {}

  @Get('data/votes.ndjson')
  async ndjson(@Res() reply: FastifyReply) {
    return reply
      .type('application/x-ndjson; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(Readable.from(written(this.votes.lines())));
  }
}

async function* written(lines: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}
