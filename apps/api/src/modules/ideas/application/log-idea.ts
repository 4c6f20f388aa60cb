import { accept, type Decision } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import type { SignedInViewer } from '../../../platform/auth/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { IdeaStore } from '../persistence/idea-store.js';

export interface LogIdeaCommand {
  readonly title: string;
  readonly need: string;
  readonly outcome: string;
  readonly peopleServed: string;
  readonly themes: readonly string[];
  readonly places: readonly string[];
  readonly language: string;
}

export interface LogIdeaReason {
  readonly code: 'TITLE_IS_EMPTY';
}

@Injectable()
export class LogIdea {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: LogIdeaCommand,
  ): Promise<Decision<{ readonly ideaId: string }, LogIdeaReason>> {
    return this.unitOfWork.run(async (tx) => {
      if (command.title.trim() === '') return { ok: false, reasons: [{ code: 'TITLE_IS_EMPTY' }] } as const;
      const now = await tx.now();
      const id = newId();
      await this.ideas.add(tx, {
        id,
        slug: `${command.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${id.slice(-6)}`,
        title: command.title,
        need: command.need,
        outcome: command.outcome,
        peopleServed: command.peopleServed,
        themes: [...command.themes],
        places: [...command.places],
        language: command.language,
        stage: 'LOGGED',
        authorId: viewer.person.id,
        organisationId: null,
        leadOrganisationId: null,
        mergedIntoId: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      });
      await this.activity.append(tx, {
        kind: 'idea.logged',
        subject: { type: 'Idea', id },
        ideaId: id,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
      });
      return accept({ ideaId: id });
    });
  }
}
