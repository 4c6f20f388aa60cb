import { accept, takeSeat, type Decision, type SeatKind, type TakeSeatRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { SeatStore } from '../persistence/seat-store.js';
import { VentureWork } from './venture-work.js';

export interface TakeSeatCommand {
  readonly ventureId: string;
  readonly kind: SeatKind;
  /** Whether the page names the person. Left out: not for the seat of service users, named for the others. */
  readonly nameShown?: boolean | null | undefined;
  /** A name for this table only, where the person is not named. */
  readonly alias?: string | null | undefined;
  /** Read by the coordinating team and nobody else. */
  readonly accessNeeds?: string | null | undefined;
}

@Injectable()
export class TakeSeat {
  constructor(
    private readonly work: VentureWork,
    private readonly seats: SeatStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: TakeSeatCommand,
  ): Promise<Decision<{ readonly ventureId: string }, TakeSeatRefusalReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const belongsToFunder = venture.members.some(
        (member) => member.role === 'FUNDER' && belongsTo(acting, member.organisationId),
      );
      const decision = takeSeat({ ...command, personId: viewer.person.id, belongsToFunder }, venture);
      if (!decision.ok) return decision;
      const nameShown = command.nameShown ?? command.kind !== 'SERVICE_USER';
      await this.seats.take(tx, venture.id, { ...decision.value, nameShown }, by.at);
      // Whoever is not named on the page is not named by the log either.
      await log(
        'seat.taken',
        { type: 'Venture', id: venture.id },
        { kind: command.kind },
        nameShown ? {} : { actorId: undefined },
      );
      return accept({ ventureId: venture.id });
    });
  }
}
