import type { LicenceVerdictWord, NothingFits, ReuseOffer, ReuseOfferStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { ReuseOfferRow } from './reuse-offer.row.js';

/** An offer under its lock: what it is made to and of, and where it stands. */
export type LockedOffer = Readonly<ReuseOfferRow>;

@Injectable()
export class ReuseStore {
  async add(tx: Tx, offer: ReuseOfferRow): Promise<void> {
    await tx.manager.insert(ReuseOfferRow, offer);
  }

  /** Which idea an offer is made to: its lock comes first. */
  async ideaOf(tx: Tx, offerId: string): Promise<string | null> {
    const row = await tx.one<{ ideaId: string }>(
      sql`select idea_id as "ideaId" from reuse_offers where id = ${offerId}`,
    );
    return row?.ideaId ?? null;
  }

  async lock(tx: Tx, id: string): Promise<LockedOffer | null> {
    return tx.manager.findOne(ReuseOfferRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The offer of the same part that waits or was accepted. */
  async standing(tx: Tx, ideaId: string, componentId: string, part: string): Promise<ReuseOffer | null> {
    const row = await tx.one<ReuseOffer>(sql`
      select id, status, offered_by_id as "offeredById", organisation_id as "organisationId" from reuse_offers
      where idea_id = ${ideaId} and component_id = ${componentId} and lower(part) = lower(${part})
        and status in ('PROPOSED', 'ACCEPTED') for update`);
    return row ?? null;
  }

  async answer(
    tx: Tx,
    id: string,
    answer: {
      readonly status: ReuseOfferStatus;
      readonly byId: string;
      readonly at: Date;
      readonly reason?: string;
      readonly verdict?: LicenceVerdictWord;
      readonly supersededById?: string;
    },
  ): Promise<void> {
    await tx.manager.update(
      ReuseOfferRow,
      { id },
      {
        status: answer.status,
        answeredById: answer.byId,
        answeredAt: answer.at,
        answerReason: answer.reason ?? '',
        verdict: answer.verdict ?? null,
        supersededById: answer.supersededById ?? null,
      },
    );
  }

  async waiting(tx: Tx, ideaId: string): Promise<number> {
    const row = await tx.one<{ offers: number }>(
      sql`select count(*)::int as offers from reuse_offers where idea_id = ${ideaId} and status = 'PROPOSED'`,
    );
    return row?.offers ?? 0;
  }

  async addNothingFits(
    tx: Tx,
    record: NothingFits & { readonly ideaId: string; readonly byId: string; readonly at: Date },
  ): Promise<string> {
    const id = newId();
    await tx.query(sql`
      insert into nothing_fits (id, idea_id, because, recorded_by_id, recorded_at)
      values (${id}, ${record.ideaId}, ${record.because}, ${record.byId}, ${record.at})`);
    await tx.query(sql`
      insert into nothing_fits_reasons (nothing_fits_id, component_id, reason)
      select ${id}, given.component_id, given.reason
      from unnest(${record.reasons.map(({ componentId }) => componentId)}::uuid[],
        ${record.reasons.map(({ reason }) => reason)}::text[]) as given (component_id, reason)`);
    return id;
  }
}
