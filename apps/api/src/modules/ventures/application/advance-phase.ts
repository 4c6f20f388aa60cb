import {
  accept,
  advancePhase,
  SEATS_HEARD_ON_PHASES,
  type AdvancePhaseRefusalReason,
  type Decision,
  type VenturePhase,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { PlanStore } from '../persistence/plan-store.js';
import { SeatStore } from '../persistence/seat-store.js';
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
    private readonly seats: SeatStore,
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
      // Those who were asked hear what became of what they said, from the venture and not from its page.
      const tell = await this.seats.holders(tx, venture.id, SEATS_HEARD_ON_PHASES);
      const content = { from, to, against, reason };
      await log('venture.phase_advanced', { type: 'Venture', id: venture.id }, content, { tell });
      return accept({ ventureId: venture.id });
    });
  }
}
