import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  accept,
  type Decision,
  isAuthor,
  refuse,
  type SaveBriefRefusal,
  STAGES_WITH_OPEN_BRIEF,
} from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  PageArguments,
  PermissionObject,
  RefusalObject,
  requirement,
  SignedIn,
  storedUnder,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import {
  type GateEvidence,
  gateOf,
  IdeaConnection,
  ideaIdOf,
  IdeaObject,
  IdeaViewerCanObject,
  permitted,
  type Standing,
} from '../../ideas/index.js';
import { hearingView, pipelineView } from '../application/pipeline-view.js';
import { RecordHearing } from '../application/record-hearing.js';
import { SaveBrief } from '../application/save-brief.js';
import {
  BriefObject,
  GateObject,
  HearingObject,
  PipelineObject,
  PipelineStageObject,
  RecordHearingInput,
  RecordHearingResult,
  SaveBriefInput,
  SaveBriefResult,
} from './pipeline.object.js';
import { wordGateRequirement, wordRecordHearing, wordSaveBrief } from './wording.js';

/** An organisation that does not exist; the rule says so beside everything else. */
const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000';

@Resolver(() => IdeaObject)
export class IdeaPipelineResolver {
  constructor(
    private readonly views: Views,
    private readonly saveBriefUseCase: SaveBrief,
    private readonly recordHearingUseCase: RecordHearing,
    nodes: NodeKinds,
  ) {
    nodes.register('hearing', {
      view: hearingView,
      from: (hearing, id) => sql`hearings ${hearing} where ${hearing}.id = ${id}`,
    });
  }

  @ResolveField(() => GateObject, {
    nullable: true,
    description: 'What the next station asks for; null at the end and aside.',
  })
  gate(@Parent() idea: Viewed) {
    const gate = gateOf(idea['gate'] as GateEvidence);
    if (gate === null) return null;
    return {
      toReach: gate.toReach,
      requirements: gate.requirements.map((one) => requirement(one.code, wordGateRequirement(one))),
    };
  }

  @ResolveField(() => BriefObject, {
    nullable: true,
    description: 'What would be built and for whom; null until somebody began it.',
  })
  brief(@Parent() idea: Viewed) {
    return idea['brief'];
  }

  @ResolveField(() => [HearingObject], { description: 'Sessions with people who live with the need, newest first.' })
  hearings(@Parent() idea: Viewed) {
    return idea['hearings'];
  }

  @Query(() => PipelineObject, { description: 'The six stations and what stands at each.' })
  pipeline(@CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.views.one(info, viewer, pipelineView, (pipeline) => sql`(select 1) ${pipeline}`);
  }

  @Mutation(() => SaveBriefResult, {
    description: 'Saves what would be built and for whom, finished or not, and who would lead.',
  })
  async saveBrief(
    @Args('input') input: SaveBriefInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { leadOrganisationId } = input;
    const decision = await this.saveBriefUseCase.execute(viewer, {
      ...input,
      ideaId: ideaIdOf(input.ideaId),
      leadOrganisationId: leadOrganisationId ? (rowId('organisation', leadOrganisationId) ?? NO_ORGANISATION) : null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordSaveBrief);
    return this.views.payload(info, viewer, 'SaveBriefPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => RecordHearingResult, { description: 'Puts a session with people who live with the need on record.' })
  async recordHearing(
    @Args('input') input: RecordHearingInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.recordHearingUseCase.execute(viewer, { ...input, ideaId: ideaIdOf(input.ideaId) });
    if (!decision.ok) return RefusalObject.from(decision, wordRecordHearing);
    return this.views.payload(info, viewer, 'RecordHearingPayload', 'idea', decision.value.ideaId);
  }
}

@Resolver(() => PipelineStageObject)
export class PipelineStageResolver {
  @ResolveField(() => IdeaConnection, { description: 'The ideas that stand there, trending first.' })
  ideas(@Parent() stage: Viewed, @Args() page: PageArguments) {
    return stage[storedUnder('ideas', { ...page })];
  }
}

interface StandingShaper extends Standing {
  readonly leadOrganisationId: string | null;
  readonly inLeadOrganisation: boolean;
}

@Resolver(() => IdeaViewerCanObject)
export class PipelineViewerCanResolver {
  @ResolveField(() => PermissionObject, { description: 'Write the brief.' })
  saveBrief(@Parent() can: Viewed) {
    const facts = can['saveBrief'] as StandingShaper;
    return permitted(
      facts,
      (personId) => mayShape(facts, isAuthor(facts, personId) || facts.inLeadOrganisation),
      wordSaveBrief,
    );
  }

  @ResolveField(() => PermissionObject, { description: 'Choose the organisation that leads.' })
  chooseLeadOrganisation(@Parent() can: Viewed) {
    const facts = can['chooseLeadOrganisation'] as StandingShaper;
    return permitted(
      facts,
      (personId) => mayShape(facts, facts.authorId === personId, 'LEAD_IS_CHOSEN_BY_THE_AUTHOR'),
      wordSaveBrief,
    );
  }

  @ResolveField(() => PermissionObject, { description: 'Put a session with people who live with the need on record.' })
  recordHearing(@Parent() can: Viewed) {
    const facts = can['recordHearing'] as StandingShaper;
    return permitted(
      facts,
      (personId) =>
        isAuthor(facts, personId) || facts.inLeadOrganisation
          ? accept(true)
          : refuse([{ code: 'NOT_AN_AUTHOR' as const }]),
      wordRecordHearing,
    );
  }
}

function mayShape(
  facts: StandingShaper,
  allowed: boolean,
  otherwise: 'NOT_AN_AUTHOR' | 'LEAD_IS_CHOSEN_BY_THE_AUTHOR' = 'NOT_AN_AUTHOR',
): Decision<true, SaveBriefRefusal> {
  const reasons: SaveBriefRefusal[] = [];
  if (!allowed)
    reasons.push(
      otherwise === 'NOT_AN_AUTHOR' ? { code: otherwise } : { code: otherwise, path: ['input', 'leadOrganisationId'] },
    );
  if (!STAGES_WITH_OPEN_BRIEF.includes(facts.stage)) reasons.push({ code: 'BRIEF_CLOSED', stage: facts.stage });
  return reasons.length > 0 ? refuse(reasons) : accept(true);
}
