import type { IdeaStage } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { belongsTo, type Viewer } from '../../../platform/auth/index.js';
import { sql, type Tx } from '../../../platform/database/index.js';

/** What agreements ask about an idea, read under its lock. */
export interface IdeaForAgreement {
  readonly id: string;
  readonly stage: IdeaStage;
  readonly leadOrganisationId: string | null;
  readonly roundIsOpen: boolean;
  readonly authorIds: readonly string[];
}

@Injectable()
export class AgreementFacts {
  /** The idea, locked until the transaction ends: gates, rounds and agreements of one idea follow one another. */
  async lockIdea(tx: Tx, ideaId: string): Promise<IdeaForAgreement | undefined> {
    await tx.query(sql`select from ideas where id = ${ideaId} for no key update`);
    return tx.one<IdeaForAgreement>(sql`
      select i.id, i.stage, i.lead_organisation_id as "leadOrganisationId",
        exists (select from funding_rounds r where r.idea_id = i.id and r.status in ('OPEN', 'CLOSING')) as "roundIsOpen",
        array[i.author_id] || array(select c.person_id from idea_co_authors c where c.idea_id = i.id) as "authorIds"
      from ideas i where i.id = ${ideaId}`);
  }
}

/** The author, co-authors and people of the lead organisation write the draft. */
export function mayDraft(viewer: Viewer, idea: Pick<IdeaForAgreement, 'authorIds' | 'leadOrganisationId'>): boolean {
  if (viewer.person === null) return false;
  if (idea.authorIds.includes(viewer.person.id)) return true;
  return idea.leadOrganisationId !== null && belongsTo(viewer, idea.leadOrganisationId);
}
