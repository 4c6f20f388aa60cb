import { accept, reviseVenture, type Decision, type ReviseVentureRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { VentureStore } from '../persistence/venture-store.js';
import { mayCoordinate, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface ReviseVentureCommand {
  readonly ventureId: string;
  readonly summary: string;
  readonly involvesPeopleAtRisk: boolean;
  readonly safeguardingLeadId?: string | null | undefined;
}

/** Says what a venture is about, whether people at risk take part, and who answers for their safety. */
@Injectable()
export class ReviseVenture {
  constructor(
    private readonly work: VentureWork,
    private readonly ventures: VentureStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: ReviseVentureCommand,
  ): Promise<Decision<{ readonly ventureId: string }, ReviseVentureRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, log }) => {
      const allowed = mayCoordinate(acting, venture);
      if (!allowed.ok) return allowed;
      const leadId = command.safeguardingLeadId ?? null;
      if (leadId !== null && !(await this.ventures.personExists(tx, leadId))) {
        throw new NotFoundError('The safeguarding lead');
      }
      const decision = reviseVenture(
        { ...command, safeguardingLeadId: leadId },
        {
          status: venture.status,
          leadIsOfVenture: leadId !== null && (await this.ventures.isOfVenture(tx, venture.id, leadId)),
        },
      );
      if (!decision.ok) return decision;
      await this.ventures.revise(tx, venture.id, decision.value);
      const tell = leadId === null || leadId === viewer.person.id ? [] : [leadId];
      await log('venture.revised', { type: 'Venture', id: venture.id }, {}, { tell });
      return accept({ ventureId: venture.id });
    });
  }
}
