import type { AgreementStatus, PromisedOutput } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { newId, sql, type Tx } from '../../../platform/database/index.js';
import { AgreementOutputRow } from './agreement-output.row.js';
import { CommonsAgreementRow } from './commons-agreement.row.js';

/** One version of an idea's commons agreement. */
export interface StoredAgreement {
  readonly id: string;
  readonly ideaId: string;
  readonly version: number;
  readonly revision: number;
  readonly status: AgreementStatus;
  readonly signedForOrganisationId: string | null;
}

export interface StoredOutput extends PromisedOutput {
  readonly id: string;
  /** The licences that satisfied the condition when it was agreed, or any that is open for the kind. */
  readonly licences: readonly string[] | 'ANY_OPEN';
}

/** An output about to be kept, with what its condition came to. */
export type OutputToKeep = Omit<StoredOutput, 'id'>;

@Injectable()
export class AgreementStore {
  /** The newest version of an idea's agreement. The caller holds the lock on the idea. */
  async latest(tx: Tx, ideaId: string): Promise<StoredAgreement | null> {
    return tx.manager.findOne(CommonsAgreementRow, { where: { ideaId }, order: { version: 'DESC' } });
  }

  async find(tx: Tx, id: string): Promise<StoredAgreement | null> {
    return tx.manager.findOneBy(CommonsAgreementRow, { id });
  }

  /** The version in force: signed and not superseded. */
  async inForce(tx: Tx, ideaId: string): Promise<StoredAgreement | null> {
    return tx.manager.findOneBy(CommonsAgreementRow, { ideaId, status: 'SIGNED' });
  }

  async outputsOf(tx: Tx, agreementId: string): Promise<readonly StoredOutput[]> {
    const rows = await tx.manager.find(AgreementOutputRow, { where: { agreementId }, order: { position: 'ASC' } });
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      title: row.title,
      description: row.description,
      licenceCondition: row.licenceCondition,
      licences: row.acceptedLicences ?? 'ANY_OPEN',
      dueOn: row.dueOn,
      dueAfterDays: row.dueAfterDays,
      tranchePosition: row.tranchePosition,
    }));
  }

  async addDraft(
    tx: Tx,
    draft: { readonly id: string; readonly ideaId: string; readonly version: number },
    by: { readonly personId: string; readonly at: Date },
  ): Promise<void> {
    await tx.manager.insert(CommonsAgreementRow, {
      ...draft,
      revision: 1,
      status: 'DRAFT',
      draftedById: by.personId,
      draftedAt: by.at,
    });
  }

  /** Marks the draft as saved once more: whoever read an earlier revision has to read it again. */
  async saveDraftAgain(tx: Tx, id: string, by: { readonly personId: string; readonly at: Date }): Promise<void> {
    await tx.query(sql`
      update commons_agreements set revision = revision + 1, drafted_by_id = ${by.personId}, drafted_at = ${by.at}
      where id = ${id}`);
    await tx.query(sql`delete from agreement_outputs where agreement_id = ${id}`);
  }

  async addOutputs(tx: Tx, agreementId: string, outputs: readonly OutputToKeep[]): Promise<void> {
    await tx.manager.insert(
      AgreementOutputRow,
      outputs.map(({ licences, ...output }, index) => ({
        ...output,
        id: newId(),
        agreementId,
        position: index + 1,
        acceptedLicences: licences === 'ANY_OPEN' ? null : [...licences],
      })),
    );
  }

  async supersede(tx: Tx, ideaId: string, at: Date): Promise<void> {
    await tx.query(sql`
      update commons_agreements set status = 'SUPERSEDED', superseded_at = ${at}
      where idea_id = ${ideaId} and status = 'SIGNED'`);
  }

  async sign(
    tx: Tx,
    id: string,
    by: { readonly personId: string; readonly organisationId: string; readonly at: Date },
  ): Promise<void> {
    await tx.manager.update(
      CommonsAgreementRow,
      { id },
      {
        status: 'SIGNED',
        signedByPersonId: by.personId,
        signedForOrganisationId: by.organisationId,
        signedAt: by.at,
      },
    );
  }
}
