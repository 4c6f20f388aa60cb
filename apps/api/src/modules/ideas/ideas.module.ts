import { Module } from '@nestjs/common';

import { LogIdea } from './application/log-idea.js';
import { IdeaResolver } from './graphql/idea.resolver.js';
import { IdeaStore } from './persistence/idea-store.js';

@Module({ providers: [IdeaStore, LogIdea, IdeaResolver], exports: [IdeaStore, LogIdea] })
export class IdeasModule {}
