import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';

/**
 * What people did with their organisations' money. They may take it with them; it stays when they go, without their
 * name: offers, pledges and payments are records of organisations, and a ledger that forgets is none.
 */
@Injectable()
export class MoneyData {
  constructor(personalData: PersonalData) {
    personalData.register({
      name: 'money',
      export: (tx, personId) => this.export(tx, personId),
      // A name written into a pledge goes with whoever wrote it; the pledge is the organisation's and stays.
      erase: async (tx, personId) => {
        await tx.query(sql`update pledges set signer_name = null, signer_role = null where made_by_id = ${personId}`);
      },
    });
  }

  private async export(tx: Tx, personId: string): Promise<unknown> {
    const row = await tx.one<{ money: unknown }>(sql`
      select json_build_object(
        'openOffersPublished', (select json_agg(json_build_object('title', title, 'version', version, 'publishedAt', published_at))
          from mandate_versions where published_by_id = ${personId}),
        'roundsOpened', (select json_agg(json_build_object('purpose', purpose, 'openedAt', opened_at)) from funding_rounds where opened_by_id = ${personId}),
        'pledgesWritten', (select json_agg(json_build_object('amountMinor', written.amount_minor::text, 'currency', pledge.currency, 'note', written.note, 'writtenAt', written.written_at))
          from pledge_versions written join pledges pledge on pledge.id = written.pledge_id where written.author_id = ${personId}),
        'pledgesDecided', (select json_agg(json_build_object('decision', decision, 'reason', reason, 'decidedAt', decided_at))
          from pledge_approvals where approver_id = ${personId}),
        'instalmentsAskedFor', (select json_agg(json_build_object('position', position, 'calledAt', called_at)) from tranche_calls where called_by_id = ${personId}),
        'paymentsRecorded', (select json_agg(json_build_object('amountMinor', amount_minor::text, 'currency', currency, 'reference', reference, 'recordedAt', recorded_at))
          from payments where recorded_by_id = ${personId}),
        'pledgesSigned', (select json_agg(json_build_object('name', signer_name, 'role', signer_role, 'agreement', grant_agreement_url))
          from pledges where made_by_id = ${personId} and signer_name is not null),
        'interestsExpressed', (select json_agg(json_build_object('boardMeetsOn', board_meets_on, 'note', note, 'saidAt', said_at))
          from funding_interests where said_by_id = ${personId}),
        'unpaidCallsReleased', (select json_agg(json_build_object('amountMinor', released_minor::text, 'reason', release_reason, 'releasedAt', released_at))
          from call_parts where released_by_id = ${personId}),
        'amendmentsProposed', (select json_agg(json_build_object('reason', reason, 'proposedAt', proposed_at)) from agreement_amendments where proposed_by_id = ${personId}),
        'amendmentsAnswered', (select json_agg(json_build_object('answer', answer, 'reason', reason, 'answeredAt', answered_at))
          from amendment_answers where answered_by_id = ${personId}),
        'automaticPledges', (select json_agg(json_build_object('proposed', proposed_by_id = ${personId}, 'authorisedAt', authorised_at))
          from automatic_pledge_rules where ${personId} in (proposed_by_id, authorised_by_id)),
        'bankLinesMatched', (select json_agg(json_build_object('amountMinor', amount_minor::text, 'currency', currency, 'reference', reference, 'matchedAt', matched_at))
          from bank_lines where matched_by_id = ${personId}),
        'paymentsConfirmed', (select json_agg(json_build_object('amountMinor', amount_minor::text, 'currency', currency, 'receivedAt', received_at))
          from payments where received_by_id = ${personId})) as money`);
    return row?.money ?? null;
  }
}
