import { accept, reviseAgenda, type Decision, type ReviseAgendaRefusalReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { AgendaStore } from '../persistence/agenda-store.js';
import { mayWriteAgenda, type VenturePolicyReason } from './policy.js';
import { VentureWork } from './venture-work.js';

export interface ReviseAgendaCommand {
  readonly ventureId: string;
  readonly text: string;
  readonly changeNote?: string | null | undefined;
  /** The version that was revised; 0 when there was none. */
  readonly seen: number;
}

@Injectable()
export class ReviseAgenda {
  constructor(
    private readonly work: VentureWork,
    private readonly agendas: AgendaStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: ReviseAgendaCommand,
  ): Promise<Decision<{ readonly ventureId: string }, ReviseAgendaRefusalReason | VenturePolicyReason>> {
    return this.work.on(viewer, command.ventureId, async ({ tx, venture, acting, by, log }) => {
      const allowed = mayWriteAgenda(acting, venture);
      if (!allowed.ok) return allowed;
      const decision = reviseAgenda(command, await this.agendas.facts(tx, venture));
      if (!decision.ok) return decision;
      await this.agendas.add(tx, venture.id, decision.value, by);
      await log('agenda.revised', { type: 'Venture', id: venture.id }, { version: decision.value.version });
      return accept({ ventureId: venture.id });
    });
  }
}
