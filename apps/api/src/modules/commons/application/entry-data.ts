import { Injectable } from '@nestjs/common';

import { sql } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { Gates } from '../../ideas/index.js';

/** What gates ask of the shared library, and what it holds about a person. */
@Injectable()
export class EntryData {
  constructor(gates: Gates, personalData: PersonalData) {
    gates.provide(
      'researchLinked',
      (idea) => sql`exists (select from commons_entries e where e.kind = 'USER_RESEARCH' and e.status = 'PUBLISHED'
        and (e.idea_id = ${idea}.id or exists (select from entry_ideas x where x.entry_id = e.id and x.idea_id = ${idea}.id)))`,
    );
    personalData.register({
      name: 'commons',
      export: (tx, personId) =>
        tx.query(sql`
          select e.slug, v.number as version, v.title, v.summary, v.address, v.body as text, v.licence, v.created_at as "sharedAt"
          from entry_versions v join commons_entries e on e.id = v.entry_id
          where v.shared_by_id = ${personId} order by v.created_at`),
      // What was given under an open licence was given to everybody; the person beside it is no name any more.
      erase: async () => undefined,
    });
    personalData.register({
      name: 'usesAndReplies',
      export: async (tx, personId) => ({
        uses: await tx.query(sql`
          select e.slug, u.what_for as "whatFor", u.version, u.whom_to_ask as "whomToAsk", u.declared_at as "declaredAt" from entry_uses u join commons_entries e on e.id = u.entry_id
          where u.declared_by_id = ${personId} order by u.declared_at`),
        usesContested: await tx.query(sql`
          select e.slug, d.reason, d.raised_at as "raisedAt" from entry_use_doubts d join entry_uses u on u.id = d.use_id
            join commons_entries e on e.id = u.entry_id where d.raised_by_id = ${personId} order by d.raised_at`),
        withdrawn: await tx.query(sql`
          select slug, withdrawn_reason as reason, withdrawn_at as "withdrawnAt" from commons_entries
          where withdrawn_by_id = ${personId} order by withdrawn_at`),
        askedToGive: await tx.query(sql`
          select e.slug, o.slug as organisation, g.asked_at as "askedAt", g.agreed_by_id = ${personId} as agreed, g.agreed_at as "agreedAt"
          from entry_givers g join commons_entries e on e.id = g.entry_id join organisations o on o.id = g.organisation_id
          where g.asked_by_id = ${personId} or g.agreed_by_id = ${personId} order by g.asked_at`),
        replies: await tx.query(sql`
          select fact, reply, replied_at as "repliedAt" from openness_replies where replied_by_id = ${personId} order by replied_at`),
      }),
      // Said for an organisation and in its name: its words stay, the person behind them is no name any more.
      erase: async () => undefined,
    });
  }
}
