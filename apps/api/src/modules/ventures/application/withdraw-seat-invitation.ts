import { accept, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { SeatStore } from '../persistence/seat-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

/** Ends an invitation: its link leads nowhere from then on. Seats that were taken stay. */
@Injectable()
export class WithdrawSeatInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: VentureWork,
    private readonly seats: SeatStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    invitationId: string,
  ): Promise<Decision<{ readonly ventureId: string }, VenturePolicyReason>> {
    const ventureId = await this.unitOfWork.run((tx) => this.seats.ventureOfInvitation(tx, invitationId));
    if (ventureId === undefined) throw new NotFoundError('The invitation');
    return this.work.on(viewer, ventureId, async ({ tx, venture, acting, by }) => {
      const allowed = mayCoordinate(acting, venture);
      // Who may not see invitations does not learn that there is one.
      if (!allowed.ok) throw new NotFoundError('The invitation');
      await this.seats.withdraw(tx, invitationId, by.at);
      return accept({ ventureId });
    });
  }
}
