import { createHash, randomBytes } from 'node:crypto';

import { canonicalIdea, type IdeaContent, type PersonalDataDecision, SALT_BYTES } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { sql, type Tx } from '../../../platform/database/index.js';

export interface NewRevision {
  readonly ideaId: string;
  readonly number: number;
  readonly authorId: string;
  readonly content: IdeaContent;
  readonly material: boolean;
  readonly personalData: readonly PersonalDataDecision[];
  readonly at: Date;
}

/** Every wording an idea had, each with a salted fingerprint. */
@Injectable()
export class RevisionStore {
  /** Keeps a revision and answers its fingerprint, in hexadecimal. */
  async add(tx: Tx, revision: NewRevision): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const fingerprint = createHash('sha256')
      .update(salt)
      .update(canonicalIdea(revision.ideaId, revision.number, revision.content))
      .digest();
    await tx.query(sql`
      insert into idea_revisions (idea_id, number, author_id, content, salt, fingerprint, material, personal_data, created_at)
      values (${revision.ideaId}, ${revision.number}, ${revision.authorId}, ${JSON.stringify(revision.content)}::jsonb, ${salt},
              ${fingerprint}, ${revision.material}, ${JSON.stringify(revision.personalData)}::jsonb, ${revision.at})`);
    return fingerprint.toString('hex');
  }
}
