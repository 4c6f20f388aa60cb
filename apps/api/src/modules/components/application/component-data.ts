import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/**
 * What this module holds about a person: what they registered and decided. Both stay, because others build on them; the
 * person then reads as somebody who left.
 */
@Injectable()
export class ComponentData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'components',
      export: async (tx, personId) => ({
        registered: await tx.query(sql`
          select c.slug, c.name, c.registered_at as "registeredAt", s.raw as publiccode from components c
          join component_sources s on s.component_id = c.id and s.number = 1
          where c.registered_by_id = ${personId} order by c.registered_at`),
        licencesConcluded: await tx.query(sql`
          select slug, licence_concluded as licence, licence_concluded_why as why, licence_concluded_at as at
          from components where licence_concluded_by_id = ${personId} order by licence_concluded_at`),
        usesDeclared: await tx.query(sql`
          select c.slug, o.slug as organisation, u.what_for as "whatFor", u.since::text, u.version, u.whom_to_ask as "whomToAsk",
            u.declared_at as "declaredAt" from component_uses u join components c on c.id = u.component_id
            join organisations o on o.id = u.organisation_id where u.declared_by_id = ${personId} order by u.declared_at`),
        usesContested: await tx.query(sql`
          select c.slug, d.reason, d.raised_at as "raisedAt" from component_use_doubts d join component_uses u on u.id = d.use_id
            join components c on c.id = u.component_id where d.raised_by_id = ${personId} order by d.raised_at`),
      }),
      erase: async () => undefined,
    });
  }
}
