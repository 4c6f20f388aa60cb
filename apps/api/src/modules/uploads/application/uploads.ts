import { accept, type Decision, type PersonalDataKind, refuse, type UploadKind } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId, sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { PersonalData } from '../../../platform/personal-data/index.js';
import { type KeptFile, UploadStore } from '../persistence/upload-store.js';
import { FileFolder } from './file-folder.js';

export type AttachRefusal =
  | { readonly code: 'UPLOAD_NOT_READY'; readonly path: readonly string[]; readonly given: string }
  | { readonly code: 'TOO_MANY_FILES'; readonly path: readonly string[]; readonly given: number; readonly most: number }
  | {
      readonly code: 'PERSONAL_DATA_IN_FILE';
      readonly path: readonly string[];
      readonly file: string;
      readonly kinds: readonly PersonalDataKind[];
    };

export interface AttachAsk {
  /** As the API names them. */
  readonly uploadIds: readonly string[];
  readonly kind: UploadKind;
  readonly most: number;
  /** Where in the input the ids stand. */
  readonly path: readonly string[];
  /** The sharer's word that what looks like personal data is nobody's secret. */
  readonly personalDataChecked: boolean;
}

const DROP = 'uploads.drop';

/** What other modules do with files: make them part of something public, and take them away. */
@Injectable()
export class Uploads {
  constructor(
    private readonly uploads: UploadStore,
    private readonly folder: FileFolder,
    private readonly jobs: Jobs,
    unitOfWork: UnitOfWork,
    personalData: PersonalData,
  ) {
    jobs.every('uploads.tidy', 60, () => unitOfWork.run((tx) => this.tidy(tx)));
    jobs.task(DROP, async ({ ids }) => {
      for (const id of Array.isArray(ids) ? ids : []) await this.folder.drop(String(id));
    });
    personalData.register({
      name: 'uploads',
      export: (tx, personId) =>
        tx.query(sql`
          select name, kind, description, bytes, requested_at as "sentAt" from uploads
          where uploaded_by_id = ${personId} and state <> 'REMOVED' order by requested_at`),
      // What became part of something shared was given to everybody; the rest was only theirs.
      erase: (tx, personId) => this.drop(tx, { unattachedOf: personId }),
    });
  }

  /**
   * Makes files part of what the caller writes in the same transaction: from the commit on everybody can read them. Only
   * who sent a file can give it away, and only once.
   */
  async attach(
    tx: Tx,
    viewer: SignedInViewer,
    { uploadIds, kind, most, path, personalDataChecked }: AttachAsk,
  ): Promise<Decision<readonly KeptFile[], AttachRefusal>> {
    const asked = [...new Set(uploadIds)];
    if (asked.length > most) return refuse([{ code: 'TOO_MANY_FILES', path, given: asked.length, most }]);
    const ids = asked.map((given) => ({ given, id: rowId('upload', given) }));
    const known = await this.uploads.unattached(
      tx,
      ids.flatMap(({ id }) => id ?? []),
      viewer.person.id,
    );
    const files: KeptFile[] = [];
    const reasons: AttachRefusal[] = [];
    for (const { given, id } of ids) {
      const file = known.find((one) => one.id === id && one.kind === kind);
      if (file) files.push(file);
      else reasons.push({ code: 'UPLOAD_NOT_READY', path, given: given.slice(0, 80).toWellFormed() });
    }
    if (!personalDataChecked) {
      for (const { name, suspected } of files) {
        if (suspected.length > 0) reasons.push({ code: 'PERSONAL_DATA_IN_FILE', path, file: name, kinds: suspected });
      }
    }
    if (reasons.length > 0) return refuse(reasons);
    await this.uploads.attach(
      tx,
      files.map(({ id }) => id),
      await tx.now(),
    );
    return accept(files);
  }

  /** Takes files away for good: what is left is a mark that there was one. The bytes go after the commit. */
  async remove(tx: Tx, ids: readonly string[]): Promise<void> {
    await this.drop(tx, { ids });
  }

  /** Takes away what was sent and never became part of anything. */
  async tidy(tx: Tx): Promise<void> {
    await this.drop(tx, 'EXPIRED');
  }

  private async drop(tx: Tx, which: Parameters<UploadStore['remove']>[1]): Promise<void> {
    const gone = await this.uploads.remove(tx, which);
    // A job of the same transaction: a crash between the commit and the disk leaves no bytes behind.
    if (gone.length > 0) await this.jobs.add(tx, DROP, { ids: gone });
  }
}
