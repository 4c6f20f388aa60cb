import {
  accept,
  ASIDE_STAGES,
  changeStage,
  type ChangeStageRefusal,
  type Decision,
  type GateCode,
  type GateRequirement,
  type IdeaStage,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { IdeaStore } from '../persistence/idea-store.js';

export interface Move {
  readonly to: IdeaStage;
  /** What the gate of the station asks for; empty for moves that no gate guards. */
  readonly gate: readonly GateRequirement<GateCode>[];
  readonly reason?: string;
  /** Null for what the software does by itself. */
  readonly actorId: string | null;
  /** For a move to MERGED: the idea it goes up in. */
  readonly mergedIntoId?: string;
}

/** What a move needs to know of an idea. */
interface MovableIdea {
  readonly id: string;
  stage: IdeaStage;
}

/** The one way an idea changes its stage: the state machine decides, the move and its reason are one record. */
@Injectable()
export class Stages {
  constructor(
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  /** The caller holds the idea's lock. `idea.stage` is brought up to date, so that a further move can follow. */
  async move<Locked extends MovableIdea>(
    tx: Tx,
    idea: Locked,
    move: Move,
  ): Promise<Decision<Locked, ChangeStageRefusal>> {
    const decision = changeStage(idea.stage, move.to, move.gate);
    if (!decision.ok) return decision;

    const { from, to } = decision.value;
    const reason = move.reason ?? '';
    await this.ideas.move(tx, {
      ideaId: idea.id,
      from,
      to,
      reason,
      actorId: move.actorId,
      mergedIntoId: move.mergedIntoId ?? null,
    });
    idea.stage = to;
    await this.activity.append(tx, {
      kind: kindOf(from, to),
      subject: { type: 'Idea', id: idea.id },
      ideaId: idea.id,
      ...(move.actorId === null ? {} : { actorId: move.actorId }),
      visibility: 'PUBLIC',
      content: { from, to, ...(reason === '' ? {} : { reason }) },
    });
    return accept(idea);
  }
}

/** What a move is called in the log. Coming back from aside is not reaching the station a second time. */
function kindOf(from: IdeaStage, to: IdeaStage): string {
  if (from === 'MERGED') return 'idea.parted';
  return (ASIDE_STAGES as readonly IdeaStage[]).includes(from) ? 'idea.restored' : `idea.${to.toLowerCase()}`;
}
