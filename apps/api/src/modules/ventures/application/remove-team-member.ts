import {
  accept,
  type Decision,
  removeTeamMember,
  type RemoveTeamMemberRefusalReason,
  type TeamRole,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface RemoveTeamMemberCommand {
  readonly ventureId: string;
  readonly personId: string;
  readonly role: TeamRole;
}

/** Ends what somebody answers for in the coordinating team: by the team, or by themself. */
@Injectable()
export class RemoveTeamMember {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: RemoveTeamMemberCommand,
  ): Promise<Decision<{ readonly ventureId: string }, RemoveTeamMemberRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, log }) => {
      const isThemself = command.personId === acting.person.id;
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok && !isThemself) return allowed;
      const decision = removeTeamMember(command, venture);
      if (!decision.ok) return decision;
      await this.ventures.removeTeamMember(tx, venture.id, decision.value);
      await log(
        'team_member.left',
        { type: 'Venture', id: venture.id },
        { person: `person_${command.personId}`, role: command.role },
        isThemself ? {} : { tell: [command.personId] },
      );
      return accept({ ventureId: venture.id });
    });
  }
}
