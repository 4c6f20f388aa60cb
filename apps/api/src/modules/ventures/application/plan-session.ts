import { accept, planSession, type Decision, type PlanSessionRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { SeatStore } from '../persistence/seat-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface PlanSessionCommand {
  readonly ventureId: string;
  readonly question: string;
  /** `YYYY-MM-DD`. */
  readonly heldOn: string;
  readonly place?: string | null | undefined;
  readonly access?: string | null | undefined;
}

/** Announces when the people it is for are asked what, and tells those who sit at the table. */
@Injectable()
export class PlanSession {
  constructor(
    private readonly work: VentureWork,
    private readonly seats: SeatStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: PlanSessionCommand,
  ): Promise<Decision<{ readonly ventureId: string }, PlanSessionRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const today = by.at.toISOString().slice(0, 10);
      const decision = planSession(command, { status: venture.status, today });
      if (!decision.ok) return decision;
      const id = await this.seats.addSession(tx, venture.id, decision.value, by);
      const tell = await this.seats.holders(tx, venture.id, ['SERVICE_USER']);
      const { question, heldOn } = decision.value;
      await log('session.planned', { type: 'VentureSession', id }, { question, heldOn }, { tell });
      return accept({ ventureId: venture.id });
    });
  }
}
