import {
  ASKED_BY_THE_FIRST_GATE,
  type GateFacts,
  gateInFrontOf,
  missing,
  requirementsToReach,
  type Stage,
} from '@openimpact/domain';
import { Injectable, Logger } from '@nestjs/common';

import { type Activity, ActivityLog } from '../../../platform/activity/index.js';
import { asked, raw, Reader, sql, together, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import {
  type GateEvidence,
  gateEvidence,
  gateFactsOf,
  gateOf,
  Gates,
  type IdeaRow,
  IdeaStore,
  Stages,
} from '../../ideas/index.js';

/** Stations an idea moves to by itself when everything asked for is there. The others follow from what happens to money. */
const BY_ITSELF: ReadonlySet<Stage> = new Set(['SUPPORTED', 'SHAPED', 'COMMONS']);

interface KeyedEvidence {
  readonly key: string;
  readonly evidence: GateEvidence;
}

/** Reports of other modules after which a gate may be open. */
const MAY_OPEN_A_GATE = [
  'adoption_interest.declared',
  'concern.answered',
  'hearing.recorded',
  'brief.saved',
  'reuse_offer.accepted',
  'reuse.nothing_fits_recorded',
  'agreement.drafted',
  'agreement.signed',
  'research.linked',
  'return.verified',
  'obligation.waived',
  'users_said.recorded',
  'users_said.answered',
] as const;

/** Moves ideas along the pipeline, from facts that are read under the idea's lock. */
@Injectable()
export class GateKeeper {
  private readonly log = new Logger(GateKeeper.name);
  /** Of ideas that wait for support. Of voters who come at once, one look sees for all. */
  private readonly evidenceOf: (ideaId: string) => Promise<KeyedEvidence | undefined>;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    reader: Reader,
    private readonly ideas: IdeaStore,
    private readonly stages: Stages,
    private readonly gates: Gates,
    activity: ActivityLog,
  ) {
    const idea = raw('i');
    this.evidenceOf = together((ideaIds) =>
      reader.query<KeyedEvidence>(sql`
        select asked.key, found.evidence from ${asked(ideaIds)} cross join lateral (
          select ${gateEvidence(idea, ASKED_BY_THE_FIRST_GATE)} as evidence from ideas ${idea}
          where ${idea}.id = asked.key::uuid and ${idea}.stage = 'LOGGED' limit 1) found`),
    );
    gates.onTry((ideaId) => this.tryAfterCommit(ideaId));
    for (const kind of MAY_OPEN_A_GATE) {
      activity.whenever(kind, async (tx, { ideaId }) => {
        if (ideaId !== undefined) await this.advance(tx, ideaId);
      });
    }
    activity.whenever('organisation.verified', (tx, event) => this.organisationVerified(tx, event));
    activity.whenever('funding_round.opened', (tx, event) => this.roundOpened(tx, event));
    activity.whenever('funding_round.failed', (tx, event) => this.roundFailed(tx, event));
    activity.whenever('venture.funded', (tx, event) => this.ventureFunded(tx, event));
    activity.whenever('venture.stopped', (tx, event) => this.ventureStopped(tx, event));
  }

  /** Takes the idea as far as its facts reach: an idea may meet two gates with one answer. */
  async advance(tx: Tx, ideaId: string): Promise<void> {
    const idea = await this.ideas.lock(tx, ideaId);
    if (idea === null) return;
    for (;;) {
      const evidence = await this.gates.evidence(tx, ideaId);
      const gate = evidence === undefined ? null : gateOf(evidence);
      if (gate === null || !BY_ITSELF.has(gate.toReach) || missing(gate.requirements).length > 0) return;
      const moved = await this.stages.move(tx, idea, { to: gate.toReach, gate: gate.requirements, actorId: null });
      if (!moved.ok) return;
    }
  }

  /**
   * The gate after a vote: looked at without a lock first, because most votes open nothing and those of a crowd must not
   * queue. A failure here undoes no vote; it answers false, and the tail asks again.
   */
  private async tryAfterCommit(ideaId: string): Promise<boolean> {
    try {
      const row = await this.evidenceOf(ideaId);
      if (row === undefined) return true;
      const gate = gateInFrontOf(row.evidence.stage, gateFactsOf(row.evidence), row.evidence.policy);
      if (gate === null || missing(gate.requirements).length > 0) return true;
      await this.unitOfWork.run((tx) => this.advance(tx, ideaId));
      return true;
    } catch (error) {
      this.log.error({
        message: 'A gate could not be tried; the tail tries it again.',
        error: error instanceof Error ? error.message : 'unknown',
      });
      return false;
    }
  }

  /** Ideas that this organisation was named for may have been waiting for it to be verified. */
  private async organisationVerified(tx: Tx, event: Activity): Promise<void> {
    const organisationId = event.organisationId ?? event.subject.id;
    const waiting = await tx.query<{ id: string }>(sql`
      select distinct i.id from ideas i join votes v on v.idea_id = i.id
      where v.organisation_id = ${organisationId} and v.withdrawn_at is null and i.stage = 'LOGGED'`);
    tx.afterCommit(async () => {
      for (const { id } of waiting) await this.gates.try(id);
    });
  }

  /** A discovery round looks into the need while the idea stays where it is. */
  private async roundOpened(tx: Tx, event: Activity): Promise<void> {
    const idea = await this.lockOf(tx, event);
    if (idea === null || idea.stage === 'FUNDING' || event.content?.['purpose'] === 'DISCOVERY') return;
    await this.must(tx, idea, 'FUNDING', { round: { open: true, succeeded: false } });
  }

  /** "Did not reach its minimum this time": ready to fund again, with its history. */
  private async roundFailed(tx: Tx, event: Activity): Promise<void> {
    const idea = await this.lockOf(tx, event);
    if (idea === null || idea.stage !== 'FUNDING') return;
    await this.stages.move(tx, idea, { to: 'SHAPED', gate: [], actorId: null });
  }

  private async ventureFunded(tx: Tx, event: Activity): Promise<void> {
    const idea = await this.lockOf(tx, event);
    if (idea === null || idea.stage !== 'FUNDING') return;
    await this.must(tx, idea, 'DELIVERY', { round: { open: false, succeeded: true } });
  }

  private async ventureStopped(tx: Tx, event: Activity): Promise<void> {
    const idea = await this.lockOf(tx, event);
    if (idea === null || idea.stage !== 'DELIVERY') return;
    await this.stages.move(tx, idea, { to: 'STOPPED', gate: [], actorId: event.actorId ?? null });
  }

  private async lockOf(tx: Tx, { ideaId }: Activity): Promise<IdeaRow | null> {
    return ideaId === undefined ? null : this.ideas.lock(tx, ideaId);
  }

  /**
   * A move that money has made already. The event is itself a fact of the gate; what else the gate asks for was asked by
   * the rules of rounds, so that a gate which is not met here is a fault, and undoes all of it.
   */
  private async must(tx: Tx, idea: IdeaRow, to: Stage, reported: Partial<GateFacts>): Promise<void> {
    const evidence = await this.gates.evidence(tx, idea.id);
    if (evidence === undefined) throw new Error(`The idea ${idea.id} has no gate to ask.`);
    const gate = requirementsToReach(to, { ...gateFactsOf(evidence), ...reported }, evidence.policy);
    const moved = await this.stages.move(tx, idea, { to, gate, actorId: null });
    if (!moved.ok) {
      const lacking = missing(gate).map(({ code }) => code);
      throw new Error(
        `Money moved for an idea in ${idea.stage} that cannot be in ${to}: ${lacking.join(', ') || 'no such move'}.`,
      );
    }
  }
}
