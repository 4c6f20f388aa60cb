import type { LedgerTransaction, Money, Pledge, PledgeStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog, type ActivityVisibility } from '../../../platform/activity/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { MandateStore } from '../../mandates/index.js';
import { FundingRoundStore, type StoredRound } from '../../rounds/index.js';

/** What a change of a pledge records besides the pledge itself. */
export interface PledgeRecord {
  /** `pledge.placed`. */
  readonly kind: string;
  readonly round: StoredRound;
  readonly pledge: Pledge;
  readonly version: number;
  readonly ledger: LedgerTransaction | null;
  /** What the pledge held of room and budget before. */
  readonly heldBefore: Money;
  readonly actorId?: string | undefined;
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
    private readonly activity: ActivityLog,
  ) {}

  async record(tx: Tx, { kind, round, pledge, version, ledger, heldBefore, actorId }: PledgeRecord): Promise<void> {
    const zero = pledge.amount.minus(pledge.amount);
    const holds = HOLDS.has(pledge.status) ? pledge.amount : zero;
    const drawn = holds.minus(heldBefore);
    if (!drawn.isZero) await this.mandates.draw(tx, pledge.mandateId, drawn);
    // What is committed leaves the pledged sum when the round closes, for all pledges at once.
    const pledged = (pledge.status === 'PLEDGED' ? pledge.amount : zero).minus(heldBefore);
    if (pledge.status !== 'COMMITTED' && !pledged.isZero) await this.rounds.addPledged(tx, round.id, pledged);
    if (ledger) await this.ledger.post(tx, ledger, version);
    await this.activity.append(tx, {
      kind,
      subject: { type: 'Pledge', id: pledge.id },
      ideaId: round.ideaId,
      organisationId: pledge.funderId,
      actorId,
      visibility: visibilityOf(pledge, heldBefore),
      content: {
        roundId: round.id,
        amountMinor: pledge.amount.minorUnits.toString(),
        currency: pledge.amount.currency,
      },
    });
  }
}

/**
 * What waits for a second person is the organisation's own matter. A pledge that was in force and is no longer was
 * public, so its end is public too; its new content is not.
 */
function visibilityOf(pledge: Pledge, heldBefore: Money): ActivityVisibility {
  if (HELD_PRIVATELY.has(pledge.status)) return 'ORGANISATION';
  return pledge.status === 'WITHDRAWN' && heldBefore.isZero ? 'ORGANISATION' : 'PUBLIC';
}
