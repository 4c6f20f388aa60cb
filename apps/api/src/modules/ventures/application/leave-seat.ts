import { accept, refuse, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { SeatStore } from '../persistence/seat-store.js';
import { VentureWork } from './venture-work.js';

export type LeaveSeatReason = { readonly code: 'NO_SEAT_HELD' };

/** Gives a seat back, at any time and without a reason. What was said from it stays said. */
@Injectable()
export class LeaveSeat {
  constructor(
    private readonly work: VentureWork,
    private readonly seats: SeatStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    ventureId: string,
  ): Promise<Decision<{ readonly ventureId: string }, LeaveSeatReason>> {
    return this.work.on(viewer, ventureId, async ({ tx, venture, by, log }) => {
      const seat = venture.seats.find(({ personId }) => personId === viewer.person.id);
      if (seat === undefined) return refuse([{ code: 'NO_SEAT_HELD' as const }]);
      await this.seats.leave(tx, venture.id, viewer.person.id, by.at);
      await log('seat.left', { type: 'Venture', id: venture.id }, { kind: seat.kind }, { actorId: undefined });
      return accept({ ventureId: venture.id });
    });
  }
}
