import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  PageArguments,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { AnswerCoAuthorInvitation } from '../application/answer-co-author-invitation.js';
import { Appeals } from '../application/appeals.js';
import { DeclineIdea } from '../application/decline-idea.js';
import { InviteCoAuthor } from '../application/invite-co-author.js';
import { appealView, visibleAppeal } from '../application/merge-view.js';
import {
  AnswerCoAuthorInvitationInput,
  AnswerCoAuthorInvitationResult,
  AppealConnection,
  AppealDecisionInput,
  AppealDecisionResult,
  CoAuthorInvitationObject,
  DecideAppealInput,
  DecideAppealResult,
  DeclineIdeaInput,
  DeclineIdeaResult,
  DeclineObject,
  InviteCoAuthorInput,
  InviteCoAuthorResult,
} from './decision.object.js';
import {
  wordAnswerCoAuthor,
  wordAppeal,
  wordDecideAppeal,
  wordDeclineIdea,
  wordInviteCoAuthor,
} from './decision-wording.js';
import { IdeaObject } from './idea.object.js';
import { ideaIdOf } from './idea.resolver.js';

/** Decisions about an idea that are not its author's alone, and who writes it. */
@Resolver(() => IdeaObject)
export class DecisionResolver {
  constructor(
    private readonly views: Views,
    private readonly declineIdeaUseCase: DeclineIdea,
    private readonly appeals: Appeals,
    private readonly inviteCoAuthorUseCase: InviteCoAuthor,
    private readonly answerInvitation: AnswerCoAuthorInvitation,
    nodes: NodeKinds,
  ) {
    nodes.register('appeal', {
      view: appealView,
      from: (appeal, id, viewer) =>
        sql`appeals ${appeal} where ${appeal}.id = ${id} and ${visibleAppeal(appeal, viewer)}`,
    });
  }

  @ResolveField(() => DeclineObject, {
    nullable: true,
    description: 'The site team’s decision, where it was declined.',
  })
  decline(@Parent() idea: Viewed) {
    return idea['decline'];
  }

  @ResolveField(() => CoAuthorInvitationObject, {
    nullable: true,
    description: 'Whether you are asked to write it too.',
  })
  viewerInvitation(@Parent() idea: Viewed) {
    return idea['viewerInvitation'];
  }

  @Query(() => AppealConnection, {
    description: 'Appeals that wait for a second steward; for anybody else, their own.',
  })
  openAppeals(@Args() page: PageArguments, @CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.views.page(info, viewer, appealView, {
      from: (appeal) => sql`appeals ${appeal}`,
      where: (appeal) => [sql`${appeal}.outcome is null`, visibleAppeal(appeal, viewer)],
      order: (appeal) => ({
        direction: 'asc',
        by: [
          { expression: sql`${appeal}.made_at`, type: 'timestamptz' },
          { expression: sql`${appeal}.id`, type: 'uuid' },
        ],
      }),
      args: page,
    });
  }

  @Mutation(() => DeclineIdeaResult, {
    description: 'Declines an idea as a steward, with a public reason that can be appealed.',
  })
  async declineIdea(
    @Args('input') input: DeclineIdeaInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.declineIdeaUseCase.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      reason: input.reason,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordDeclineIdea);
    return this.views.payload(info, viewer, 'DeclineIdeaPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => AppealDecisionResult, {
    description: 'Asks a second steward to look at a decision again. Once each.',
  })
  async appealDecision(
    @Args('input') input: AppealDecisionInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.appeals.appeal(viewer, { decision: input.decisionId, reason: input.reason });
    if (!decision.ok) return RefusalObject.from(decision, wordAppeal);
    return this.views.payload(info, viewer, 'AppealDecisionPayload', 'appeal', decision.value.appealId);
  }

  @Mutation(() => DecideAppealResult, {
    description: 'Decides an appeal as a steward other than the one who decided first.',
  })
  async decideAppeal(
    @Args('input') input: DecideAppealInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { overturn, reason } = input;
    const decision = await this.appeals.decide(viewer, { appealId: rowId('appeal', input.appealId), overturn, reason });
    if (!decision.ok) return RefusalObject.from(decision, wordDecideAppeal);
    return this.views.payload(info, viewer, 'DecideAppealPayload', 'appeal', decision.value.appealId);
  }

  @Mutation(() => InviteCoAuthorResult, { description: 'Asks somebody to write your idea with you.' })
  async inviteCoAuthor(
    @Args('input') input: InviteCoAuthorInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { handle } = input;
    const decision = await this.inviteCoAuthorUseCase.execute(viewer, { ideaId: ideaIdOf(input.ideaId), handle });
    if (!decision.ok) return RefusalObject.from(decision, wordInviteCoAuthor);
    return this.views.payload(info, viewer, 'InviteCoAuthorPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => AnswerCoAuthorInvitationResult, {
    description: 'Says whether you write an idea with its authors. Whoever writes it keeps no vote on it.',
  })
  async answerCoAuthorInvitation(
    @Args('input') input: AnswerCoAuthorInvitationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.answerInvitation.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      accept: input.accept,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordAnswerCoAuthor);
    return this.views.payload(info, viewer, 'AnswerCoAuthorInvitationPayload', 'idea', decision.value.ideaId);
  }
}
