import { Readable } from 'node:stream';

import { isDay } from '@openimpact/domain';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { ViewerSource } from '../../../platform/auth/index.js';
import { Reader, sql } from '../../../platform/database/index.js';
import { BOOK_COLUMNS, Books } from '../application/books.js';
import { ofMember } from '../application/whose.js';
import type { Period } from '../application/year-end.js';

type Book = keyof typeof BOOK_COLUMNS;
interface PeriodAsked {
  readonly from?: unknown;
  readonly to?: unknown;
}

const TEXT = 'text/plain; charset=utf-8';

/** An organisation's books as spreadsheets, for its members alone: to anybody else there is nothing at the address. */
@Controller('organisations/:slug')
export class BooksController {
  constructor(
    private readonly books: Books,
    private readonly reader: Reader,
    private readonly viewers: ViewerSource,
  ) {}

  @Get('portfolio.csv')
  portfolio(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(slug, request, reply, 'portfolio', (id) => this.books.portfolio(id));
  }

  @Get('year-end.csv')
  yearEnd(
    @Param('slug') slug: string,
    @Query() asked: PeriodAsked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ofPeriod(asked, reply, (period) =>
      this.answer(slug, request, reply, 'yearEnd', (id) => this.books.yearEnd(id, period)),
    );
  }

  @Get('ledger.csv')
  ledger(
    @Param('slug') slug: string,
    @Query() asked: PeriodAsked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.ofPeriod(asked, reply, (period) =>
      this.answer(slug, request, reply, 'ledger', (id) => this.books.ledger(id, period)),
    );
  }

  private ofPeriod({ from, to }: PeriodAsked, reply: FastifyReply, answer: (period: Period) => Promise<FastifyReply>) {
    const days = typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to);
    if (days && from <= to) return answer({ from, to });
    return reply
      .code(400)
      .type(TEXT)
      .send('Say which days: ?from=2026-04-01&to=2027-03-31, the first not after the last.\n');
  }

  private async answer(
    slug: string,
    request: FastifyRequest,
    reply: FastifyReply,
    book: Book,
    rows: (organisationId: string) => AsyncIterable<unknown>,
  ): Promise<FastifyReply> {
    const viewer = await this.viewers.viewerOf(request);
    const own = await this.reader.one<{ id: string; slug: string }>(
      sql`select o.id, o.slug from ${ofMember(sql`o`, slug.toWellFormed().replaceAll('\u0000', ''), viewer)}`,
    );
    if (own === undefined) return reply.code(404).type(TEXT).send('There is nothing of this kind at this address.\n');
    const columns = [...BOOK_COLUMNS[book]];
    const table = Readable.from(rows(own.id)).pipe(
      stringify({ header: true, columns, cast: { string: asText }, record_delimiter: 'windows' }),
    );
    return reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', `attachment; filename="${own.slug}-${book === 'yearEnd' ? 'year-end' : book}.csv"`)
      .send(table);
  }
}

/**
 * A cell that begins like a formula would be run by a spreadsheet; an apostrophe in front makes it text. A negative
 * amount is no formula: as text it would be missing in the treasurer's sums.
 */
function asText(cell: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) && !/^-\d+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}
