import {
  accept,
  recordSeatView,
  type Decision,
  type RecordSeatViewRefusalReason,
  type VenturePhase,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { PlanStore } from '../persistence/plan-store.js';
import { VentureStore } from '../persistence/venture-store.js';
import { VentureWork } from './venture-work.js';

export interface RecordSeatViewCommand {
  readonly ventureId: string;
  readonly phase: VenturePhase;
  readonly agrees: boolean;
  readonly why?: string | null | undefined;
}

@Injectable()
export class RecordSeatView {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
    private readonly plan: PlanStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RecordSeatViewCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordSeatViewRefusalReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, by, log }) => {
      const heldSeat = await this.ventures.heldSeat(tx, venture.id, viewer.person.id);
      const decision = recordSeatView(command, { ...venture, heldSeat });
      if (!decision.ok) return decision;
      await this.plan.recordView(tx, venture.id, decision.value, by);
      const { seat, phase, agrees } = decision.value;
      // The view is the seat's; who of it spoke stays at the table.
      await log(
        'seat_view.recorded',
        { type: 'Venture', id: venture.id },
        { seat, phase, agrees },
        { actorId: undefined },
      );
      return accept({ ventureId: venture.id });
    });
  }
}
