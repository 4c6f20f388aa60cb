import { pipeline, Readable } from 'node:stream';

import { Controller, Get, Query, Res } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { FastifyReply } from 'fastify';

import type { ListAddress } from '../feeds/list-address.js';
import { IDEA_COLUMNS, IdeaExport } from './idea-export.js';

const LICENCE = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"';

/** Open data: anybody may take it away, without an account, under CC-BY-4.0. Written row by row, however many there are. */
@Controller('data')
export class OpenDataController {
  constructor(private readonly ideas: IdeaExport) {}

  @Get('ideas.csv')
  ideasCsv(@Query() address: ListAddress, @Res() reply: FastifyReply) {
    // A cell that begins like a formula would be run by a spreadsheet; an apostrophe in front makes it text.
    const table = stringify({
      header: true,
      columns: [...IDEA_COLUMNS],
      escape_formulas: true,
      record_delimiter: 'windows',
    });
    // A fault of either ends both; a pipe alone would let one of the database end the process.
    pipeline(Readable.from(this.ideas.rows(address)), table, () => undefined);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="ideas.csv"')
      .header('link', LICENCE)
      .send(table);
  }

  @Get('ideas.ndjson')
  ideasNdjson(@Query() address: ListAddress, @Res() reply: FastifyReply) {
    return reply
      .type('application/x-ndjson; charset=utf-8')
      .header('link', LICENCE)
      .send(Readable.from(lines(this.ideas.rows(address))));
  }
}

async function* lines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
