import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

import { Reader, sql } from '../../../platform/database/index.js';
import { publiccodeOf, type PublishedSource } from '../application/publiccode-of.js';

/** Serves a component's metadata as a publiccode.yml that validates. */
@Controller('components')
export class PubliccodeController {
  constructor(private readonly reader: Reader) {}

  @Get(':slug/publiccode.yml')
  @Header('access-control-allow-origin', '*')
  async publiccode(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const source = await this.reader.one<PublishedSource & Record<string, unknown>>(sql`
      select c.name, s.raw, s.contacts_agreed as "contactsAgreed" from components c
      join component_sources s on s.component_id = c.id where c.slug = ${slug} order by s.number desc limit 1`);
    if (source === undefined) {
      await reply.code(404).type('text/plain; charset=utf-8').send('There is no such component.\n');
      return;
    }
    const published = publiccodeOf(source);
    if ('missing' in published) {
      const lines = [
        'The metadata of this component is not complete enough for a publiccode.yml:',
        ...published.missing,
      ];
      await reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send(`${lines.join('\n')}\n`);
      return;
    }
    await reply.type('application/yaml; charset=utf-8').send(published.text);
  }
}
