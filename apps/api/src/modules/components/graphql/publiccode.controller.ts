import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { LicenceRecord } from '@openimpact/domain';
import type { FastifyReply } from 'fastify';

import { raw, Reader, sql } from '../../../platform/database/index.js';
import { componentLicence } from '../application/component-licence.js';
import { licenceFacts } from '../application/component-view.js';
import { citationOf, type Cited } from '../application/citation.js';
import { publiccodeOf, type PublishedSource } from '../application/publiccode-of.js';

/** Serves a component's metadata to other programs: a publiccode.yml that validates, and how to cite it. */
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

  @Get(':slug/CITATION.cff')
  @Header('access-control-allow-origin', '*')
  async citation(@Param('slug') slug: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.reader.one<Omit<Cited, 'licence'> & { readonly record: LicenceRecord }>(sql`
      select c.name, c.summary, c.repository_url as "repositoryUrl", c.landing_url as "landingUrl", c.software_version as version,
        to_char(c.release_date, 'YYYY-MM-DD') as released, coalesce(o.name, c.maintained_by) as keeper, ${licenceFacts(raw('c'))} as record
      from components c left join organisations o on o.id = c.owner_organisation_id where c.slug = ${slug}`);
    if (found === undefined) {
      await reply.code(404).type('text/plain; charset=utf-8').send('There is no such component.\n');
      return;
    }
    const { record, ...cited } = found;
    await reply
      .type('application/yaml; charset=utf-8')
      .send(citationOf({ ...cited, licence: componentLicence(record).licence }));
  }
}
