import { csvTemplateOf, jsonSchemaOf, tableSchemaOf, type Standard } from '@openimpact/domain';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../../../platform/config/index.js';
import { StandardReader } from '../persistence/standard-reader.js';

/** A data standard as files that other programs read: JSON Schema, Table Schema, and a spreadsheet to fill in. */
@Controller('commons/:slug')
export class StandardController {
  constructor(
    private readonly standards: StandardReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('standard.schema.json')
  jsonSchema(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(slug, request, reply, 'application/schema+json; charset=utf-8', (standard) =>
      JSON.stringify(jsonSchemaOf(standard), null, 2),
    );
  }

  @Get('standard.tableschema.json')
  tableSchema(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(slug, request, reply, 'application/json; charset=utf-8', (standard) =>
      JSON.stringify(tableSchemaOf(standard), null, 2),
    );
  }

  @Get('standard.csv')
  csv(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer(slug, request, reply, 'text/csv; charset=utf-8; header=present', csvTemplateOf);
  }

  private async answer(
    slug: string,
    request: FastifyRequest,
    reply: FastifyReply,
    type: string,
    write: (standard: Standard) => string,
  ) {
    const baseUrl = this.config.baseUrl ?? `${request.protocol}://${request.host}`;
    const standard = await this.standards.bySlug(slug, baseUrl);
    if (standard === undefined) {
      return reply.code(404).type('text/plain; charset=utf-8').send('There is no such data standard.\n');
    }
    return reply.type(type).header('cache-control', 'public, max-age=60').send(write(standard));
  }
}
