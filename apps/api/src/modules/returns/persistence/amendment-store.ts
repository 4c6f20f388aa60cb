import type { AmendmentAnswer, AmendmentStatus } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

/** A proposal to change what was agreed that waits for answers. */
export interface OpenAmendment {
  readonly id: string;
  readonly agreementId: string;
  readonly agreed: readonly string[];
}

/** Changes of what was agreed. Everything is written under the round's lock. */
@Injectable()
export class AmendmentStore {
  async open(tx: Tx, roundId: string): Promise<OpenAmendment | null> {
    const row = await tx.one<OpenAmendment>(sql`
      select amendment.id, amendment.to_agreement_id as "agreementId",
        array(select organisation_id from amendment_answers where amendment_id = amendment.id and answer = 'AGREES') as agreed
      from agreement_amendments amendment where amendment.round_id = ${roundId} and amendment.status = 'OPEN'`);
    return row ?? null;
  }

  async propose(
    tx: Tx,
    amendment: {
      readonly id: string;
      readonly roundId: string;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into agreement_amendments (id, round_id, from_agreement_id, to_agreement_id, status, reason, proposed_by_id, proposed_at)
      values (${amendment.id}, ${amendment.roundId}, ${amendment.from}, ${amendment.to}, 'OPEN', ${amendment.reason}, ${amendment.personId}, ${amendment.at})`);
  }

  async answer(
    tx: Tx,
    amendmentId: string,
    answer: {
      readonly organisationId: string;
      readonly answer: AmendmentAnswer;
      readonly reason: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(sql`
      insert into amendment_answers (amendment_id, organisation_id, answer, reason, answered_by_id, answered_at)
      values (${amendmentId}, ${answer.organisationId}, ${answer.answer}, ${answer.reason}, ${answer.personId}, ${answer.at})`);
  }

  async decide(tx: Tx, amendmentId: string, status: Exclude<AmendmentStatus, 'OPEN'>, at: Date): Promise<void> {
    await tx.query(
      sql`update agreement_amendments set status = ${status}, decided_at = ${at} where id = ${amendmentId}`,
    );
  }
}
