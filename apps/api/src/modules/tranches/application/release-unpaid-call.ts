import { accept, releaseUnpaidCall, type Decision, type ReleaseCallReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { MandateStore, mayActFor, type ActingReason } from '../../mandates/index.js';
import { PledgeLocks, PledgeStore } from '../../pledges/index.js';
import { FundingRoundStore } from '../../rounds/index.js';
import { TrancheStore } from '../persistence/tranche-store.js';
import { TrancheRecorder } from './tranche-recorder.js';

export interface ReleaseUnpaidCallCommand {
  readonly partId: string;
  /** In public. */
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** The lead organisation stops waiting for what a funder was asked for and has not paid. It stays on record as not paid. */
@Injectable()
export class ReleaseUnpaidCall {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly rounds: FundingRoundStore,
    private readonly mandates: MandateStore,
    private readonly pledges: PledgeStore,
    private readonly tranches: TrancheStore,
    private readonly ledger: LedgerStore,
    private readonly recorder: TrancheRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { partId, reason, idempotencyKey: key }: ReleaseUnpaidCallCommand,
  ): Promise<Decision<{ readonly partId: string }, ReleaseCallReason | ActingReason>> {
    const actorId = viewer.person.id;
    return this.unitOfWork.run((tx) =>
      once(tx, { actorId, operation: 'releaseUnpaidCall', key, request: { partId, reason } }, async () => {
        const acting = await asOfNow(tx, viewer);
        const seen = await this.tranches.part(tx, partId);
        if (!seen) throw new NotFoundError('That payment request');
        const round = await this.locks.round(tx, seen.roundId);
        const allowed = mayActFor(acting, round.leadOrganisationId);
        if (!allowed.ok) return allowed;
        const pledge = await this.pledges.find(tx, seen.pledgeId);
        const part = await this.tranches.part(tx, partId);
        if (!part || !pledge) throw new NotFoundError('That payment request');
        await this.locks.mandate(tx, pledge.mandateId);

        const at = await tx.now();
        const inLedger = { id: pledge.id, mandateId: pledge.mandateId, roundId: round.id };
        const decision = releaseUnpaidCall(part, inLedger, { reason, today: at.toISOString().slice(0, 10) });
        if (!decision.ok) return decision;

        const { outstanding } = part;
        await this.ledger.post(tx, decision.value.ledger, 1 + (await this.tranches.timesReleased(tx, partId)));
        await this.tranches.releasePart(tx, partId, { ...decision.value, amount: outstanding, personId: actorId, at });
        await this.mandates.draw(tx, pledge.mandateId, outstanding.negated());
        await this.rounds.addCommitted(tx, round.id, outstanding.negated());
        await this.recorder.append(tx, round, {
          kind: 'call.released',
          subject: { type: 'CallPart', id: partId },
          organisationId: round.leadOrganisationId,
          actorId,
          content: { pledgeId: pledge.id, funderId: pledge.funderId, amountMinor: outstanding.minorUnits.toString() },
        });
        await this.recorder.settle(tx, round, pledge);
        return accept({ partId });
      }),
    );
  }
}
