import { createHash, randomBytes } from 'node:crypto';

import { accept, requestUpload, type Decision, type RequestUploadRefusal, type UploadAsk } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { UploadStore } from '../persistence/upload-store.js';

/** How long the address works, and how long a file that nothing was made of is kept. */
const HOURS = 24;

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Gives somebody an address to send one file to, once. */
@Injectable()
export class RequestUpload {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly uploads: UploadStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    ask: UploadAsk,
  ): Promise<
    Decision<{ readonly uploadId: string; readonly token: string; readonly expiresAt: Date }, RequestUploadRefusal>
  > {
    return this.unitOfWork.run(async (tx) => {
      const decision = requestUpload(ask, { bytesToday: await this.uploads.bytesToday(tx, viewer.person.id) });
      if (!decision.ok) return decision;
      const at = await tx.now();
      const token = randomBytes(24).toString('base64url');
      const uploadId = newId();
      const expiresAt = new Date(at.getTime() + HOURS * 3_600_000);
      const row = { id: uploadId, tokenHash: tokenHash(token), personId: viewer.person.id, at, expiresAt };
      await this.uploads.add(tx, { ...decision.value, ...row });
      return accept({ uploadId, token, expiresAt });
    });
  }
}
