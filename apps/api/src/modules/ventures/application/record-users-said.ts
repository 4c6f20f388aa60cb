import { accept, recordUsersSaid, refuse, type Decision, type RecordUsersSaidRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { RecordStore } from '../persistence/record-store.js';
import { SeatStore } from '../persistence/seat-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface RecordUsersSaidCommand {
  readonly ventureId: string;
  readonly said: string;
  readonly people: number;
  readonly changed?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly heardOn: string;
  /** The session in which they said it. */
  readonly sessionId?: string | null | undefined;
}

/** Records what the people who used it said, how many, and what changed: the last gate asks for it. */
@Injectable()
export class RecordUsersSaid {
  constructor(
    private readonly work: VentureWork,
    private readonly records: RecordStore,
    private readonly seats: SeatStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: RecordUsersSaidCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordUsersSaidRefusalReason | VenturePolicyReason>> {
    try {
      return await this.record(viewer, command);
    } catch (error) {
      if (constraintName(error) !== 'users_said_one_per_session_key') throw error;
      return refuse([{ code: 'SESSION_ANSWERED_ALREADY' }]);
    }
  }

  private record(
    viewer: SignedInViewer,
    command: RecordUsersSaidCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RecordUsersSaidRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const sessionId = command.sessionId ?? null;
      if (sessionId !== null && !(await this.seats.sessionIsOf(tx, venture.id, sessionId)))
        throw new NotFoundError('The session');
      const decision = recordUsersSaid(command, venture.status, { ofSession: sessionId !== null });
      if (!decision.ok) return decision;
      const id = newId();
      await this.records.addUsersSaid(tx, { id, ventureId: venture.id, sessionId, ...decision.value }, by);
      // One for each idea served, because each has a gate that waits for it.
      const tell = decision.value.changed === '' ? [] : await this.seats.holders(tx, venture.id, ['SERVICE_USER']);
      for (const [index, ideaId] of venture.ideaIds.entries()) {
        await log('users_said.recorded', { type: 'UsersSaid', id }, {}, { ideaId, tell: index === 0 ? tell : [] });
      }
      return accept({ ventureId: venture.id });
    });
  }
}
