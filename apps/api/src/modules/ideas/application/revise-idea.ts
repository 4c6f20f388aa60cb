import { accept, type Decision, type IdeaAsk, reviseIdea, type ReviseIdeaRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { isHidden } from '../persistence/hidden.js';
import { IdeaStore } from '../persistence/idea-store.js';
import { RevisionStore } from '../persistence/revision-store.js';

export interface ReviseIdeaCommand extends IdeaAsk {
  readonly ideaId: string;
  /** The version the writer had before them. */
  readonly readVersion?: number | null;
}

/** Revises the text of an idea. What is left out of the command stays as it is. */
@Injectable()
export class ReviseIdea {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly revisions: RevisionStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: ReviseIdeaCommand,
  ): Promise<Decision<{ readonly ideaId: string }, ReviseIdeaRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const before = {
        title: row.title,
        need: row.need,
        peopleServed: row.peopleServed,
        outcome: row.outcome,
        easyRead: row.easyRead,
        whatExists: row.whatExists,
        themes: row.themes,
        places: row.places,
        evidence: row.evidence,
        language: row.language,
      };
      const given = Object.fromEntries(
        Object.entries(command).filter(([, answer]) => answer !== undefined && answer !== null),
      );
      const decision = reviseIdea(
        { ...before, ...given },
        {
          idea: await this.ideas.factsOf(tx, row),
          personId: viewer.person.id,
          before,
          hidden: await isHidden(tx, row.id),
          newestRevision: row.version,
          readRevision: command.readVersion ?? null,
        },
      );
      if (!decision.ok) return decision;

      const { content, decisions, material, changed } = decision.value;
      const at = await tx.now();
      const number = row.version + 1;
      await this.ideas.revise(tx, row.id, content, number, at);
      const authorId = viewer.person.id;
      const fingerprint = await this.revisions.add(tx, {
        ideaId: row.id,
        number,
        authorId,
        content,
        material,
        personalData: decisions,
        at,
      });
      await this.activity.append(tx, {
        kind: 'idea.revised',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        actorId: authorId,
        visibility: 'PUBLIC',
        content: { version: number, changed: [...changed], material, fingerprint },
      });
      return accept({ ideaId: row.id });
    });
  }
}
