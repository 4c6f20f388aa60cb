import { accept, stopVenture, type Decision, type StopVentureRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayEnd, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface StopVentureCommand {
  readonly ventureId: string;
  readonly why: string;
  readonly learned: string;
  readonly nextForUsers?: string | null | undefined;
}

@Injectable()
export class StopVenture {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: StopVentureCommand,
  ): Promise<Decision<{ readonly ventureId: string }, StopVentureRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayEnd(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = stopVenture(command, venture.status);
      if (!decision.ok) return decision;
      await this.ventures.stop(tx, venture.id, decision.value, by.at);
      // One for each idea served, because each of them leaves the line here.
      for (const ideaId of venture.ideaIds)
        await log('venture.stopped', { type: 'Venture', id: venture.id }, {}, { ideaId });
      return accept({ ventureId: venture.id });
    });
  }
}
