import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  PageArguments,
  RefusalObject,
  SignedIn,
  Views,
  type Worded,
} from '../../../platform/graphql/index.js';
import { ideaView, visibleIdea } from '../application/idea-view.js';
import { LogIdea, type LogIdeaReason } from '../application/log-idea.js';
import { IdeaConnection, IdeaObject, LogIdeaInput, LogIdeaResult } from './idea.object.js';

function wordLogIdeaReason(reason: LogIdeaReason): Worded {
  switch (reason.code) {
    case 'TITLE_IS_EMPTY':
      return { message: 'Give it a title: one line that says what is needed.', path: ['input', 'title'] };
    default:
      return reason.code satisfies never;
  }
}

@Resolver(() => IdeaObject)
export class IdeaResolver {
  constructor(
    private readonly views: Views,
    private readonly logIdeaUseCase: LogIdea,
    nodes: NodeKinds,
  ) {
    nodes.register('idea', {
      view: ideaView,
      from: (idea, id) => sql`ideas ${idea} where ${idea}.id = ${id} and ${visibleIdea(idea)}`,
    });
  }

  @Query(() => IdeaObject, { nullable: true, description: 'One idea by its address.' })
  idea(
    @Args('slug', { description: 'The readable part of its address.' }) slug: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(
      info,
      viewer,
      ideaView,
      (idea) => sql`ideas ${idea} where ${idea}.slug = ${slug} and ${visibleIdea(idea)}`,
    );
  }

  @Query(() => IdeaConnection, { description: 'Ideas, newest first.' })
  ideas(@Args() page: PageArguments, @CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.views.page(info, viewer, ideaView, {
      from: (idea) => sql`ideas ${idea}`,
      where: (idea) => [visibleIdea(idea)],
      order: (idea) => ({
        direction: 'desc',
        by: [
          { expression: sql`${idea}.created_at`, type: 'timestamptz' },
          { expression: sql`${idea}.id`, type: 'uuid' },
        ],
      }),
      args: page,
    });
  }

  @Mutation(() => LogIdeaResult, { description: 'Logs an idea: the need, whom it is for, the outcome sought.' })
  async logIdea(
    @Args('input') input: LogIdeaInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.logIdeaUseCase.execute(viewer, input);
    if (!decision.ok) return RefusalObject.from(decision, wordLogIdeaReason);
    return this.views.payload(
      info,
      viewer,
      'LogIdeaPayload',
      'idea',
      ideaView,
      (idea) => sql`ideas ${idea} where ${idea}.id = ${decision.value.ideaId}`,
    );
  }
}
