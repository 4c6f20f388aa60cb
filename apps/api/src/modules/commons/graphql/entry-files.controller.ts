import { parseImpactStrategy, strategyAsMermaid } from '@openimpact/domain';
import { Controller, Get, Header, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../../../platform/config/index.js';
import { Reader, sql } from '../../../platform/database/index.js';
import { citationOf, jsonLdOf, type PublishedEntry } from '../application/entry-as-files.js';
import { strategyAsCids, strategyAsSvg } from '../application/draw-strategy.js';

const TEXT = 'text/plain; charset=utf-8';

/** An entry in the forms that other programs read: how to cite it, what it is, and how somebody thinks it works. */
@Controller('commons')
export class EntryFilesController {
  constructor(
    private readonly reader: Reader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':slug/CITATION.cff')
  @Header('access-control-allow-origin', '*')
  async citation(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const entry = await this.find(slug);
    if (entry === undefined) return this.missing(reply);
    return reply.type('application/yaml; charset=utf-8').send(citationOf(entry, this.site(request)));
  }

  @Get(':slug/entry.jsonld')
  @Header('access-control-allow-origin', '*')
  async jsonLd(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const entry = await this.find(slug);
    if (entry === undefined) return this.missing(reply);
    return reply.type('application/ld+json').send(JSON.stringify(jsonLdOf(entry, this.site(request)), null, 2));
  }

  @Get(':slug/strategy.:form')
  @Header('access-control-allow-origin', '*')
  async strategy(
    @Param('slug') slug: string,
    @Param('form') form: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const entry = await this.find(slug);
    const strategy = entry?.kind === 'IMPACT_STRATEGY' && entry.body ? parseImpactStrategy(entry.body) : undefined;
    if (entry === undefined || !strategy?.ok) return this.missing(reply);
    switch (form) {
      case 'mmd':
        return reply.type(TEXT).send(strategyAsMermaid(strategy.value));
      case 'svg':
        return reply
          .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; sandbox`)
          .type('image/svg+xml')
          .send(strategyAsSvg(strategy.value, entry.title));
      case 'jsonld':
        return reply
          .type('application/ld+json')
          .send(JSON.stringify(strategyAsCids(strategy.value, entry, this.site(request)), null, 2));
      default:
        return this.missing(reply);
    }
  }

  private find(slug: string): Promise<PublishedEntry | undefined> {
    return this.reader.one<PublishedEntry & Record<string, unknown>>(sql`
      select e.id, e.slug, e.kind, e.status, e.title, e.summary, e.address, e.body, e.licence, e.language, e.version, e.release,
        to_char(e.published_at at time zone 'UTC', 'YYYY-MM-DD') as "publishedOn",
        to_char(e.updated_at at time zone 'UTC', 'YYYY-MM-DD') as "updatedOn",
        o.name as organisation, o.slug as "organisationSlug", e.withdrawn_reason as "withdrawnReason",
        (select coalesce(json_agg(json_build_object('name', o2.name, 'slug', o2.slug) order by o2.name), '[]') from entry_givers g
          join organisations o2 on o2.id = g.organisation_id where g.entry_id = e.id and g.agreed_at is not null) as givers,
        (select i.title from ideas i where i.id = e.idea_id) as "ideaTitle", (select i.slug from ideas i where i.id = e.idea_id) as "ideaSlug",
        (select p.name from ideas i join people p on p.id = i.author_id where i.id = e.idea_id) as originator
      from commons_entries e join organisations o on o.id = e.organisation_id
      where e.slug = ${slug.toWellFormed().replaceAll('\u0000', '')}`);
  }

  private site(request: FastifyRequest): string {
    return this.config.baseUrl ?? `${request.protocol}://${request.host}`;
  }

  private missing(reply: FastifyReply) {
    return reply.code(404).type(TEXT).send('There is nothing of this kind at this address.\n');
  }
}
