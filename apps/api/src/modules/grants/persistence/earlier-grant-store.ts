import type { EarlierGrant, FunderIds } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';

export interface Compared {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** Grants that funders made before, elsewhere. Changed under the organisation's lock, so that their sums are right. */
@Injectable()
export class EarlierGrantStore {
  /** What tells this funder's grants; null when there is no such organisation. Locks it: one import at a time. */
  async lockFunder(tx: Tx, organisationId: string): Promise<FunderIds | null> {
    const row = await tx.one<FunderIds & Record<string, unknown>>(sql`
      select grants_prefix as prefix, register || '-' || registration_number as "organisationId"
      from organisations where id = ${organisationId} for no key update`);
    return row ?? null;
  }

  /** How many of these grants are new here, differ from what is kept, or are the same. */
  async compare(tx: Tx, organisationId: string, grants: readonly EarlierGrant[]): Promise<Compared> {
    const row = await tx.one<{ found: number; same: number }>(sql`
      select count(kept.id)::int as found, count(kept.id) filter (where (kept.title, kept.recipient, kept.recipient_id, kept.currency::text, kept.amount_minor, kept.awarded_on)
        = (given.title, given.recipient, given.recipient_id, given.currency, given.amount, given.awarded_on))::int as same
      from ${given(grants)} left join earlier_grants kept on kept.organisation_id = ${organisationId} and kept.grant_id = given.grant_id`);
    const { found, same } = row ?? { found: 0, same: 0 };
    return { added: grants.length - found, changed: found - same, unchanged: same };
  }

  /** Keeps what is new or differs, and counts the whole again. */
  async keep(tx: Tx, organisationId: string, grants: readonly EarlierGrant[], personId: string): Promise<void> {
    const ids = grants.map(() => newId());
    await tx.query(sql`
      insert into earlier_grants (id, organisation_id, grant_id, title, recipient, recipient_id, currency, amount_minor, awarded_on, imported_by_id, imported_at)
      select (${ids}::uuid[])[given.position], ${organisationId}, given.grant_id, given.title, given.recipient, given.recipient_id, given.currency,
        given.amount, given.awarded_on, ${personId}, app_now()
      from ${given(grants)}
      on conflict on constraint earlier_grants_one_per_id_key do update set title = excluded.title, recipient = excluded.recipient,
        recipient_id = excluded.recipient_id, currency = excluded.currency, amount_minor = excluded.amount_minor, awarded_on = excluded.awarded_on,
        imported_by_id = excluded.imported_by_id, imported_at = excluded.imported_at
      where (earlier_grants.title, earlier_grants.recipient, earlier_grants.recipient_id, earlier_grants.currency, earlier_grants.amount_minor, earlier_grants.awarded_on)
        <> (excluded.title, excluded.recipient, excluded.recipient_id, excluded.currency, excluded.amount_minor, excluded.awarded_on)`);
    await this.count(tx, organisationId);
  }

  /** Takes back all that was shown of what a funder gave before. */
  async removeAll(tx: Tx, organisationId: string): Promise<number> {
    const gone = await tx.query(sql`delete from earlier_grants where organisation_id = ${organisationId} returning id`);
    await this.count(tx, organisationId);
    return gone.length;
  }

  private async count(tx: Tx, organisationId: string): Promise<void> {
    await tx.query(sql`delete from earlier_grant_sums where organisation_id = ${organisationId}`);
    await tx.query(sql`
      insert into earlier_grant_sums (organisation_id, currency, grants, amount_minor, first_on, last_on)
      select organisation_id, currency, count(*)::int, sum(amount_minor), min(awarded_on), max(awarded_on)
      from earlier_grants where organisation_id = ${organisationId} group by organisation_id, currency`);
  }
}

/** The grants of a file as rows `given`. */
function given(grants: readonly EarlierGrant[]) {
  return sql`unnest(${grants.map(({ grantId }) => grantId)}::text[], ${grants.map(({ title }) => title)}::text[],
      ${grants.map(({ recipient }) => recipient)}::text[], ${grants.map(({ recipientId }) => recipientId)}::text[],
      ${grants.map(({ amount }) => amount.currency)}::text[], ${grants.map(({ amount }) => amount.minorUnits.toString())}::bigint[],
      ${grants.map(({ awardedOn }) => awardedOn)}::date[]) with ordinality
    as given (grant_id, title, recipient, recipient_id, currency, amount, awarded_on, position)`;
}
