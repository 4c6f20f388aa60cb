import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Decision } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import { type SignedInViewer, SignInSettings, type Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NotFoundError,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { AcceptSeatInvitation } from '../application/accept-seat-invitation.js';
import { AnswerUsers } from '../application/answer-users.js';
import { InviteServiceUser, seatInvitationHash } from '../application/invite-service-user.js';
import { LeaveSeat } from '../application/leave-seat.js';
import { PlanSession } from '../application/plan-session.js';
import { ReviseVenture } from '../application/revise-venture.js';
import { seatInvitationView } from '../application/venture-view.js';
import { WithdrawSeatInvitation } from '../application/withdraw-seat-invitation.js';
import * as inputs from './seat.inputs.js';
import { VentureObject } from './venture.object.js';
import { type VentureReason, wordVenture } from './wording.js';

function row(kind: string, id: string, what: string): string {
  const found = rowId(kind, id);
  if (found === undefined) throw new NotFoundError(what);
  return found;
}

const ventureOf = (input: { readonly ventureId: string }): string => row('venture', input.ventureId, 'The project');

@Resolver(() => VentureObject)
export class SeatMutations {
  constructor(
    private readonly views: Views,
    private readonly settings: SignInSettings,
    private readonly inviteUseCase: InviteServiceUser,
    private readonly withdrawUseCase: WithdrawSeatInvitation,
    private readonly acceptUseCase: AcceptSeatInvitation,
    private readonly leaveUseCase: LeaveSeat,
    private readonly planSessionUseCase: PlanSession,
    private readonly answerUsersUseCase: AnswerUsers,
    private readonly reviseUseCase: ReviseVenture,
  ) {}

  @Mutation(() => inputs.InviteServiceUserResult, {
    description: 'Makes a link that invites people whom a venture is for to its table.',
  })
  async inviteServiceUser(
    @Args('input') input: inputs.InviteServiceUserInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.inviteUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    if (!decision.ok) return RefusalObject.from(decision, wordVenture);
    const link = `${this.settings.baseUrl}/seats/${decision.value.token}`;
    return {
      ...(await this.views.payload(info, viewer, 'InviteServiceUserPayload', 'venture', decision.value.ventureId)),
      link,
    };
  }

  @Mutation(() => inputs.WithdrawSeatInvitationResult, {
    description: 'Ends an invitation. Seats that were taken stay.',
  })
  withdrawSeatInvitation(
    @Args('input') input: inputs.WithdrawSeatInvitationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.withdrawUseCase.execute(viewer, row('seatinvitation', input.invitationId, 'The invitation'));
    return this.answer(info, viewer, 'WithdrawSeatInvitationPayload', doing);
  }

  @Mutation(() => inputs.AcceptSeatInvitationResult, { description: 'Takes the seat that an invitation offers.' })
  acceptSeatInvitation(
    @Args('input') input: inputs.AcceptSeatInvitationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answer(info, viewer, 'AcceptSeatInvitationPayload', this.acceptUseCase.execute(viewer, input));
  }

  @Mutation(() => inputs.LeaveSeatResult, { description: 'Gives a seat back, at any time and without a reason.' })
  leaveSeat(
    @Args('input') input: inputs.LeaveSeatInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.answer(info, viewer, 'LeaveSeatPayload', this.leaveUseCase.execute(viewer, ventureOf(input)));
  }

  @Mutation(() => inputs.PlanSessionResult, {
    description: 'Announces when the people it is for are asked what, and tells those at the table.',
  })
  planSession(
    @Args('input') input: inputs.PlanSessionInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.planSessionUseCase.execute(viewer, { ...input, ventureId: ventureOf(input) });
    return this.answer(info, viewer, 'PlanSessionPayload', doing);
  }

  @Mutation(() => inputs.AnswerUsersResult, {
    description: 'Says what changed because of what users said, and tells those at the table themselves.',
  })
  answerUsers(
    @Args('input') input: inputs.AnswerUsersInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const usersSaidId = row('userssaid', input.usersSaidId, 'What users said');
    const doing = this.answerUsersUseCase.execute(viewer, { usersSaidId, changed: input.changed });
    return this.answer(info, viewer, 'AnswerUsersPayload', doing);
  }

  @Mutation(() => inputs.ReviseVentureResult, {
    description: 'Says what a venture is about, and who answers for the safety of people at risk in it.',
  })
  reviseVenture(
    @Args('input') input: inputs.ReviseVentureInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const doing = this.reviseUseCase.execute(viewer, {
      ...input,
      ventureId: ventureOf(input),
      safeguardingLeadId:
        input.safeguardingLeadId == null ? null : row('person', input.safeguardingLeadId, 'The safeguarding lead'),
    });
    return this.answer(info, viewer, 'ReviseVenturePayload', doing);
  }

  private async answer(
    info: GraphQLResolveInfo,
    viewer: SignedInViewer,
    payload: string,
    doing: Promise<Decision<{ readonly ventureId: string }, VentureReason>>,
  ) {
    const decision = await doing;
    if (!decision.ok) return RefusalObject.from(decision, wordVenture);
    return this.views.payload(info, viewer, payload, 'venture', decision.value.ventureId);
  }
}

@Resolver(() => VentureObject)
export class SeatInvitationResolver {
  constructor(private readonly views: Views) {}

  @Query(() => inputs.SeatInvitationObject, {
    nullable: true,
    description: 'What an invitation to a table says, for whoever has its link. Null once it was withdrawn.',
  })
  seatInvitation(
    @Args('token', { description: 'The last part of the link.' }) token: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const hash = seatInvitationHash(token);
    return this.views.one(
      info,
      viewer,
      seatInvitationView,
      (row) => sql`seat_invitations ${row} where ${row}.token_hash = ${hash} and ${row}.withdrawn_at is null`,
    );
  }

  @ResolveField(() => [inputs.SeatInvitationObject], {
    description:
      'Invitations to its table that were not withdrawn, newest first. The coordinating team sees them; nobody else.',
  })
  seatInvitations(@Parent() venture: Viewed) {
    return venture['seatInvitations'];
  }
}
