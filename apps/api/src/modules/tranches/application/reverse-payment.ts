import { accept, reversePayment, type Decision, type PaymentStateReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { PledgeLocks, PledgeStore } from '../../pledges/index.js';
import { TrancheStore } from '../persistence/tranche-store.js';
import { TrancheRecorder } from './tranche-recorder.js';

export interface ReversePaymentCommand {
  readonly paymentId: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Records that a payment came back: said by who paid it or by who holds the money. The funder owes it again. */
@Injectable()
export class ReversePayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly tranches: TrancheStore,
    private readonly ledger: LedgerStore,
    private readonly recorder: TrancheRecorder,
  ) {}

  execute(
    viewer: SignedInViewer,
    { paymentId, reason, idempotencyKey }: ReversePaymentCommand,
  ): Promise<Decision<{ readonly paymentId: string }, PaymentStateReason | ActingReason>> {
    const actorId = viewer.person.id;
    const ask = { actorId, operation: 'reversePayment', key: idempotencyKey, request: { paymentId, reason } };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const acting = await asOfNow(tx, viewer);
        const seen = await this.tranches.payment(tx, paymentId);
        if (!seen) throw new NotFoundError('That payment');
        const round = await this.locks.round(tx, seen.roundId);
        const payment = await this.tranches.payment(tx, paymentId);
        const pledge = await this.pledges.find(tx, seen.pledgeId);
        if (!payment || !pledge) throw new NotFoundError('That payment');
        const asPayer = mayActFor(acting, payment.payerId);
        const asHolder = mayActFor(acting, round.moneyHolderOrganisationId);
        if (!asPayer.ok && !asHolder.ok) return asHolder;

        const inLedger = { id: pledge.id, mandateId: pledge.mandateId, roundId: round.id };
        const decision = reversePayment(payment, inLedger, reason);
        if (!decision.ok) return decision;

        await this.ledger.post(tx, decision.value.ledger);
        const by = { personId: actorId, at: await tx.now(), reason: reason.trim().slice(0, 1_000) };
        await this.tranches.reverse(tx, payment, by);
        await this.recorder.append(tx, round, {
          kind: 'payment.reversed',
          subject: { type: 'Payment', id: paymentId },
          organisationId: asHolder.ok ? round.moneyHolderOrganisationId : payment.payerId,
          actorId,
          content: { pledgeId: pledge.id, amountMinor: payment.amount.minorUnits.toString() },
        });
        await this.recorder.settle(tx, round, pledge);
        return accept({ paymentId });
      }),
    );
  }
}
