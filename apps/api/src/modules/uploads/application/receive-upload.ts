import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import {
  accept,
  type CleanedAway,
  type Decision,
  receiveUpload,
  type ReceiveUploadRefusal,
  refuse,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { UnitOfWork } from '../../../platform/database/index.js';
import { type ExpectedUpload, UploadStore } from '../persistence/upload-store.js';
import { Cleaner } from './cleaning/cleaner.js';
import type { Suspicion } from './cleaning/clean-file.js';
import { FileFolder } from './file-folder.js';
import { tokenHash } from './request-upload.js';

export interface ReceivedUpload {
  readonly uploadId: string;
  readonly removed: readonly CleanedAway[];
  /** What may be personal data in it: told to who sent it, once, and kept nowhere. */
  readonly suspicions: readonly Suspicion[];
}

class TooMuch extends Error {}

/** Takes the bytes of one file as they come, cleans them, and keeps what is left. */
@Injectable()
export class ReceiveUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadStore,
    private readonly folder: FileFolder,
    private readonly cleaner: Cleaner,
  ) {}

  /**
   * Undefined when there is no such address, or it was used. Throws when the line was cut: the address works once more.
   */
  async execute(
    token: string,
    body: Readable,
    /** What the sender says it sends; a wrong size is refused before it travels. */
    declared: number | undefined,
  ): Promise<Decision<ReceivedUpload, ReceiveUploadRefusal> | undefined> {
    const upload = await this.unitOfWork.run((tx) => this.uploads.claim(tx, tokenHash(token)));
    if (upload === undefined) return undefined;
    const { raw, cleaned } = await this.folder.incoming(upload.id);
    try {
      const travels = declared === undefined || declared === upload.bytesAnnounced;
      const received = travels ? await this.write(body, raw, upload.bytesAnnounced) : declared;
      const decision = await this.look(upload, received, { raw, cleaned });
      if (!decision.ok) {
        await this.unitOfWork.run((tx) => this.uploads.refused(tx, upload.id));
        await this.folder.drop(upload.id);
      }
      return decision;
    } catch (error) {
      await this.folder.drop(upload.id);
      await this.unitOfWork.run((tx) => this.uploads.expectAgain(tx, upload.id));
      throw error;
    }
  }

  private async write(body: Readable, path: string, most: number): Promise<number> {
    let received = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        received += chunk.length;
        next(received > most ? new TooMuch() : null, chunk);
      },
    });
    try {
      await pipeline(body, count, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      // More than was announced is a no for good; anything else is a line that was cut.
      if (!(error instanceof TooMuch)) throw error;
    }
    return received;
  }

  private async look(
    upload: ExpectedUpload,
    bytesReceived: number,
    { raw, cleaned }: { readonly raw: string; readonly cleaned: string },
  ): Promise<Decision<ReceivedUpload, ReceiveUploadRefusal>> {
    const { id, format: claimed, bytesAnnounced } = upload;
    const whole = receiveUpload({ claimed, bytesAnnounced, bytesReceived, seen: null });
    if (!whole.ok) return whole;
    const answer = await this.cleaner.clean({ from: raw, to: cleaned, claimed });
    if (!answer.ok) return refuse([{ code: 'FILE_CANNOT_BE_CLEANED', fault: answer.fault }]);
    const decision = receiveUpload({ claimed, bytesAnnounced, bytesReceived, seen: answer.seen });
    if (!decision.ok) return decision;

    const { bytes, sha256, removed, suspicions, words } = answer;
    // The file before its row: a row without its file would be something acknowledged and lost.
    await this.folder.keep(id, cleaned);
    await this.unitOfWork.run(async (tx) => {
      const suspected = [...new Set(suspicions.map(({ kind }) => kind))];
      await this.uploads.stored(tx, id, { bytes, sha256, removed, suspected });
      await this.uploads.keepWords(tx, id, words);
    });
    await rm(raw, { force: true });
    return accept({ uploadId: id, removed, suspicions });
  }
}
