import { accept, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';

/** Ends one of the viewer's own tokens. Ending it a second time is the same. */
@Injectable()
export class RevokeApiToken {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: SignedInViewer, tokenId: string | undefined): Promise<Decision<{ readonly tokenId: string }, never>> {
    return this.unitOfWork.run(async (tx) => {
      const token = await tx.one<{ id: string }>(sql`
        update api_tokens set revoked_at = coalesce(revoked_at, app_now())
        where id = ${tokenId ?? null} and person_id = ${viewer.person.id} returning id`);
      if (token === undefined) throw new NotFoundError('This token');
      return accept({ tokenId: token.id });
    });
  }
}
