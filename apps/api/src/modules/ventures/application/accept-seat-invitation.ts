import { accept, acceptSeatInvitation, type AcceptSeatRefusalReason, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { SeatStore } from '../persistence/seat-store.js';
import { seatInvitationHash } from './invite-service-user.js';
import { VentureWork } from './venture-work.js';

export interface AcceptSeatInvitationCommand {
  readonly token: string;
  readonly alias?: string | null | undefined;
  readonly nameShown: boolean;
  readonly accessNeeds?: string | null | undefined;
}

/** Takes the seat an invitation offers. Not named unless the person chooses it. */
@Injectable()
export class AcceptSeatInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: VentureWork,
    private readonly seats: SeatStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: AcceptSeatInvitationCommand,
  ): Promise<Decision<{ readonly ventureId: string }, AcceptSeatRefusalReason>> {
    const hash = seatInvitationHash(command.token);
    const found = await this.unitOfWork.run((tx) => this.seats.invitation(tx, hash));
    if (found === undefined) throw new NotFoundError('The invitation');
    return this.work.on(viewer, found.ventureId, async ({ tx, venture, by, log }) => {
      // Read again under the venture's lock: two people may follow the link to the last place at once.
      const invitation = await this.seats.invitation(tx, hash);
      if (invitation === undefined) throw new NotFoundError('The invitation');
      const { alias, accessNeeds, nameShown } = command;
      const decision = acceptSeatInvitation(
        { personId: viewer.person.id, alias, accessNeeds },
        { ...venture, invitation },
      );
      if (!decision.ok) return decision;
      await this.seats.take(tx, venture.id, { ...decision.value, nameShown }, by.at);
      await this.seats.takeUp(tx, invitation.id);
      const more = nameShown ? {} : { actorId: undefined };
      await log('seat.taken', { type: 'Venture', id: venture.id }, { kind: decision.value.kind }, more);
      return accept({ ventureId: venture.id });
    });
  }
}
