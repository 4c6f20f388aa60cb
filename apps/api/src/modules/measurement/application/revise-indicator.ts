import {
  accept,
  reviseIndicator,
  type Decision,
  type IndicatorAsk,
  type ReviseIndicatorRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { type IndicatorList, IndicatorStore } from '../persistence/indicator-store.js';
import { type IndicatorPolicyReason, IndicatorWork } from './indicator-work.js';

export interface ReviseIndicatorCommand extends IndicatorAsk {
  readonly indicatorId: string;
  /** The version that was revised. */
  readonly seen: number;
  readonly material: boolean;
  readonly changeNote: string;
}

/** Writes a new version of an indicator, and says whether numbers before and after it may be compared. */
@Injectable()
export class ReviseIndicator {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: IndicatorWork,
    private readonly indicators: IndicatorStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: ReviseIndicatorCommand,
  ): Promise<Decision<{ readonly indicatorId: string }, ReviseIndicatorRefusalReason | IndicatorPolicyReason>> {
    // The list an indicator is in never changes, so it can be looked up before anything is locked.
    const list = await this.unitOfWork.run((tx) =>
      tx.one<IndicatorList>(
        sql`select venture_id as "ventureId", entry_id as "entryId" from indicators where id = ${command.indicatorId}`,
      ),
    );
    if (list === undefined) throw new NotFoundError('The indicator');
    return this.work.on(viewer, list, async ({ tx, by, log }) => {
      const newest = await this.indicators.find(tx, command.indicatorId);
      if (newest === undefined) throw new NotFoundError('The indicator');
      const decision = reviseIndicator(command, newest);
      if (!decision.ok) return decision;
      await this.indicators.addVersion(tx, newest.id, decision.value, by);
      const { version, change, title } = decision.value;
      await log('indicator.revised', { type: 'Indicator', id: newest.id }, { title, version, change });
      return accept({ indicatorId: newest.id });
    });
  }
}
