import type { DeclaredEntryUse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, raw, sql, type Tx } from '../../../platform/database/index.js';
import { StandingUses } from '../../components/index.js';

@Injectable()
export class EntryUseStore extends StandingUses {
  constructor() {
    super({ uses: raw('entry_uses'), doubts: raw('entry_use_doubts'), what: raw('entry_id') });
  }

  /** Records the word, or the same organisation's word anew, and answers with the id of the use. */
  async declare(
    tx: Tx,
    use: DeclaredEntryUse & {
      readonly entryId: string;
      readonly organisationId: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<string> {
    const declared = await tx.one<{ id: string }>(sql`
      insert into entry_uses (id, entry_id, organisation_id, what_for, since, version, whom_to_ask, declared_by_id, declared_at, confirmed_at)
      values (${newId()}, ${use.entryId}, ${use.organisationId}, ${use.whatFor}, ${use.since}::date, ${use.version}, ${use.whomToAsk},
        ${use.personId}, ${use.at}, ${use.at})
      on conflict on constraint entry_uses_one_per_organisation_key do update
        set what_for = excluded.what_for, since = excluded.since, version = excluded.version, whom_to_ask = excluded.whom_to_ask,
          declared_by_id = excluded.declared_by_id, declared_at = excluded.declared_at, confirmed_at = excluded.confirmed_at, ended_at = null
      returning id`);
    return declared?.id ?? '';
  }

  /** Everybody of the organisations that say now that they use it. */
  async peopleWhoUse(tx: Tx, entryId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ id: string }>(sql`
      select distinct p.id from entry_uses u
        join memberships m on m.organisation_id = u.organisation_id and m.left_at is null
        join people p on p.id = m.person_id and p.deleted_at is null
      where u.entry_id = ${entryId} and u.ended_at is null`);
    return rows.map(({ id }) => id);
  }

  /** Whether anybody ever said that they use it. The caller holds the entry's lock. */
  async isInUse(tx: Tx, entryId: string): Promise<boolean> {
    return (await tx.one(sql`select from entry_uses where entry_id = ${entryId} limit 1`)) !== undefined;
  }

  /** The standing use of an organisation, if there is one. */
  async find(tx: Tx, entryId: string, organisationId: string): Promise<string | undefined> {
    const found = await tx.one<{ id: string }>(sql`
      select id from entry_uses where entry_id = ${entryId} and organisation_id = ${organisationId} and ended_at is null`);
    return found?.id;
  }
}
