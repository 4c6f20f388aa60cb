import {
  accept,
  addTeamMember,
  type AddTeamMemberRefusalReason,
  type Decision,
  type TeamRole,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayReach } from '../../people/index.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface AddTeamMemberCommand {
  readonly ventureId: string;
  readonly personId: string;
  readonly role: TeamRole;
}

@Injectable()
export class AddTeamMember {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: AddTeamMemberCommand,
  ): Promise<Decision<{ readonly ventureId: string }, AddTeamMemberRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      if (!(await this.ventures.personExists(tx, command.personId))) throw new NotFoundError('The person');
      const decision = addTeamMember(command, {
        ...venture,
        mayReach:
          venture.seats.some(({ personId }) => personId === command.personId) ||
          (await mayReach(tx, acting.person.id, command.personId)),
      });
      if (!decision.ok) return decision;
      await this.ventures.addTeamMember(tx, venture.id, decision.value, by.at);
      await log(
        'team_member.added',
        { type: 'Venture', id: venture.id },
        { person: `person_${command.personId}`, role: command.role },
      );
      return accept({ ventureId: venture.id });
    });
  }
}
