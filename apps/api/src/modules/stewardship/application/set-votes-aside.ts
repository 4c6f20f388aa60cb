import { accept, type Decision, refuse, setVotesAside, type SetVotesAsideRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { VoteStore } from '../../support/index.js';
import { SignalStore } from '../persistence/signal-store.js';
import { isAuthorOf, isClose, organisationsOfIdea } from '../persistence/steward-facts.js';

export interface SetVotesAsideCommand {
  readonly signalId: string | undefined;
  /** False: a person looked, and nothing is wrong. */
  readonly aside: boolean;
  readonly reason: string | null;
}

/** From here on votes stay as they are. */
const FINAL: ReadonlySet<string> = new Set(['DELIVERY', 'COMMONS', 'STOPPED']);

/**
 * A steward decides about a burst of votes. Set aside, they stay in the log with the reason, and those who cast them are
 * told; a signal never does this by itself, because a youth club looks the same.
 */
@Injectable()
export class SetVotesAside {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signals: SignalStore,
    private readonly votes: VoteStore,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
    jobs: Jobs,
  ) {
    jobs.every('look_for_bursts', 15, async () => {
      await this.look();
    });
  }

  look(): Promise<number> {
    return this.unitOfWork.run((tx) => this.signals.look(tx));
  }

  execute(
    viewer: SignedInViewer,
    { signalId, aside, reason }: SetVotesAsideCommand,
  ): Promise<Decision<{ readonly signalId: string; readonly votes: number }, SetVotesAsideRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const { person } = await asOfNow(tx, viewer);
      const signal = signalId === undefined || !person.steward ? undefined : await this.signals.lock(tx, signalId);
      if (signal === undefined) throw new NotFoundError('This burst of votes');
      const idea = await this.ideas.lock(tx, signal.ideaId);
      if (idea === null) throw new NotFoundError('That idea');
      const votes = signal.status === 'OPEN' ? await this.signals.votesOf(tx, signal) : [];
      const decision = setVotesAside(
        { reason },
        {
          isSteward: person.steward,
          isInvolved:
            votes.some(({ personId }) => personId === person.id) ||
            (await isAuthorOf(tx, person.id, idea.id)) ||
            (await isClose(tx, person.id, await organisationsOfIdea(tx, idea.id))),
          votes: votes.length,
          canStillChange: !FINAL.has(idea.stage),
        },
      );
      if (!decision.ok) return refuse(decision.reasons);

      const because = decision.value.reason;
      await this.signals.decide(tx, signal.id, aside ? 'SET_ASIDE' : 'NOTHING_WRONG', because, person.id);
      if (!aside) return accept({ signalId: signal.id, votes: 0 });
      for (const { id } of votes) {
        await this.votes.setAside(tx, id, true);
        await this.signals.setAside(tx, { id, ideaId: idea.id }, because, person.id);
      }
      await this.activity.append(tx, {
        kind: 'votes.set_aside',
        subject: { type: 'Idea', id: idea.id },
        ideaId: idea.id,
        actorId: person.id,
        visibility: 'PUBLIC',
        content: { reason: because },
        tell: votes.flatMap(({ personId }) => (personId === null ? [] : [personId])),
      });
      return accept({ signalId: signal.id, votes: votes.length });
    });
  }
}
