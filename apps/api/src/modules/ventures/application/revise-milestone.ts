import { accept, type Decision, reviseMilestone, type ReviseMilestoneRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { Reader, sql } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { PlanStore } from '../persistence/plan-store.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface ReviseMilestoneCommand {
  readonly milestoneId: string;
  readonly title: string;
  readonly ownerId: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly dependsOn?: readonly string[] | null | undefined;
  readonly why?: string | null | undefined;
}

/** Changes a step that is planned: what, who, when. The day it was first due stays with it. */
@Injectable()
export class ReviseMilestone {
  constructor(
    private readonly work: VentureWork,
    private readonly reader: Reader,
    private readonly ventures: VentureStore,
    private readonly plan: PlanStore,
  ) {}

  async execute(
    viewer: SignedInViewer,
    { milestoneId, ...command }: ReviseMilestoneCommand,
  ): Promise<Decision<{ readonly ventureId: string }, ReviseMilestoneRefusalReason | VenturePolicyReason>> {
    // A milestone never changes its venture, so this may be read before the venture is locked.
    const found = await this.reader.one<{ id: string }>(
      sql`select venture_id as id from milestones where id = ${milestoneId}`,
    );
    if (found === undefined) throw new NotFoundError('The milestone');
    return this.work.on(viewer, found.id, async ({ tx, venture, acting, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const milestones = await this.plan.milestones(tx, venture.id);
      const milestone = milestones.find(({ id }) => id === milestoneId);
      if (milestone === undefined) throw new NotFoundError('The milestone');
      const decision = reviseMilestone(
        {
          title: command.title,
          dueOn: command.dueOn,
          dependsOn: command.dependsOn ?? [],
          why: command.why ?? null,
          ownerIsOfVenture: await this.ventures.isOfVenture(tx, venture.id, command.ownerId),
        },
        milestone,
        { status: venture.status, milestones },
      );
      if (!decision.ok) return decision;
      const { dueOn, why } = decision.value;
      await this.plan.revise(tx, { id: milestoneId, ownerId: command.ownerId, ...decision.value });
      const moved = dueOn === milestone.dueOn ? {} : { was: milestone.dueOn, dueOn, why };
      await log('milestone.revised', { type: 'Milestone', id: milestoneId }, moved);
      return accept({ ventureId: venture.id });
    });
  }
}
