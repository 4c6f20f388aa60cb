import {
  accept,
  type Decision,
  type EarlierGrant,
  type EarlierGrantFault,
  readEarlierGrants,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, type SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { mayActFor, type ActingReason } from '../../mandates/index.js';
import { type Compared, EarlierGrantStore } from '../persistence/earlier-grant-store.js';
import { type GrantsFileReason, readGrantsFile } from './read-grants-file.js';

export interface ImportEarlierGrantsCommand {
  readonly organisationId: string;
  /** The file itself, as text. */
  readonly file: string;
  /** False: only say what would happen. */
  readonly apply: boolean;
}

export type ImportEarlierGrantsReason =
  | GrantsFileReason
  | ActingReason
  | { readonly code: 'NEITHER_PREFIX_NOR_NUMBER' };

export interface ImportedGrants extends Compared {
  readonly grants: readonly EarlierGrant[];
  readonly faults: readonly EarlierGrantFault[];
}

/**
 * Shows what a funder gave before, from the file that it publishes. The same file twice changes nothing; a row that is
 * wrong is told and left out.
 */
@Injectable()
export class ImportEarlierGrants {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: EarlierGrantStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    { organisationId, file, apply }: ImportEarlierGrantsCommand,
  ): Promise<Decision<ImportedGrants, ImportEarlierGrantsReason>> {
    return this.unitOfWork.run(async (tx) => {
      const allowed = mayActFor(await asOfNow(tx, viewer), organisationId);
      if (!allowed.ok) return allowed;
      const funder = await this.store.lockFunder(tx, organisationId);
      if (funder === null) throw new NotFoundError('This organisation');
      if (funder.prefix === null && funder.organisationId === null)
        return refuse([{ code: 'NEITHER_PREFIX_NOR_NUMBER' }]);
      const records = readGrantsFile(file);
      if ('code' in records) return refuse([records]);

      const today = (await tx.now()).toISOString().slice(0, 10);
      const { grants, faults } = readEarlierGrants(records, funder, today);
      const compared = await this.store.compare(tx, organisationId, grants);
      if (apply && compared.added + compared.changed > 0) {
        await this.store.keep(tx, organisationId, grants, viewer.person.id);
        await this.activity.append(tx, {
          kind: 'earlier_grants.imported',
          subject: { type: 'Organisation', id: organisationId },
          organisationId,
          actorId: viewer.person.id,
          visibility: 'ORGANISATION',
          content: { added: compared.added, changed: compared.changed },
        });
      }
      return accept({ ...compared, grants, faults });
    });
  }
}
