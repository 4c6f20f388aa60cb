import { accept, recordProgress, type Decision, type RecordProgressRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayCoordinate, VentureWork, type VenturePolicyReason } from '../../ventures/index.js';
import { IndicatorStore } from '../persistence/indicator-store.js';
import { ProgressStore } from '../persistence/progress-store.js';

export interface RecordProgressCommand {
  readonly ventureId: string;
  /** One that the venture reports against. */
  readonly indicatorId: string;
  /** The version of its definition that the reporter read, if they say. */
  readonly seen?: number | null | undefined;
  /** A decimal number as text. */
  readonly value: string;
  /** First and last day of the period, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

@Injectable()
export class RecordProgress {
  constructor(
    private readonly work: VentureWork,
    private readonly indicators: IndicatorStore,
    private readonly progress: ProgressStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordProgressCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordProgressRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, by, acting, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const indicator = await this.indicators.tracked(tx, venture.id, command.indicatorId);
      if (indicator === undefined) throw new NotFoundError('The indicator');
      const facts = { status: venture.status, indicator, today: by.at.toISOString().slice(0, 10) };
      const decision = recordProgress({ ...command, seen: command.seen ?? null }, facts);
      if (!decision.ok) return decision;
      const id = await this.progress.add(tx, venture.id, indicator, decision.value, by);
      await log('progress.recorded', { type: 'ProgressValue', id }, { indicator: indicator.title });
      return accept({ ventureId: venture.id });
    });
  }
}
