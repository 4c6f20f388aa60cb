import type { Idea } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { raw, sql, type Tx } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { licenceFacts } from '../../components/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { type LockedOffer, ReuseStore } from '../persistence/reuse-store.js';
import { demandsOn, type LicenceDemand } from './licence-demands.js';
import { type ReuseVerdict, verdictOnReuse } from './licence-verdict.js';

/** An offer and the idea it was made to, locked in the order every use case takes them: the idea first. */
@Injectable()
export class OffersToAnswer {
  constructor(
    private readonly ideas: IdeaStore,
    private readonly reuse: ReuseStore,
  ) {}

  async lock(tx: Tx, offerId: string): Promise<{ readonly offer: LockedOffer; readonly idea: Idea }> {
    const ideaId = await this.reuse.ideaOf(tx, offerId);
    const row = ideaId === null ? null : await this.ideas.lock(tx, ideaId);
    const offer = row === null ? null : await this.reuse.lock(tx, offerId);
    if (row === null || offer === null) throw new NotFoundError('This offer');
    return { offer, idea: await this.ideas.factsOf(tx, row) };
  }

  /** The licence verdict as this transaction sees it. */
  async verdict(tx: Tx, offer: Pick<LockedOffer, 'ideaId' | 'componentId'>): Promise<ReuseVerdict> {
    const facts = await tx.one<{ record: Parameters<typeof verdictOnReuse>[0]; demands: readonly LicenceDemand[] }>(sql`
      select ${licenceFacts(raw('c'))} as record, ${demandsOn(raw('i'))} as demands
      from ideas i, components c where i.id = ${offer.ideaId} and c.id = ${offer.componentId}`);
    if (!facts) throw new NotFoundError('This offer');
    return verdictOnReuse(facts.record, facts.demands);
  }
}
