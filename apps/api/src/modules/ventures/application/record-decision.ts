import { accept, recordDecision, type Decision, type RecordDecisionRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId } from '../../../platform/database/index.js';
import { RecordStore } from '../persistence/record-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface RecordDecisionCommand {
  readonly ventureId: string;
  readonly decided: string;
  readonly why: string;
  readonly turnedDown?: string | null | undefined;
}

@Injectable()
export class RecordDecision {
  constructor(
    private readonly work: VentureWork,
    private readonly records: RecordStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordDecisionCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordDecisionRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = recordDecision(command, venture.status);
      if (!decision.ok) return decision;
      const id = newId();
      await this.records.addDecision(tx, { id, ventureId: venture.id, ...decision.value }, by);
      await log('decision.recorded', { type: 'VentureDecision', id });
      return accept({ ventureId: venture.id });
    });
  }
}
