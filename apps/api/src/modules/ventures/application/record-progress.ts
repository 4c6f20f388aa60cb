import {
  accept,
  recordProgress,
  type Decision,
  type ProgressUnit,
  type RecordProgressRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId } from '../../../platform/database/index.js';
import { RecordStore } from '../persistence/record-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface RecordProgressCommand {
  readonly ventureId: string;
  readonly indicator: string;
  readonly unit: ProgressUnit;
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
    private readonly records: RecordStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordProgressCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordProgressRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = recordProgress(command, venture.status);
      if (!decision.ok) return decision;
      const id = newId();
      await this.records.addProgress(tx, id, venture.id, decision.value, by);
      await log('progress.recorded', { type: 'ProgressValue', id }, { indicator: decision.value.indicator });
      return accept({ ventureId: venture.id });
    });
  }
}
