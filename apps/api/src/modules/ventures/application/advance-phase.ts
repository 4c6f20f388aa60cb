import {
  accept,
  advancePhase,
  type AdvancePhaseRefusalReason,
  type Decision,
  type VenturePhase,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { PlanStore } from '../persistence/plan-store.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface AdvancePhaseCommand {
  readonly ventureId: string;
  readonly to: VenturePhase;
  readonly reason?: string | null | undefined;
}

@Injectable()
export class AdvancePhase {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
    private readonly plan: PlanStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AdvancePhaseCommand,
  ): Promise<Decision<{ readonly ventureId: string }, AdvancePhaseRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = advancePhase(command, {
        ...venture,
        views: await this.plan.views(tx, venture.id),
        heldSeats: venture.seats.map((seat) => seat.kind),
      });
      if (!decision.ok) return decision;
      await this.plan.changePhase(tx, venture.id, decision.value, by);
      await this.ventures.enterPhase(tx, venture.id, decision.value.to);
      const { from, to, against, reason } = decision.value;
      await log('venture.phase_advanced', { type: 'Venture', id: venture.id }, { from, to, against, reason });
      return accept({ ventureId: venture.id });
    });
  }
}
