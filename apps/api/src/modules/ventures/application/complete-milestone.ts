import { accept, completeMilestone, type CompleteMilestoneRefusalReason, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { PlanStore } from '../persistence/plan-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface CompleteMilestoneCommand {
  readonly milestoneId: string;
  readonly evidence: string;
  readonly evidenceUrl?: string | null | undefined;
}

@Injectable()
export class CompleteMilestone {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: VentureWork,
    private readonly plan: PlanStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: CompleteMilestoneCommand,
  ): Promise<Decision<{ readonly ventureId: string }, CompleteMilestoneRefusalReason | VenturePolicyReason>> {
    // A milestone never moves to another venture, so the venture found here is the one to lock.
    const ventureId = await this.unitOfWork.run((tx) => this.plan.ventureOf(tx, command.milestoneId));
    if (ventureId === null) throw new NotFoundError('The milestone');
    return this.work.on(viewer, ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const milestones = await this.plan.milestones(tx, venture.id);
      const milestone = milestones.find((one) => one.id === command.milestoneId);
      if (milestone === undefined) throw new NotFoundError('The milestone');
      const decision = completeMilestone(command, milestone, { status: venture.status, milestones });
      if (!decision.ok) return decision;
      await this.plan.complete(tx, milestone.id, decision.value, by);
      await log('milestone.completed', { type: 'Milestone', id: milestone.id }, { dueOn: milestone.dueOn });
      return accept({ ventureId: venture.id });
    });
  }
}
