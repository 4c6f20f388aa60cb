import {
  accept,
  recordHandover,
  type Decision,
  type HandoverModel,
  type RecordHandoverRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { RecordStore } from '../persistence/record-store.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayEnd, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface RecordHandoverCommand {
  readonly ventureId: string;
  readonly model: HandoverModel;
  readonly ownerName: string;
  /** From which day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly needs: string;
}

@Injectable()
export class RecordHandover {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
    private readonly records: RecordStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordHandoverCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordHandoverRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayEnd(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = recordHandover(command, venture.status);
      if (!decision.ok) return decision;
      await this.records.addHandover(tx, venture.id, decision.value, by);
      await this.ventures.handOver(tx, venture.id, by.at);
      await log(
        'venture.handed_over',
        { type: 'Venture', id: venture.id },
        { model: decision.value.model, from: decision.value.from },
      );
      return accept({ ventureId: venture.id });
    });
  }
}
