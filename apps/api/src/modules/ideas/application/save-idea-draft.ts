import { accept, type Decision, refuse } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { DraftStore } from '../persistence/draft-store.js';

/** Half-written texts one person may keep. Beyond it something is saving in a circle. */
export const MOST_DRAFTS = 20;
/** In UTF-16 units, all answers together: a little over what may be logged, so that a too long text can be shortened. */
const MOST_DRAFT_LENGTH = 60_000;

export interface SaveIdeaDraftCommand {
  /** Made by the client, so that what was begun before signing in keeps its identity. */
  readonly draftId: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export type SaveIdeaDraftReason =
  | { readonly code: 'TOO_MANY_DRAFTS'; readonly most: number }
  | { readonly code: 'DRAFT_TOO_LONG' }
  | { readonly code: 'NOT_YOUR_DRAFT' };

/** Keeps what a person has typed so far, as typed: nothing is checked until it is logged. */
@Injectable()
export class SaveIdeaDraft {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftStore,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: SaveIdeaDraftCommand,
  ): Promise<Decision<{ readonly draftId: string }, SaveIdeaDraftReason>> {
    return this.unitOfWork.run(async (tx) => {
      const personId = viewer.person.id;
      // PostgreSQL's JSON holds neither NUL nor half an emoji; dropping them loses nothing a person typed.
      const content: unknown = JSON.parse(JSON.stringify(command.content), (_, value: unknown) =>
        typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '') : value,
      );
      if (JSON.stringify(content).length > MOST_DRAFT_LENGTH) return refuse([{ code: 'DRAFT_TOO_LONG' as const }]);
      if ((await this.drafts.countOthers(tx, personId, command.draftId)) >= MOST_DRAFTS) {
        return refuse([{ code: 'TOO_MANY_DRAFTS' as const, most: MOST_DRAFTS }]);
      }
      const saved = await this.drafts.save(tx, { id: command.draftId, personId, content: content as object });
      return saved ? accept({ draftId: command.draftId }) : refuse([{ code: 'NOT_YOUR_DRAFT' as const }]);
    });
  }
}
