import type { BankLine, Expected } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { moneyOf } from '../../mandates/index.js';
import { requestReference } from '../application/request-reference.js';

interface ExpectedRow extends Record<string, unknown> {
  readonly kind: Expected['kind'];
  readonly id: string;
  readonly reference: string;
  readonly amount: string;
  readonly currency: string;
}

/** More than anybody has open at once; a statement is looked through against all of it. */
const MOST_EXPECTED = 5_000;

/** What an organisation expects on its bank statement, and the lines that somebody matched with it. */
@Injectable()
export class BankLineStore {
  /** Payments to it that nobody confirmed, and requests to it that are not wholly paid, in one currency. */
  async expected(tx: Tx, organisationId: string, currency: string): Promise<readonly Expected[]> {
    const rows = await tx.query<ExpectedRow>(sql`
      select 'RECEIPT' as kind, payment.id, payment.reference, payment.amount_minor::text as amount, payment.currency
      from payments payment join call_parts part on part.id = payment.call_part_id join tranche_calls call on call.id = part.call_id
      join funding_rounds round on round.id = call.round_id
      where round.money_holder_organisation_id = ${organisationId} and payment.status = 'RECORDED' and payment.currency = ${currency}
      union all
      select 'PAYMENT', part.id, ${requestReference(sql`part`)}, (part.amount_minor - part.paid_minor - part.released_minor)::text, pledge.currency
      from call_parts part join pledges pledge on pledge.id = part.pledge_id
      where pledge.organisation_id = ${organisationId} and pledge.currency = ${currency} and part.paid_minor + part.released_minor < part.amount_minor
      limit ${MOST_EXPECTED}`);
    return rows.map(({ kind, id, reference, amount, currency: of }) => ({
      kind,
      id,
      reference,
      amount: moneyOf(BigInt(amount), of),
    }));
  }

  /** Keeps the line that belongs to a payment: the only one of its statement that is kept. */
  async keep(
    tx: Tx,
    organisationId: string,
    paymentId: string,
    line: Pick<BankLine, 'bookedOn' | 'amount' | 'reference'>,
    personId: string,
  ): Promise<void> {
    await tx.query(sql`
      insert into bank_lines (id, organisation_id, payment_id, booked_on, currency, amount_minor, reference, matched_by_id, matched_at)
      values (${newId()}, ${organisationId}, ${paymentId}, ${line.bookedOn}, ${line.amount.currency}, ${line.amount.minorUnits.toString()},
              ${line.reference}, ${personId}, app_now())`);
  }
}
