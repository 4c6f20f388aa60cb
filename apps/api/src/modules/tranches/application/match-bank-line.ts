import {
  accept,
  type BankLine,
  type BankLineReason,
  type Currency,
  type Decision,
  type Expected,
  matchBankLine,
  type PaymentStateReason,
  type RecordPaymentReason,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, once, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { mayActFor, moneyOf, type ActingReason } from '../../mandates/index.js';
import { BankLineStore } from '../persistence/bank-line-store.js';
import { ConfirmReceipt } from './confirm-receipt.js';
import { RecordPayment } from './record-payment.js';

export interface MatchBankLineCommand {
  /** Whose statement it is. */
  readonly organisationId: string;
  /** A payment that arrived, or a payment request that was paid. */
  readonly kind: Expected['kind'];
  readonly id: string;
  readonly bookedOn: string;
  readonly direction: BankLine['direction'];
  readonly amount: bigint;
  readonly currency: Currency;
  readonly reference: string;
  readonly idempotencyKey: string;
}

export type MatchBankLineReason =
  | BankLineReason
  | RecordPaymentReason
  | PaymentStateReason
  | ActingReason
  | { readonly code: 'NOTHING_EXPECTED' };

type Answer = Decision<{ readonly paymentId: string }, MatchBankLineReason>;

/**
 * A person says that a line of their organisation's statement is money that was expected: the arrival is confirmed, or
 * the payment recorded, and the line is kept with it. The line is looked at again here; a suggestion decides nothing.
 */
@Injectable()
export class MatchBankLine {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: BankLineStore,
    private readonly receipts: ConfirmReceipt,
    private readonly payments: RecordPayment,
  ) {}

  async execute(viewer: SignedInViewer, command: MatchBankLineCommand): Promise<Answer> {
    try {
      return await this.match(viewer, command);
    } catch (error) {
      // Two payments of one organisation in different rounds hold no lock in common; the database keeps them apart.
      if (constraintName(error) !== 'payments_one_per_reference_key') throw error;
      return refuse([{ code: 'REFERENCE_USED_BEFORE', reference: command.reference.trim() }]);
    }
  }

  private match(viewer: SignedInViewer, { idempotencyKey, ...command }: MatchBankLineCommand): Promise<Answer> {
    const { organisationId, kind, id } = command;
    const line = { ...command, amount: moneyOf(command.amount, command.currency) };
    const request = { ...command, amount: command.amount.toString() };
    const ask = { actorId: viewer.person.id, operation: 'matchBankLine', key: idempotencyKey, request };
    return this.unitOfWork.run((tx) =>
      once(tx, ask, async () => {
        const allowed = mayActFor(await asOfNow(tx, viewer), organisationId);
        if (!allowed.ok) return allowed;
        const expected = (await this.lines.expected(tx, organisationId, command.currency)).find(
          (one) => one.kind === kind && one.id === id,
        );
        if (!expected) return refuse([{ code: 'NOTHING_EXPECTED' }]);
        const decision = matchBankLine(line, expected);
        if (!decision.ok) return decision;

        const done = await this.carryOut(tx, viewer, command);
        if (!done.ok) return done;
        await this.lines.keep(tx, organisationId, done.value.paymentId, line, viewer.person.id);
        return accept(done.value);
      }),
    );
  }

  private carryOut(
    tx: Tx,
    viewer: SignedInViewer,
    { kind, id, bookedOn: paidOn, ...line }: Omit<MatchBankLineCommand, 'idempotencyKey'>,
  ): Promise<Answer> {
    if (kind === 'RECEIPT') return this.receipts.within(tx, viewer, id);
    const { amount, currency, reference } = line;
    return this.payments.within(tx, viewer, { partId: id, amount, currency, reference, paidOn });
  }
}
