import {
  accept,
  checkText,
  closeFundingRound,
  refuse,
  sumOf,
  type ClosedBy,
  type CloseRoundReason,
  type Decision,
  type Money,
  type Resolution,
  type TextFault,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { MandateStore, mayActFor, storeCondition, storeMoney, type ActingReason } from '../../mandates/index.js';
import { FundingRoundStore, type StoredRound } from '../../rounds/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';
import { LapsePledges } from './lapse-pledges.js';
import { PledgeLocks } from './pledge-locks.js';
import { PledgeRecorder } from './pledge-recorder.js';
import { Surroundings } from './surroundings.js';
import type { StoredMissing } from './what-was-missing.js';

export interface CloseFundingRoundCommand {
  readonly roundId: string;
  /** The lead organisation gives the round up: every pledge is released. Why, in public. */
  readonly givingUpBecause: string | null;
  readonly idempotencyKey: string;
}

export type CloseFundingRoundReason = CloseRoundReason | ActingReason | TextFault;

const NOTE = { most: 2_000, least: 0, lines: 'many' } as const;

/** Closes a round, exactly once: by its deadline, or by the lead organisation. */
@Injectable()
export class CloseFundingRound {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly rounds: FundingRoundStore,
    private readonly mandates: MandateStore,
    private readonly pledges: PledgeStore,
    private readonly surroundings: Surroundings,
    private readonly recorder: PledgeRecorder,
    private readonly lapse: LapsePledges,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { roundId, givingUpBecause, idempotencyKey }: CloseFundingRoundCommand,
  ): Promise<Decision<{ readonly roundId: string }, CloseFundingRoundReason>> {
    const actorId = viewer.person.id;
    const ask = { actorId, operation: 'closeFundingRound', key: idempotencyKey, request: { roundId, givingUpBecause } };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const round = await this.locks.round(tx, roundId);
        const allowed = mayActFor(acting, round.leadOrganisationId);
        if (!allowed.ok) return allowed;
        const { text: note, faults } = checkText(givingUpBecause, ['input', 'givingUpBecause'], NOTE);
        if (faults.length > 0) return refuse(faults);
        const by = note !== '' ? 'LEAD_GIVING_UP' : (await tx.now()) < round.deadline ? 'LEAD' : 'DEADLINE';
        return this.close(tx, round, by, { actorId, note });
      }),
    );
  }

  /** What the deadline does: harmless when the round is closed already, or not due yet. */
  async atDeadline(roundId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) =>
      this.close(tx, await this.locks.round(tx, roundId), 'DEADLINE', { note: '' }),
    );
  }

  private async close(
    tx: Tx,
    given: StoredRound,
    by: ClosedBy,
    { actorId, note }: { readonly actorId?: string; readonly note: string },
  ): Promise<Decision<{ readonly roundId: string }, CloseRoundReason>> {
    const lapsed = await this.lapse.within(tx, given);
    const round = lapsed ? ((await this.rounds.find(tx, given.id)) ?? given) : given;
    const all = await this.pledges.ofRound(tx, round.id);
    const pledges = all.filter((pledge) => pledge.status === 'PLEDGED' || pledge.status === 'AWAITING_APPROVAL');
    await this.mandates.lockAll(tx, [...new Set(pledges.map((pledge) => pledge.mandateId))]);
    const now = await tx.now();
    const around = await this.surroundings.of(tx, round);
    const decision = closeFundingRound(round, pledges, around, by, now);
    if (!decision.ok) return decision;

    const closed = decision.value;
    if (closed.status === 'CLOSING') {
      if (round.status === 'OPEN') {
        await this.rounds.startClosing(tx, round.id);
        await this.appendRoundActivity(
          tx,
          round,
          'funding_round.closing',
          { until: closed.until.toISOString() },
          actorId,
        );
      }
      return accept({ roundId: round.id });
    }

    const versions = new Map(pledges.map((pledge) => [pledge.id, pledge]));
    for (const { pledge, ledger } of closed.outcomes) {
      await this.pledges.move(tx, pledge, now);
      await this.recorder.record(tx, {
        kind: `pledge.${pledge.status.toLowerCase()}`,
        round,
        pledge,
        version: versions.get(pledge.id)?.version ?? 1,
        ledger,
        before: versions.get(pledge.id) ?? null,
        atClose: true,
        actorId,
      });
    }
    const { status, committed } = closed;
    const { votes, livedExperienceHeard, leadVerified, outputs } = around;
    const missing = status === 'FAILED' && by !== 'LEAD_GIVING_UP' ? missingAt(round, closed.resolution) : null;
    const facts = { votes, livedExperienceHeard, leadVerified, outputs, missing };
    await this.rounds.close(tx, round.id, { status, committed, by, note, at: now, facts });
    const pledged = sumOf(
      pledges.filter((pledge) => pledge.status === 'PLEDGED').map((pledge) => pledge.amount),
      round.target.currency,
    );
    const content = {
      purpose: round.purpose,
      by,
      currency: round.target.currency,
      pledgedMinor: pledged.minorUnits.toString(),
      committedMinor: committed.minorUnits.toString(),
      minimumMinor: round.minimum.minorUnits.toString(),
      note,
    };
    // What follows from it (the venture, its promises, the idea's stage) happens in this transaction.
    const tell = [...new Set(pledges.flatMap((pledge) => pledge.authors))];
    await this.appendRoundActivity(tx, round, `funding_round.${status.toLowerCase()}`, content, actorId, tell);
    return accept({ roundId: round.id });
  }

  private async appendRoundActivity(
    tx: Tx,
    round: StoredRound,
    kind: string,
    content: Record<string, unknown>,
    actorId: string | undefined,
    tell: readonly string[] = [],
  ): Promise<void> {
    await this.activity.append(tx, {
      kind,
      subject: { type: 'FundingRound', id: round.id },
      ideaId: round.ideaId,
      organisationId: round.leadOrganisationId,
      actorId,
      visibility: 'PUBLIC',
      content,
      tell,
    });
  }
}

/** What a round that failed lacked, kept as it was then: pledgers and everyone else read it on its page. */
function missingAt(round: StoredRound, { total, verdicts, counting }: Resolution): StoredMissing {
  const counts = new Set(counting);
  return {
    counting: total.minorUnits.toString(),
    minimum: round.minimum.minorUnits.toString(),
    conditions: [...verdicts].flatMap(([pledgeId, states]) =>
      counts.has(pledgeId)
        ? []
        : states
            .filter(({ met }) => !met)
            .map(({ condition, current, needed }) => ({
              pledgeId,
              condition: storeCondition(condition),
              current: storedNumber(current),
              needed: storedNumber(needed),
            })),
    ),
  };
}

function storedNumber(value: Money | number | undefined): StoredMissing['conditions'][number]['current'] {
  if (value === undefined) return null;
  return typeof value === 'number' ? value : storeMoney(value);
}
