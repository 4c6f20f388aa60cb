import {
  heldBy,
  matchedAmounts,
  sumOf,
  type LedgerTransaction,
  type Money,
  type Pledge,
  type PledgeStatus,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog, type ActivityVisibility } from '../../../platform/activity/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { MandateStore } from '../../mandates/index.js';
import { FundingRoundStore, type StoredRound } from '../../rounds/index.js';
import { PledgeStore } from '../persistence/pledge-store.js';

/** What a change of a pledge records besides the pledge itself. */
export interface PledgeRecord {
  /** `pledge.placed`. */
  readonly kind: string;
  readonly round: StoredRound;
  readonly pledge: Pledge;
  readonly version: number;
  readonly ledger: LedgerTransaction | null;
  /** The pledge as it was; null: it is new. */
  readonly before: Pledge | null;
  readonly actorId?: string | undefined;
  /** The round ends with it: what matches are worth is decided with its end, not after each pledge of it. */
  readonly atClose?: boolean;
}

const HOLDS: ReadonlySet<PledgeStatus> = new Set(['PLEDGED', 'COMMITTED', 'SETTLED']);
const HELD_PRIVATELY: ReadonlySet<PledgeStatus> = new Set(['AWAITING_APPROVAL', 'DECLINED', 'LAPSED']);

/**
 * Writes what belongs to every change of a pledge, together: the ledger, the counters of mandate and round, and one
 * activity. One place, so that no use case forgets one of them.
 */
@Injectable()
export class PledgeRecorder {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly mandates: MandateStore,
    private readonly rounds: FundingRoundStore,
    private readonly pledges: PledgeStore,
    private readonly activity: ActivityLog,
  ) {}

  async record(
    tx: Tx,
    { kind, round, pledge, version, ledger, before, actorId, atClose }: PledgeRecord,
  ): Promise<void> {
    const drawn = drawnBy(pledge).minus(before ? drawnBy(before) : noneOf(pledge));
    if (!drawn.isZero) await this.mandates.draw(tx, pledge.mandateId, drawn);
    // What is committed leaves the pledged sum when the round closes, for all pledges at once.
    const pledged = pledgedBy(pledge).minus(before ? pledgedBy(before) : noneOf(pledge));
    if (pledge.status !== 'COMMITTED' && !pledged.isZero) await this.rounds.addPledged(tx, round.id, pledged);
    if (ledger) await this.ledger.post(tx, ledger, version);
    if (!atClose && [before?.status, pledge.status].includes('PLEDGED')) await this.workOutMatches(tx, round);
    await this.activity.append(tx, {
      kind,
      subject: { type: 'Pledge', id: pledge.id },
      ideaId: round.ideaId,
      organisationId: pledge.funderId,
      actorId,
      visibility: visibilityOf(pledge, before),
      tell: pledge.status === 'AWAITING_APPROVAL' ? await this.pledges.approversOf(tx, pledge) : [],
      content: {
        roundId: round.id,
        amountMinor: heldBy(pledge).minorUnits.toString(),
        ...(pledge.matching ? { matchPercent: pledge.matching.percent } : {}),
        currency: pledge.amount.currency,
      },
    });
  }

  /** Works out every match of the round from scratch, after anything that it matches changed, under the round's lock. */
  private async workOutMatches(tx: Tx, round: StoredRound): Promise<void> {
    const inForce = (await this.pledges.ofRound(tx, round.id)).filter((pledge) => pledge.status === 'PLEDGED');
    const matches = inForce.filter((pledge) => pledge.matching);
    if (matches.length === 0) return;
    const { currency } = round.target;
    const amounts = matchedAmounts(inForce, round.target);
    await this.pledges.setWorth(tx, amounts);
    const before = sumOf(
      matches.map((match) => match.amount),
      currency,
    );
    const more = sumOf([...amounts.values()], currency).minus(before);
    if (!more.isZero) await this.rounds.addPledged(tx, round.id, more);
  }
}

/** What of its mandate's budget a pledge draws: what it is worth once it is agreed, all that it may come to before. */
function drawnBy(pledge: Pledge): Money {
  if (pledge.status === 'PLEDGED') return heldBy(pledge);
  return HOLDS.has(pledge.status) ? pledge.amount : noneOf(pledge);
}

function pledgedBy(pledge: Pledge): Money {
  return pledge.status === 'PLEDGED' ? pledge.amount : noneOf(pledge);
}

function noneOf({ amount }: Pledge): Money {
  return amount.minus(amount);
}

/**
 * What waits for a second person is the organisation's own matter. A pledge that was in force and is no longer was
 * public, so its end is public too; its new content is not.
 */
function visibilityOf(pledge: Pledge, before: Pledge | null): ActivityVisibility {
  if (HELD_PRIVATELY.has(pledge.status)) return 'ORGANISATION';
  return pledge.status === 'WITHDRAWN' && before?.status !== 'PLEDGED' ? 'ORGANISATION' : 'PUBLIC';
}
