import { Module } from '@nestjs/common';

import { AnswerCoAuthorInvitation } from './application/answer-co-author-invitation.js';
import { AnswerWhoWouldLead } from './application/answer-who-would-lead.js';
import { Appeals } from './application/appeals.js';
import { AskWhoWouldLead } from './application/ask-who-would-lead.js';
import { DecideMerge } from './application/decide-merge.js';
import { DeclineIdea } from './application/decline-idea.js';
import { DiscardIdeaDraft } from './application/discard-idea-draft.js';
import { Gates } from './application/gates.js';
import { IdeaData } from './application/idea-data.js';
import { IdeaWords } from './application/idea-words.js';
import { InviteCoAuthor } from './application/invite-co-author.js';
import { LogIdea } from './application/log-idea.js';
import { MergePairs } from './application/merge-pair.js';
import { ProposeMerge } from './application/propose-merge.js';
import { ReviseIdea } from './application/revise-idea.js';
import { SaveIdeaDraft } from './application/save-idea-draft.js';
import { Stages } from './application/stages.js';
import { UndoMerge } from './application/undo-merge.js';
import { WithdrawIdea } from './application/withdraw-idea.js';
import { DecisionResolver } from './graphql/decision.resolver.js';
import { IdeaResolver } from './graphql/idea.resolver.js';
import { IdeaViewerCanResolver } from './graphql/idea-viewer-can.resolver.js';
import { LeadResolver, LeadViewerCanResolver, ViewerLeadResolver } from './graphql/lead.resolver.js';
import { MergeResolver, MergeViewerCanResolver } from './graphql/merge.resolver.js';
import { DraftStore } from './persistence/draft-store.js';
import { IdeaStore } from './persistence/idea-store.js';
import { LeadRequestStore } from './persistence/lead-request-store.js';
import { MergeStore } from './persistence/merge-store.js';
import { RevisionStore } from './persistence/revision-store.js';

@Module({
  providers: [
    IdeaStore,
    RevisionStore,
    DraftStore,
    MergeStore,
    LeadRequestStore,
    MergePairs,
    Appeals,
    Gates,
    Stages,
    IdeaData,
    IdeaWords,
    LogIdea,
    ReviseIdea,
    WithdrawIdea,
    SaveIdeaDraft,
    DiscardIdeaDraft,
    ProposeMerge,
    DecideMerge,
    UndoMerge,
    DeclineIdea,
    InviteCoAuthor,
    AnswerCoAuthorInvitation,
    AskWhoWouldLead,
    AnswerWhoWouldLead,
    IdeaResolver,
    IdeaViewerCanResolver,
    MergeResolver,
    MergeViewerCanResolver,
    DecisionResolver,
    LeadResolver,
    LeadViewerCanResolver,
    ViewerLeadResolver,
  ],
  exports: [
    IdeaWords,
    AskWhoWouldLead,
    AnswerWhoWouldLead,
    IdeaStore,
    MergeStore,
    MergePairs,
    Appeals,
    Gates,
    Stages,
    LogIdea,
    ReviseIdea,
    WithdrawIdea,
  ],
})
export class IdeasModule {}
