import { pipeline, Readable } from 'node:stream';

import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../../../platform/config/index.js';
import { asLines, openData } from '../../../platform/web/open-data.js';
import { IdeaWords } from '../../ideas/index.js';
import { type ListAddress, listOf } from '../feeds/list-address.js';
import { ActivityExport } from './activity-export.js';
import { type Collection, CollectionExport } from './collection.js';
import { COLLECTIONS, IDEAS, OTHER_FILES } from './collections.js';
import { catalogueOf, dataPackageOf, tableSchemaOf } from './describe.js';

const JSON_TEXT = 'application/json; charset=utf-8';
const NDJSON = 'application/x-ndjson; charset=utf-8';
/** Seals have no more digits than this: a number from an address must fit the database's. */
const SEAL_NUMBER = /^\d{1,15}$/;

/** Open data: anybody may take it away, without an account, under CC-BY-4.0. Written row by row, however many there are. */
@Controller('data')
export class OpenDataController {
  constructor(
    private readonly collections: CollectionExport,
    private readonly log: ActivityExport,
    private readonly words: IdeaWords,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('catalogue.jsonld')
  catalogue(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const catalogue = catalogueOf(COLLECTIONS, OTHER_FILES, this.site(request));
    return openData(reply, 'application/ld+json; charset=utf-8').send(JSON.stringify(catalogue, null, 2));
  }

  @Get('datapackage.json')
  dataPackage(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const described = dataPackageOf(COLLECTIONS, this.site(request));
    return openData(reply, JSON_TEXT).send(JSON.stringify(described, null, 2));
  }

  @Get('activities.ndjson')
  activities(@Query('after') after: unknown, @Res() reply: FastifyReply) {
    const seal = typeof after === 'string' && SEAL_NUMBER.test(after) ? Number(after) : 0;
    return openData(reply, NDJSON).send(Readable.from(this.log.lines(seal)));
  }

  @Get(':name.csv')
  csv(@Param('name') name: string, @Query() address: ListAddress, @Res() reply: FastifyReply) {
    const collection = named(name);
    if (collection === undefined) return missing(reply);
    const columns = collection.columns.map((column) => column.name);
    // A cell that begins like a formula would be run by a spreadsheet; an apostrophe in front makes it text.
    const table = stringify({ header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
    // A fault of either ends both; a pipe alone would let one of the database end the process.
    pipeline(Readable.from(this.rows(collection, address)), table, () => undefined);
    return openData(reply, 'text/csv; charset=utf-8; header=present', `/data/${name}.schema.json`)
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .send(table);
  }

  @Get(':name.ndjson')
  ndjson(@Param('name') name: string, @Query() address: ListAddress, @Res() reply: FastifyReply) {
    const collection = named(name);
    if (collection === undefined) return missing(reply);
    return openData(reply, NDJSON, `/data/${name}.schema.json`).send(
      Readable.from(asLines(this.rows(collection, address))),
    );
  }

  @Get(':name.schema.json')
  schema(@Param('name') name: string, @Res() reply: FastifyReply) {
    const collection = named(name);
    if (collection === undefined) return missing(reply);
    return openData(reply, JSON_TEXT).send(JSON.stringify(tableSchemaOf(collection), null, 2));
  }

  /** The filters of a page of ideas work here; the other collections are given whole. */
  private async *rows(collection: Collection, address: ListAddress) {
    const where = collection === IDEAS ? (await listOf(address, this.words)).where : undefined;
    yield* this.collections.rows(collection, where);
  }

  private site(request: FastifyRequest): string {
    return this.config.baseUrl ?? `${request.protocol}://${request.host}`;
  }
}

function named(name: string): Collection | undefined {
  return COLLECTIONS.find((collection) => collection.name === name);
}

function missing(reply: FastifyReply) {
  return reply.code(404).type('text/plain; charset=utf-8').send('There is no such open data. All there is: /data\n');
}
