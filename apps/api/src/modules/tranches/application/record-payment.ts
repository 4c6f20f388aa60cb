import { accept, recordPayment, refuse, type Decision, type RecordPaymentReason } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, once, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { LedgerStore } from '../../ledger/index.js';
import { mayActFor, moneyOf, type ActingReason } from '../../mandates/index.js';
import { PledgeLocks, PledgeStore } from '../../pledges/index.js';
import { TrancheStore } from '../persistence/tranche-store.js';
import { TrancheRecorder } from './tranche-recorder.js';

export interface RecordPaymentCommand {
  readonly partId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly reference: string;
  readonly paidOn: string;
  readonly idempotencyKey: string;
}

type Answer = Decision<{ readonly paymentId: string }, RecordPaymentReason | ActingReason>;

/** A funder records what it paid against its part of a payment request. The bank moved the money; this says so. */
@Injectable()
export class RecordPayment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly locks: PledgeLocks,
    private readonly pledges: PledgeStore,
    private readonly tranches: TrancheStore,
    private readonly ledger: LedgerStore,
    private readonly recorder: TrancheRecorder,
  ) {}

  async execute(viewer: SignedInViewer, command: RecordPaymentCommand): Promise<Answer> {
    try {
      return await this.record(viewer, command);
    } catch (error) {
      // Two payments of one organisation in different rounds hold no lock in common; the database keeps them apart.
      if (constraintName(error) !== 'payments_one_per_reference_key') throw error;
      return refuse([{ code: 'REFERENCE_USED_BEFORE', reference: command.reference.trim() }]);
    }
  }

  private record(viewer: SignedInViewer, { idempotencyKey, ...command }: RecordPaymentCommand): Promise<Answer> {
    const actorId = viewer.person.id;
    const request = { ...command, amount: command.amount.toString() };
    const ask = { actorId, operation: 'recordPayment', key: idempotencyKey, request };
    return this.unitOfWork.run((tx) => once(tx, ask, () => this.within(tx, viewer, command)));
  }

  /** The same within a transaction that does more: the caller made sure that it happens once. */
  async within(tx: Tx, viewer: SignedInViewer, command: Omit<RecordPaymentCommand, 'idempotencyKey'>): Promise<Answer> {
    const actorId = viewer.person.id;
    const acting = await asOfNow(tx, viewer);
    const seen = await this.tranches.part(tx, command.partId);
    if (!seen) throw new NotFoundError('That payment request');
    const round = await this.locks.round(tx, seen.roundId);
    const part = await this.tranches.part(tx, command.partId);
    const pledge = part && (await this.pledges.find(tx, part.pledgeId));
    if (!part || !pledge) throw new NotFoundError('That payment request');
    const allowed = mayActFor(acting, pledge.funderId);
    if (!allowed.ok) return allowed;

    const at = await tx.now();
    const paymentId = newId();
    const reference = command.reference.trim();
    const amount = moneyOf(command.amount, command.currency);
    const decision = recordPayment(
      { paymentId, amount, reference, paidOn: command.paidOn },
      { id: pledge.id, mandateId: pledge.mandateId, roundId: round.id },
      {
        outstanding: part.outstanding,
        referenceUsed: await this.tranches.referenceUsed(tx, pledge.funderId, reference),
        today: at.toISOString().slice(0, 10),
      },
    );
    if (!decision.ok) return decision;

    const ledgerTransactionId = await this.ledger.post(tx, decision.value.ledger);
    const payerId = pledge.funderId;
    const { partId, paidOn } = command;
    await this.tranches.addPayment(tx, {
      id: paymentId,
      partId,
      payerId,
      amount,
      reference,
      paidOn,
      ledgerTransactionId,
      personId: actorId,
      at,
    });
    await this.recorder.append(tx, round, {
      kind: 'payment.recorded',
      subject: { type: 'Payment', id: paymentId },
      organisationId: payerId,
      actorId,
      content: { pledgeId: pledge.id, amountMinor: amount.minorUnits.toString(), paidOn },
    });
    await this.recorder.settle(tx, round, pledge);
    return accept({ paymentId });
  }
}
