import { createHash, randomBytes } from 'node:crypto';

import {
  accept,
  inviteServiceUser,
  SEAT_INVITATION_DAYS,
  type Decision,
  type InviteServiceUserRefusalReason,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { SeatStore } from '../persistence/seat-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface InviteServiceUserCommand {
  readonly ventureId: string;
  readonly asked: string;
  readonly timePaid: string;
  readonly expensesPaid: string;
  readonly access?: string | null | undefined;
  /** How many people may take it up. */
  readonly places: number;
}

/** The stored form of an invitation's link. */
export function seatInvitationHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Makes a link that invites people whom the venture is for to its table. Who took it up is never recorded. */
@Injectable()
export class InviteServiceUser {
  constructor(
    private readonly work: VentureWork,
    private readonly seats: SeatStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: InviteServiceUserCommand,
  ): Promise<
    Decision<
      { readonly ventureId: string; readonly token: string },
      InviteServiceUserRefusalReason | VenturePolicyReason
    >
  > {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = inviteServiceUser(command, venture);
      if (!decision.ok) return decision;
      const token = randomBytes(18).toString('base64url');
      const hash = seatInvitationHash(token);
      await this.seats.invite(tx, venture.id, decision.value, hash, SEAT_INVITATION_DAYS, by);
      await log('seat.offered', { type: 'Venture', id: venture.id }, { places: decision.value.places });
      return accept({ ventureId: venture.id, token });
    });
  }
}
