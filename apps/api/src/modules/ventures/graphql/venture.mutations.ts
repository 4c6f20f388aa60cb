import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { Decision } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import { NotFoundError, RefusalObject, SignedIn, Views } from '../../../platform/graphql/index.js';
import { AddTeamMember } from '../application/add-team-member.js';
import { AdvancePhase } from '../application/advance-phase.js';
import { CompleteMilestone } from '../application/complete-milestone.js';
import { ConveneVenture } from '../application/convene-venture.js';
import { PlanMilestone } from '../application/plan-milestone.js';
import { PostUpdate } from '../application/post-update.js';
import { RecordDecision } from '../application/record-decision.js';
import { RecordHandover } from '../application/record-handover.js';
import { RecordSeatView } from '../application/record-seat-view.js';
import { ReviseAgenda } from '../application/revise-agenda.js';
import { SignAgenda } from '../application/sign-agenda.js';
import { StopVenture } from '../application/stop-venture.js';
import { TakeSeat } from '../application/take-seat.js';
import * as inputs from './venture.inputs.js';
import { VentureObject } from './venture.object.js';
import { wordVenture, type VentureReason } from './wording.js';

type Done = Decision<{ readonly ventureId: string }, VentureReason>;

/** The row behind an opaque id; what is no id of that kind does not exist. */
function row(kind: string, id: string, what: string): string {
  const found = rowId(kind, id);
  if (found === undefined) throw new NotFoundError(what);
  return found;
}

const ventureOf = (input: { readonly ventureId: string }): string => row('venture', input.ventureId, 'The project');

@Resolver(() => VentureObject)
export class VentureMutations {
  constructor(
    private readonly views: Views,
    private readonly conveneUseCase: ConveneVenture,
    private readonly takeSeatUseCase: TakeSeat,
    private readonly recordSeatViewUseCase: RecordSeatView,
    private readonly advancePhaseUseCase: AdvancePhase,
    private readonly stopUseCase: StopVenture,
    private readonly signUseCase: SignAgenda,
    private readonly reviseUseCase: ReviseAgenda,
    private readonly addTeamMemberUseCase: AddTeamMember,
    private readonly planUseCase: PlanMilestone,
    private readonly completeUseCase: CompleteMilestone,
    private readonly postUseCase: PostUpdate,
    private readonly recordDecisionUseCase: RecordDecision,
    private readonly recordHandoverUseCase: RecordHandover,
  ) {}

  @Mutation(() => inputs.ConveneVentureResult, { description: 'Convenes a venture before there is money.' })
  conveneVenture(
    @Args('input') input: inputs.ConveneVentureInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.conveneUseCase.execute(viewer, {
      ...input,
      organisationId: row('organisation', input.organisationId, 'The organisation'),
      ideaIds: input.ideaIds.map((id) => row('idea', id, 'An idea')),
      safeguardingLeadId:
        input.safeguardingLeadId == null ? null : row('person', input.safeguardingLeadId, 'The safeguarding lead'),
    });
    return this.answer(info, viewer, 'ConveneVenturePayload', doing);
  }

  @Mutation(() => inputs.TakeSeatResult, { description: 'Takes a seat at the table of a venture.' })
  takeSeat(
    @Args('input') input: inputs.TakeSeatInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.takeSeatUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'TakeSeatPayload', doing);
  }

  @Mutation(() => inputs.RecordSeatViewResult, { description: 'Says what the viewer’s seat thinks of the next phase.' })
  recordSeatView(
    @Args('input') input: inputs.RecordSeatViewInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.recordSeatViewUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'RecordSeatViewPayload', doing);
  }

  @Mutation(() => inputs.AdvancePhaseResult, { description: 'Goes on to the next phase, after the seats were asked.' })
  advancePhase(
    @Args('input') input: inputs.AdvancePhaseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.advancePhaseUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'AdvancePhasePayload', doing);
  }

  @Mutation(() => inputs.StopVentureResult, { description: 'Stops a venture early, with what was learned.' })
  stopVenture(
    @Args('input') input: inputs.StopVentureInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.stopUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'StopVenturePayload', doing);
  }

  @Mutation(() => inputs.SignAgendaResult, {
    description: 'Signs the version of the agenda that was read, for a member organisation.',
  })
  signAgenda(
    @Args('input') input: inputs.SignAgendaInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.signUseCase.execute(viewer, {
      ...input,
      ventureId: ventureOf(input),
      organisationId: row('organisation', input.organisationId, 'The organisation'),
    });
    return this.answer(info, viewer, 'SignAgendaPayload', doing);
  }

  @Mutation(() => inputs.ReviseAgendaResult, {
    description: 'Writes a new version of the agenda. Signatures stay with the version they were given to.',
  })
  reviseAgenda(
    @Args('input') input: inputs.ReviseAgendaInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.reviseUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'ReviseAgendaPayload', doing);
  }

  @Mutation(() => inputs.AddTeamMemberResult, { description: 'Adds somebody to the coordinating team.' })
  addTeamMember(
    @Args('input') input: inputs.AddTeamMemberInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.addTeamMemberUseCase.execute(viewer, {
      ...input,
      ventureId: ventureOf(input),
      personId: row('person', input.personId, 'The person'),
    });
    return this.answer(info, viewer, 'AddTeamMemberPayload', doing);
  }

  @Mutation(() => inputs.PlanMilestoneResult, { description: 'Plans a step.' })
  planMilestone(
    @Args('input') input: inputs.PlanMilestoneInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.planUseCase.execute(viewer, {
      ...input,
      ventureId: ventureOf(input),
      ownerId: row('person', input.ownerId, 'The owner'),
      dependsOn: (input.dependsOn ?? []).map((id) => row('milestone', id, 'A milestone')),
    });
    return this.answer(info, viewer, 'PlanMilestonePayload', doing);
  }

  @Mutation(() => inputs.CompleteMilestoneResult, { description: 'Marks a step as done, with evidence.' })
  completeMilestone(
    @Args('input') input: inputs.CompleteMilestoneInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.completeUseCase.execute(viewer, {
      ...input,
      milestoneId: row('milestone', input.milestoneId, 'The milestone'),
    });
    return this.answer(info, viewer, 'CompleteMilestonePayload', doing);
  }

  @Mutation(() => inputs.PostUpdateResult, { description: 'Publishes news of a venture, or keeps it as a draft.' })
  postUpdate(
    @Args('input') input: inputs.PostUpdateInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.postUseCase.execute(viewer, {
      ...input,
      ventureId: ventureOf(input),
      updateId: input.updateId == null ? null : row('update', input.updateId, 'The update'),
    });
    return this.answer(info, viewer, 'PostUpdatePayload', doing);
  }

  @Mutation(() => inputs.RecordDecisionResult, { description: 'Enters a decision into the log.' })
  recordDecision(
    @Args('input') input: inputs.RecordDecisionInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.recordDecisionUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'RecordDecisionPayload', doing);
  }

  @Mutation(() => inputs.RecordHandoverResult, { description: 'Records who owns and runs it from now on.' })
  recordHandover(
    @Args('input') input: inputs.RecordHandoverInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.recordHandoverUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'RecordHandoverPayload', doing);
  }

  private async answer(info: GraphQLResolveInfo, viewer: SignedInViewer, payload: string, doing: Promise<Done>) {
    const decision = await doing;
    if (!decision.ok) return RefusalObject.from(decision, wordVenture);
    const { ventureId } = decision.value;
    return this.views.payload(info, viewer, payload, 'venture', ventureId);
  }
}
