import {
  accept,
  planMilestone,
  type Decision,
  type PlanMilestoneRefusalReason,
  type VenturePhase,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId } from '../../../platform/database/index.js';
import { PlanStore } from '../persistence/plan-store.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface PlanMilestoneCommand {
  readonly ventureId: string;
  readonly phase: VenturePhase;
  readonly title: string;
  readonly ownerId: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly dependsOn?: readonly string[] | null | undefined;
}

@Injectable()
export class PlanMilestone {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
    private readonly plan: PlanStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: PlanMilestoneCommand,
  ): Promise<
    Decision<
      { readonly ventureId: string; readonly milestoneId: string },
      PlanMilestoneRefusalReason | VenturePolicyReason
    >
  > {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = planMilestone(
        {
          title: command.title,
          phase: command.phase,
          dueOn: command.dueOn,
          dependsOn: command.dependsOn ?? [],
          ownerIsOfVenture: await this.ventures.isOfVenture(tx, venture.id, command.ownerId),
        },
        { status: venture.status, milestones: await this.plan.milestones(tx, venture.id) },
      );
      if (!decision.ok) return decision;
      const id = newId();
      await this.plan.add(tx, { id, ventureId: venture.id, ownerId: command.ownerId, ...decision.value }, by.at);
      await log('milestone.planned', { type: 'Milestone', id }, { phase: command.phase, dueOn: decision.value.dueOn });
      return accept({ ventureId: venture.id, milestoneId: id });
    });
  }
}
