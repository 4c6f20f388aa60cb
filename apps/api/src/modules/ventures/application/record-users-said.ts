import { accept, recordUsersSaid, type Decision, type RecordUsersSaidRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId } from '../../../platform/database/index.js';
import { RecordStore } from '../persistence/record-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface RecordUsersSaidCommand {
  readonly ventureId: string;
  readonly said: string;
  readonly people: number;
  readonly changed: string;
  /** `YYYY-MM-DD`. */
  readonly heardOn: string;
}

/** Records what the people who used it said, how many, and what changed: the last gate asks for it. */
@Injectable()
export class RecordUsersSaid {
  constructor(
    private readonly work: VentureWork,
    private readonly records: RecordStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordUsersSaidCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordUsersSaidRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = recordUsersSaid(command, venture.status);
      if (!decision.ok) return decision;
      const id = newId();
      await this.records.addUsersSaid(tx, id, venture.id, decision.value, by);
      // One for each idea served, because each has a gate that waits for it.
      for (const ideaId of venture.ideaIds) await log('users_said.recorded', { type: 'UsersSaid', id }, {}, { ideaId });
      return accept({ ventureId: venture.id });
    });
  }
}
