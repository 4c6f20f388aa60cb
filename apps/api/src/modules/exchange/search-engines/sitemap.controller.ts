import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { CONFIG, type Config } from '../../../platform/config/index.js';
import { isListed, SitemapStore } from './sitemap-store.js';

/** What search engines ask for: which pages there are, and which they need not look at. */
@Controller()
export class SitemapController {
  constructor(
    private readonly sitemap: SitemapStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Addresses that hold a secret or answer a program are of no use to anybody who searches. */
  @Get('robots.txt')
  robots(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const hidden = ['/api/', '/graphql', '/session/', '/seats/', '/invitations/', '/unsubscribe/', '/sign-in/'];
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(
        [
          'User-agent: *',
          ...hidden.map((path) => `Disallow: ${path}`),
          `Sitemap: ${this.origin(request)}/sitemap.xml`,
          '',
        ].join('\n'),
      );
  }

  @Get('sitemap.xml')
  async index(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const parts = await this.sitemap.months();
    const addresses = ['pages', ...parts.map(({ kind, month }) => `${kind}-${month}`)];
    return this.send(
      reply,
      'sitemapindex',
      'sitemap',
      addresses.map((name) => ({ path: `/sitemaps/${name}.xml` })),
      request,
    );
  }

  @Get('sitemaps/:name.xml')
  async part(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (name === 'pages')
      return this.send(
        reply,
        'urlset',
        'url',
        PAGES.map((path) => ({ path })),
        request,
      );
    const [, kind = '', month = ''] = /^([a-z]+)-(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(name) ?? [];
    if (!isListed(kind)) return reply.code(404).type('text/plain; charset=utf-8').send('There is no such list.\n');
    return this.send(reply, 'urlset', 'url', await this.sitemap.pagesOf(kind, month), request);
  }

  private send(
    reply: FastifyReply,
    list: 'sitemapindex' | 'urlset',
    item: 'sitemap' | 'url',
    entries: readonly { readonly path: string; readonly changedOn?: string }[],
    request: FastifyRequest,
  ) {
    const origin = this.origin(request);
    const lines = entries.map(({ path, changedOn }) => {
      const changed = changedOn === undefined ? '' : `<lastmod>${changedOn}</lastmod>`;
      return `<${item}><loc>${escape(origin + path)}</loc>${changed}</${item}>`;
    });
    return reply
      .type('application/xml; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${list}>\n`,
      );
  }

  private origin(request: FastifyRequest): string {
    return new URL(this.config.baseUrl ?? `${request.protocol}://${request.host}`).origin;
  }
}

/** Pages that are always there. */
const PAGES = [
  '/',
  '/ideas',
  '/ideas/board',
  '/components',
  '/mandates',
  '/ventures',
  '/commons',
  '/organisations',
  '/licences',
  '/transparency',
  '/accessibility',
  '/privacy',
  '/terms',
];

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
