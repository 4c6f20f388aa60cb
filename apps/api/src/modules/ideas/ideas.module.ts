import { Module } from '@nestjs/common';

import { DiscardIdeaDraft } from './application/discard-idea-draft.js';
import { Gates } from './application/gates.js';
import { IdeaData } from './application/idea-data.js';
import { LogIdea } from './application/log-idea.js';
import { ReviseIdea } from './application/revise-idea.js';
import { SaveIdeaDraft } from './application/save-idea-draft.js';
import { Stages } from './application/stages.js';
import { WithdrawIdea } from './application/withdraw-idea.js';
import { IdeaResolver } from './graphql/idea.resolver.js';
import { IdeaViewerCanResolver } from './graphql/idea-viewer-can.resolver.js';
import { DraftStore } from './persistence/draft-store.js';
import { IdeaStore } from './persistence/idea-store.js';
import { RevisionStore } from './persistence/revision-store.js';

@Module({
  providers: [
    IdeaStore,
    RevisionStore,
    DraftStore,
    Gates,
    Stages,
    IdeaData,
    LogIdea,
    ReviseIdea,
    WithdrawIdea,
    SaveIdeaDraft,
    DiscardIdeaDraft,
    IdeaResolver,
    IdeaViewerCanResolver,
  ],
  exports: [IdeaStore, Gates, Stages, LogIdea, ReviseIdea, WithdrawIdea],
})
export class IdeasModule {}
