import { sql, type Sql } from '../../../platform/database/index.js';
import { column, defineView, money } from '../../../platform/graphql/index.js';
import type { ReadStatement } from './import-bank-lines.js';
import { callPartView, paymentView } from './tranche-view.js';

const bankLineView = defineView('BankLine', {
  line: column('line'),
  bookedOn: column('booked_on'),
  direction: column('direction'),
  amount: money('amount_minor'),
  reference: column('reference'),
  payment: (at) =>
    at.one(paymentView, (payment) => sql`payments ${payment} where ${payment}.id = ${at.col('payment_id')}`),
  callPart: (at) =>
    at.one(callPartView, (part) => sql`call_parts ${part} where ${part}.id = ${at.col('call_part_id')}`),
  viewerCan: column('reasons'),
});

export const bankStatementView = defineView('BankStatement', {
  read: column('read'),
  faultCount: column('fault_count'),
  faults: column('faults'),
  lines: (at) =>
    at.many(
      bankLineView,
      (
        line,
      ) => sql`jsonb_to_recordset(${at.col('lines')}) as ${line} (line integer, booked_on text, direction text, amount_minor bigint,
        currency text, reference text, payment_id uuid, call_part_id uuid, reasons jsonb) order by ${line}.line`,
    ),
});

const FAULTS_SHOWN = 100;

/** A statement as one row that was never stored: what was suggested goes through the database for what is told of it. */
export function statementRow({ read, suggestions, faults }: ReadStatement): (alias: Sql) => Sql {
  const lines = suggestions.map(({ line, expected, reasons }) => ({
    line: line.line,
    booked_on: line.bookedOn,
    direction: line.direction,
    amount_minor: line.amount.minorUnits.toString(),
    currency: line.amount.currency,
    reference: line.reference,
    payment_id: expected.kind === 'RECEIPT' ? expected.id : null,
    call_part_id: expected.kind === 'PAYMENT' ? expected.id : null,
    reasons: reasons.map((reason) =>
      reason.code === 'AMOUNT_DIFFERS'
        ? {
            code: reason.code,
            amount: reason.amount.minorUnits.toString(),
            needed: reason.needed.minorUnits.toString(),
            currency: reason.needed.currency,
          }
        : reason,
    ),
  }));
  const shown = faults.slice(0, FAULTS_SHOWN).map((fault) => ({ __typename: 'BankLineFault', ...fault }));
  return (row) =>
    sql`(select ${JSON.stringify(lines)}::jsonb as lines, ${read}::integer as read, ${faults.length}::integer as fault_count,
      ${JSON.stringify(shown)}::jsonb as faults) ${row}`;
}
