import { accept, refuse, signAgenda, type Decision, type SignAgendaRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { AgendaStore } from '../persistence/agenda-store.js';
import { SPEAKING_ROLES, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface SignAgendaCommand {
  readonly ventureId: string;
  readonly organisationId: string;
  /** The version that was read. */
  readonly version: number;
}

@Injectable()
export class SignAgenda {
  constructor(
    private readonly work: VentureWork,
    private readonly agendas: AgendaStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: SignAgendaCommand,
  ): Promise<Decision<{ readonly ventureId: string }, SignAgendaRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      if (!belongsTo(acting, command.organisationId, ...SPEAKING_ROLES))
        return refuse([{ code: 'NOT_ACTING_FOR_ORGANISATION' } as const]);
      const decision = signAgenda(command, await this.agendas.facts(tx, venture));
      if (!decision.ok) return decision;
      await this.agendas.sign(tx, venture.id, decision.value, by);
      await log(
        'agenda.signed',
        { type: 'Venture', id: venture.id },
        { version: command.version },
        { organisationId: command.organisationId },
      );
      return accept({ ventureId: venture.id });
    });
  }
}
