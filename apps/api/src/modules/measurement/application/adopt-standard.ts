import { accept, isVentureOpen, refuse, type Decision, type VentureStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayCoordinate, VentureWork, type VenturePolicyReason } from '../../ventures/index.js';
import { IndicatorStore } from '../persistence/indicator-store.js';

export type AdoptStandardReason =
  | { readonly code: 'NOT_A_STANDARD' }
  | { readonly code: 'STANDARD_EMPTY' }
  | { readonly code: 'VENTURE_ENDED'; readonly status: VentureStatus };

/** A venture measures by a data standard from now on: it reports against its indicators beside its own. */
@Injectable()
export class AdoptStandard {
  constructor(
    private readonly work: VentureWork,
    private readonly indicators: IndicatorStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: { readonly ventureId: string; readonly entryId: string },
  ): Promise<Decision<{ readonly ventureId: string }, AdoptStandardReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const entry = await tx.one<{ kind: string }>(
        sql`select kind from commons_entries where id = ${command.entryId} and status = 'PUBLISHED' for share`,
      );
      if (entry === undefined) throw new NotFoundError('The entry');
      const indicators = await this.indicators.list(tx, { entryId: command.entryId });
      const reasons: AdoptStandardReason[] = [];
      if (entry.kind !== 'DATA_STANDARD') reasons.push({ code: 'NOT_A_STANDARD' });
      else if (indicators.length === 0) reasons.push({ code: 'STANDARD_EMPTY' });
      if (!isVentureOpen(venture.status)) reasons.push({ code: 'VENTURE_ENDED', status: venture.status });
      if (reasons.length > 0) return refuse(reasons);
      for (const { id } of indicators) await this.indicators.track(tx, venture.id, id, by.at);
      await log('standard.adopted', { type: 'Venture', id: venture.id }, { entry: `entry_${command.entryId}` });
      return accept({ ventureId: venture.id });
    });
  }
}
