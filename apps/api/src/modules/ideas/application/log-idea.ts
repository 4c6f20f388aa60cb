import { accept, type Decision, type IdeaAsk, logIdea, type LogIdeaRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { organisationIdsOf, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, sql, UnitOfWork } from '../../../platform/database/index.js';
import { DraftStore } from '../persistence/draft-store.js';
import { IdeaStore } from '../persistence/idea-store.js';
import { RevisionStore } from '../persistence/revision-store.js';

export interface LogIdeaCommand extends IdeaAsk {
  /** The organisation the author speaks for. */
  readonly organisationId?: string | null;
  /** The draft it was written as; it goes when the idea is logged. */
  readonly draftId?: string | null;
  /** `IMPORT` for ideas from a file, which say so for ever. */
  readonly source?: 'PERSON' | 'IMPORT';
}

const ATTEMPTS_AT_AN_ADDRESS = 5;

/** Logs an idea as the viewer, in its first revision. */
@Injectable()
export class LogIdea {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly revisions: RevisionStore,
    private readonly drafts: DraftStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: LogIdeaCommand,
  ): Promise<Decision<{ readonly ideaId: string; readonly slug: string }, LogIdeaRefusal>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(viewer, command);
      } catch (error) {
        if (constraintName(error) !== 'ideas_slug_key' || attempt === ATTEMPTS_AT_AN_ADDRESS) throw error;
      }
    }
  }

  private attempt(
    viewer: SignedInViewer,
    command: LogIdeaCommand,
  ): Promise<Decision<{ readonly ideaId: string; readonly slug: string }, LogIdeaRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const authorId = viewer.person.id;
      const organisationId = command.organisationId ?? null;
      const decision = logIdea(command, { organisationId, organisationsHeld: organisationIdsOf(viewer) });
      if (!decision.ok) return decision;

      const { content, decisions } = decision.value;
      const id = newId();
      const at = await tx.now();
      const slug = await this.ideas.freeSlug(tx, decision.value.slug);
      const policy = await tx.one<{ version: number }>(sql`
        select version from gate_policies where in_force_from <= app_now() order by version desc limit 1`);
      await this.ideas.add(tx, {
        id,
        slug,
        title: content.title,
        need: content.need,
        outcome: content.outcome,
        easyRead: content.easyRead,
        peopleServed: content.peopleServed,
        whatExists: content.whatExists,
        themes: [...content.themes],
        places: [...content.places],
        evidence: [...content.evidence],
        language: content.language,
        stage: 'LOGGED',
        gatePolicy: policy?.version ?? 1,
        authorId,
        organisationId,
        leadOrganisationId: null,
        mergedIntoId: null,
        version: 1,
        source: command.source ?? 'PERSON',
        createdAt: at,
        updatedAt: at,
      });
      const fingerprint = await this.revisions.add(tx, {
        ideaId: id,
        number: 1,
        authorId,
        content,
        material: true,
        personalData: decisions,
        at,
      });
      if (command.draftId) await this.drafts.discard(tx, command.draftId, authorId);
      await this.activity.append(tx, {
        kind: 'idea.logged',
        subject: { type: 'Idea', id },
        ideaId: id,
        ...(organisationId === null ? {} : { organisationId }),
        actorId: authorId,
        visibility: 'PUBLIC',
        content: { slug, fingerprint },
      });
      return accept({ ideaId: id, slug });
    });
  }
}
