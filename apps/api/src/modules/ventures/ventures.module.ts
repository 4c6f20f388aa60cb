import { Module } from '@nestjs/common';

import { sql } from '../../platform/database/index.js';
import { Gates, IdeasModule } from '../ideas/index.js';
import { UploadsModule } from '../uploads/index.js';
import { AcceptSeatInvitation } from './application/accept-seat-invitation.js';
import { AnswerUsers } from './application/answer-users.js';
import { InviteServiceUser } from './application/invite-service-user.js';
import { LeaveSeat } from './application/leave-seat.js';
import { PlanSession } from './application/plan-session.js';
import { ReviseVenture } from './application/revise-venture.js';
import { WithdrawSeatInvitation } from './application/withdraw-seat-invitation.js';
import { AddTeamMember } from './application/add-team-member.js';
import { AdvancePhase } from './application/advance-phase.js';
import { CompleteMilestone } from './application/complete-milestone.js';
import { CorrectUpdate } from './application/correct-update.js';
import { RemoveTeamMember } from './application/remove-team-member.js';
import { ReviseMilestone } from './application/revise-milestone.js';
import { ConveneVenture } from './application/convene-venture.js';
import { FoundVenture } from './application/found-venture.js';
import { PlanMilestone } from './application/plan-milestone.js';
import { PostUpdate } from './application/post-update.js';
import { RecordDecision } from './application/record-decision.js';
import { RecordHandover } from './application/record-handover.js';
import { RecordSeatView } from './application/record-seat-view.js';
import { RecordUsersSaid } from './application/record-users-said.js';
import { ReviseAgenda } from './application/revise-agenda.js';
import { SignAgenda } from './application/sign-agenda.js';
import { StopVenture } from './application/stop-venture.js';
import { TakeSeat } from './application/take-seat.js';
import { VentureData } from './application/venture-data.js';
import { VentureWork } from './application/venture-work.js';
import { SeatInvitationResolver, SeatMutations } from './graphql/seat.mutations.js';
import { WorkspaceMutations } from './graphql/workspace.mutations.js';
import { VentureMutations } from './graphql/venture.mutations.js';
import { IdeaVentureResolver, VentureResolver, ComponentVenturesResolver } from './graphql/venture.resolver.js';
import { AgendaStore } from './persistence/agenda-store.js';
import { PlanStore } from './persistence/plan-store.js';
import { RecordStore } from './persistence/record-store.js';
import { SeatStore } from './persistence/seat-store.js';
import { VentureStore } from './persistence/venture-store.js';

const USE_CASES = [
  CorrectUpdate,
  RemoveTeamMember,
  ReviseMilestone,
  WithdrawSeatInvitation,
  ReviseVenture,
  PlanSession,
  LeaveSeat,
  InviteServiceUser,
  AnswerUsers,
  AcceptSeatInvitation,
  AddTeamMember,
  AdvancePhase,
  CompleteMilestone,
  ConveneVenture,
  PlanMilestone,
  PostUpdate,
  RecordDecision,
  RecordHandover,
  RecordSeatView,
  RecordUsersSaid,
  ReviseAgenda,
  SignAgenda,
  StopVenture,
  TakeSeat,
];

@Module({
  imports: [IdeasModule, UploadsModule],
  providers: [
    ComponentVenturesResolver,
    VentureStore,
    AgendaStore,
    PlanStore,
    RecordStore,
    SeatStore,
    VentureWork,
    FoundVenture,
    VentureData,
    ...USE_CASES,
    VentureResolver,
    IdeaVentureResolver,
    VentureMutations,
    WorkspaceMutations,
    SeatMutations,
    SeatInvitationResolver,
  ],
  exports: [...USE_CASES, VentureStore, VentureWork],
})
export class VenturesModule {
  constructor(gates: Gates) {
    // The last gate asks whether the people who used it were heard since it began, and what changed because of it.
    gates.provide(
      'usersSaid',
      (idea) =>
        sql`(select to_json(exists (select from users_said s join venture_ideas served on served.venture_id = s.venture_id join ventures v on v.id = s.venture_id
          where served.idea_id = ${idea}.id and s.changed <> '' and s.heard_on >= v.started_at::date)))`,
    );
  }
}
