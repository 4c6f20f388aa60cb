import { Module } from '@nestjs/common';

import { IdeasModule } from '../ideas/index.js';
import { AnswerHarm } from './application/answer-harm.js';
import { AskVotersAgain } from './application/ask-voters-again.js';
import { CarryVotes } from './application/carry-votes.js';
import { CastVote } from './application/cast-vote.js';
import { ConfirmVote } from './application/confirm-vote.js';
import { DeclareAdoptionInterest } from './application/declare-adoption-interest.js';
import { ExportVotes } from './application/export-votes.js';
import { GroupSessions } from './application/group-sessions.js';
import { KeptBallots } from './application/kept-ballots.js';
import { ObjectToMerge } from './application/object-to-merge.js';
import { PublishSupport } from './application/publish-support.js';
import { RecordedVotes } from './application/recorded-votes.js';
import { SupportCounters } from './application/support-counters.js';
import { SupportFacts } from './application/support-facts.js';
import { WithdrawAdoptionInterest } from './application/withdraw-adoption-interest.js';
import { WithdrawVote } from './application/withdraw-vote.js';
import { VotesController } from './exports/votes.controller.js';
import { SupportViewerCanResolver } from './graphql/support-viewer-can.resolver.js';
import { IdeaSupportResolver, SupportResolver } from './graphql/support.resolver.js';
import { WithoutAccountResolver } from './graphql/without-account.resolver.js';
import { AdoptionStore } from './persistence/adoption-store.js';
import { PublicationStore } from './persistence/publication-store.js';
import { VoteStore } from './persistence/vote-store.js';

@Module({
  imports: [IdeasModule],
  controllers: [VotesController],
  providers: [
    VoteStore,
    PublicationStore,
    AdoptionStore,
    PublishSupport,
    ExportVotes,
    SupportCounters,
    CarryVotes,
    AskVotersAgain,
    KeptBallots,
    GroupSessions,
    RecordedVotes,
    WithoutAccountResolver,
    ObjectToMerge,
    SupportFacts,
    CastVote,
    ConfirmVote,
    WithdrawVote,
    AnswerHarm,
    DeclareAdoptionInterest,
    WithdrawAdoptionInterest,
    SupportResolver,
    IdeaSupportResolver,
    SupportViewerCanResolver,
  ],
  exports: [
    CastVote,
    ConfirmVote,
    WithdrawVote,
    ObjectToMerge,
    AnswerHarm,
    DeclareAdoptionInterest,
    WithdrawAdoptionInterest,
    PublishSupport,
    ExportVotes,
    VoteStore,
  ],
})
export class SupportModule {}
