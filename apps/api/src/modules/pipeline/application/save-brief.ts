import { accept, type BriefRisks, type Decision, saveBrief, type SaveBriefRefusal } from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { sql, type Tx, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { IdeaStore } from '../../ideas/index.js';
import { BriefStore } from '../persistence/brief-store.js';

/** What is left out stays as it was saved before. */
export interface SaveBriefCommand {
  readonly ideaId: string;
  readonly forWhom?: string | null;
  readonly outcome?: string | null;
  readonly approach?: string | null;
  readonly risks?: { readonly [Question in keyof BriefRisks]?: string | null } | null;
  readonly currency?: string | null;
  readonly budget?:
    | readonly { readonly kind: string; readonly note?: string | null; readonly minorUnits: bigint }[]
    | null;
  /** The organisation the author chooses to lead. */
  readonly leadOrganisationId?: string | null;
}

/** Saves the brief of an idea, finished or not, and with it the choice of the organisation that would lead. */
@Injectable()
export class SaveBrief {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ideas: IdeaStore,
    private readonly briefs: BriefStore,
    private readonly activity: ActivityLog,
  ) {}

  execute(
    viewer: SignedInViewer,
    command: SaveBriefCommand,
  ): Promise<Decision<{ readonly ideaId: string }, SaveBriefRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const row = await this.ideas.lock(tx, command.ideaId);
      if (row === null) throw new NotFoundError('That idea');
      const acting = await asOfNow(tx, viewer);
      const before = await this.briefs.find(tx, row.id);
      const { risks } = command;
      const leadOrganisationId = command.leadOrganisationId ?? null;
      const decision = saveBrief(
        {
          forWhom: command.forWhom ?? before?.forWhom ?? null,
          outcome: command.outcome ?? before?.outcome ?? null,
          approach: command.approach ?? before?.approach ?? null,
          risks: {
            whatCouldGoWrong: risks?.whatCouldGoWrong ?? before?.whatCouldGoWrong ?? null,
            forWhom: risks?.forWhom ?? before?.riskForWhom ?? null,
            howWeWouldNotice: risks?.howWeWouldNotice ?? before?.howWeWouldNotice ?? null,
            whenWeWouldStop: risks?.whenWeWouldStop ?? before?.whenWeWouldStop ?? null,
          },
          currency: command.currency ?? before?.currency ?? 'GBP',
          budget:
            command.budget?.map((line) => ({ ...line, note: line.note ?? null })) ??
            before?.budget.map((line) => ({ ...line, minorUnits: BigInt(line.minorUnits) })) ??
            [],
          leadOrganisationId,
        },
        {
          idea: await this.ideas.factsOf(tx, row),
          personId: viewer.person.id,
          leadOrganisationId: row.leadOrganisationId,
          inLeadOrganisation: row.leadOrganisationId !== null && belongsTo(acting, row.leadOrganisationId),
          leadExists: leadOrganisationId === null || (await this.exists(tx, leadOrganisationId)),
        },
      );
      if (!decision.ok) return decision;

      const saved = decision.value;
      await this.briefs.save(tx, row.id, viewer.person.id, row.language, saved);
      if (saved.leadOrganisationId !== null && saved.leadOrganisationId !== row.leadOrganisationId) {
        await this.ideas.chooseLead(tx, row.id, saved.leadOrganisationId);
      }
      await this.activity.append(tx, {
        kind: 'brief.saved',
        subject: { type: 'Idea', id: row.id },
        ideaId: row.id,
        ...(saved.leadOrganisationId === null ? {} : { organisationId: saved.leadOrganisationId }),
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { version: (before?.version ?? 0) + 1 },
      });
      return accept({ ideaId: row.id });
    });
  }

  private async exists(tx: Tx, organisationId: string): Promise<boolean> {
    return (await tx.one(sql`select id from organisations where id = ${organisationId} for key share`)) !== undefined;
  }
}
