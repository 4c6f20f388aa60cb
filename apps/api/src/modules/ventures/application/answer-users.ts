import { accept, answerUsers, type AnswerUsersRefusalReason, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { SeatStore } from '../persistence/seat-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface AnswerUsersCommand {
  readonly usersSaidId: string;
  readonly changed: string;
}

/** "You said, we changed": says what came of what users said, and tells those who sit at the table themselves. */
@Injectable()
export class AnswerUsers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: VentureWork,
    private readonly seats: SeatStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: AnswerUsersCommand,
  ): Promise<Decision<{ readonly ventureId: string }, AnswerUsersRefusalReason | VenturePolicyReason>> {
    const id = command.usersSaidId;
    const found = await this.unitOfWork.run((tx) => this.seats.usersSaid(tx, id));
    if (found === undefined) throw new NotFoundError('What users said');
    return this.work.on(viewer, found.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const said = await this.seats.usersSaid(tx, id);
      const decision = answerUsers(command.changed, said?.changed ?? '');
      if (!decision.ok) return decision;
      await this.seats.answer(tx, id, decision.value.changed, by.at);
      const tell = await this.seats.holders(tx, venture.id, ['SERVICE_USER']);
      // One for each idea served, because each has a gate that waits for it; nobody is told twice.
      for (const [index, ideaId] of venture.ideaIds.entries()) {
        await log('users_said.answered', { type: 'UsersSaid', id }, {}, { ideaId, tell: index === 0 ? tell : [] });
      }
      return accept({ ventureId: venture.id });
    });
  }
}
