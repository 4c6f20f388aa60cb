import {
  accept,
  conveneVenture,
  slugFor,
  type ConveneRefusalReason,
  type Decision,
  type IdeaToServe,
} from '@openimpact/domain';
import { Injectable } from '@nestjs/common';

import { ActivityLog } from '../../../platform/activity/index.js';
import { asOfNow, belongsTo, type SignedInViewer } from '../../../platform/auth/index.js';
import { constraintName, newId, sql, UnitOfWork } from '../../../platform/database/index.js';
import { NotFoundError } from '../../../platform/graphql/index.js';
import { VentureStore } from '../persistence/venture-store.js';
import { SPEAKING_ROLES } from './policy.js';

export interface ConveneVentureCommand {
  readonly title: string;
  readonly summary?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly organisationId: string;
  readonly ideaIds: readonly string[];
  readonly involvesPeopleAtRisk?: boolean | null | undefined;
  readonly safeguardingLeadId?: string | null | undefined;
}

/** Convenes a venture before there is money. */
@Injectable()
export class ConveneVenture {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ventures: VentureStore,
    private readonly activity: ActivityLog,
  ) {}

  async execute(
    viewer: SignedInViewer,
    command: ConveneVentureCommand,
  ): Promise<Decision<{ readonly ventureId: string }, ConveneRefusalReason>> {
    try {
      return await this.convene(viewer, command);
    } catch (error) {
      // Somebody else was first in the moment between the look and the insert; now the look says so.
      if (constraintName(error) !== 'venture_ideas_one_venture_per_idea_key') throw error;
      return this.convene(viewer, command);
    }
  }

  private convene(
    viewer: SignedInViewer,
    command: ConveneVentureCommand,
  ): Promise<Decision<{ readonly ventureId: string }, ConveneRefusalReason>> {
    return this.unitOfWork.run(async (tx) => {
      const ideaIds = [...new Set(command.ideaIds)];
      const ideas = await tx.query<Omit<IdeaToServe, 'ventureId'>>(sql`
        select id, title, stage from ideas where id = any(${ideaIds}::uuid[]) order by id for no key update`);
      if (ideas.length < ideaIds.length) throw new NotFoundError('An idea');
      const safeguardingLeadId = command.safeguardingLeadId ?? null;
      if (safeguardingLeadId !== null && !(await this.ventures.personExists(tx, safeguardingLeadId)))
        throw new NotFoundError('The safeguarding lead');

      const served: IdeaToServe[] = [];
      for (const idea of ideas) served.push({ ...idea, ventureId: await this.ventures.idOfIdea(tx, idea.id) });
      const decision = conveneVenture({
        title: command.title,
        summary: command.summary ?? '',
        leadOrganisationId: command.organisationId,
        actsForLead: belongsTo(await asOfNow(tx, viewer), command.organisationId, ...SPEAKING_ROLES),
        ideas: served,
        involvesPeopleAtRisk: command.involvesPeopleAtRisk ?? false,
        safeguardingLeadId,
      });
      if (!decision.ok) return decision;

      const at = await tx.now();
      const id = newId();
      const { title, summary, status, phase, members } = decision.value;
      await this.ventures.add(tx, {
        id,
        slug: `${slugFor(title)}-${id.slice(-6)}`,
        title,
        summary,
        language: command.language ?? 'en',
        status,
        phase,
        involvesPeopleAtRisk: command.involvesPeopleAtRisk ?? false,
        safeguardingLeadId,
        convenedById: viewer.person.id,
        at,
      });
      for (const ideaId of decision.value.ideaIds) await this.ventures.serve(tx, id, ideaId, at);
      for (const member of members) await this.ventures.addMember(tx, id, member.organisationId, member.role, at);
      await this.ventures.addTeamMember(tx, id, { personId: viewer.person.id, role: 'LEAD' }, at);
      await this.activity.append(tx, {
        kind: 'venture.convened',
        subject: { type: 'Venture', id },
        ventureId: id,
        ideaId: decision.value.ideaIds[0],
        organisationId: command.organisationId,
        actorId: viewer.person.id,
        visibility: 'PUBLIC',
        content: { ideas: decision.value.ideaIds.map((ideaId) => `idea_${ideaId}`) },
      });
      return accept({ ventureId: id });
    });
  }
}
