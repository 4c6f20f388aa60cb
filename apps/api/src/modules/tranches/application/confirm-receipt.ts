import { accept, confirmReceipt, type Decision, type PaymentStateReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { once, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { PledgeLocks } from '../../pledges/index.js';
import { TrancheStore } from '../persistence/tranche-store.js';
import { TrancheRecorder } from './tranche-recorder.js';

export interface ConfirmReceiptCommand {
  readonly paymentId: string;
  readonly idempotencyKey: string;
}

type Answer = Decision<{ readonly paymentId: string }, PaymentStateReason | ActingReason>;

/** The money holder confirms that a recorded payment arrived. The ledger has it already; this is the other side's word. */
@Injectable()
export class ConfirmReceipt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly tranches: TrancheStore,
    private readonly recorder: TrancheRecorder,
  ) {}

  execute(viewer: SignedInViewer, { paymentId, idempotencyKey }: ConfirmReceiptCommand): Promise<Answer> {
    const ask = {
      actorId: viewer.person.id,
      operation: 'confirmReceipt',
      key: idempotencyKey,
      request: { paymentId },
    };
    return this.unitOfWork.run((tx) => once(tx, ask, () => this.within(tx, viewer, paymentId)));
  }

  /** The same within a transaction that does more: the caller made sure that it happens once. */
  async within(tx: Tx, viewer: SignedInViewer, paymentId: string): Promise<Answer> {
    const acting = await asOfNow(tx, viewer);
    const seen = await this.tranches.payment(tx, paymentId);
    if (!seen) throw new NotFoundError('That payment');
    const round = await this.locks.round(tx, seen.roundId);
    const allowed = mayActFor(acting, round.moneyHolderOrganisationId);
    if (!allowed.ok) return allowed;
    const payment = await this.tranches.payment(tx, paymentId);
    const decision = confirmReceipt(payment?.status ?? seen.status);
    if (!decision.ok) return decision;

    const actorId = viewer.person.id;
    await this.tranches.receive(tx, paymentId, actorId, await tx.now());
    await this.recorder.append(tx, round, {
      kind: 'payment.received',
      subject: { type: 'Payment', id: paymentId },
      organisationId: round.moneyHolderOrganisationId,
      actorId,
      content: { pledgeId: seen.pledgeId, amountMinor: seen.amount.minorUnits.toString() },
    });
    return accept({ paymentId });
  }
}
