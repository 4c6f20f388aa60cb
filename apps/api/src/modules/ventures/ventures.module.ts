import { Module } from '@nestjs/common';

import { sql } from '../../platform/database/index.js';
import { Gates, IdeasModule } from '../ideas/index.js';
import { AddTeamMember } from './application/add-team-member.js';
import { AdvancePhase } from './application/advance-phase.js';
import { CompleteMilestone } from './application/complete-milestone.js';
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
import { VentureMutations } from './graphql/venture.mutations.js';
import { IdeaVentureResolver, VentureResolver } from './graphql/venture.resolver.js';
import { AgendaStore } from './persistence/agenda-store.js';
import { PlanStore } from './persistence/plan-store.js';
import { RecordStore } from './persistence/record-store.js';
import { VentureStore } from './persistence/venture-store.js';

const USE_CASES = [
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
  imports: [IdeasModule],
  providers: [
    VentureStore,
    AgendaStore,
    PlanStore,
    RecordStore,
    VentureWork,
    FoundVenture,
    VentureData,
    ...USE_CASES,
    VentureResolver,
    IdeaVentureResolver,
    VentureMutations,
  ],
  exports: [...USE_CASES, VentureStore, VentureWork],
})
export class VenturesModule {
  constructor(gates: Gates) {
    // The last gate asks whether the people who used it were heard.
    gates.provide(
      'usersSaid',
      (idea) =>
        sql`(select to_json(exists (select from users_said s join venture_ideas served on served.venture_id = s.venture_id where served.idea_id = ${idea}.id)))`,
    );
  }
}
