import { Args, ID, Info, Mutation, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { publicByPerspective, publicCount } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId } from '../../../platform/database/index.js';
import {
  type GraphqlContext,
  PageArguments,
  RefusalObject,
  SignedIn,
  storedUnder,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { type LiveUpdate, LiveUpdates } from '../../../platform/live/index.js';
import {
  ideaIdOf,
  IdeaObject,
  ideaView,
  ObjectToMergeInput,
  ObjectToMergeResult,
  oneIdea,
  wordObjectToMerge,
} from '../../ideas/index.js';
import { AnswerHarm } from '../application/answer-harm.js';
import { CastVote } from '../application/cast-vote.js';
import { ConfirmVote } from '../application/confirm-vote.js';
import { DeclareAdoptionInterest } from '../application/declare-adoption-interest.js';
import { ObjectToMerge } from '../application/object-to-merge.js';
import type { ToldSupport } from '../application/public-support.js';
// Adds what this module knows to the view of ideas.
import '../application/support-view.js';
import { WithdrawAdoptionInterest } from '../application/withdraw-adoption-interest.js';
import { WithdrawVote } from '../application/withdraw-vote.js';
import {
  AdoptionInterestConnection,
  AnswerHarmInput,
  AnswerHarmResult,
  CastVoteInput,
  CastVoteResult,
  ConcernConnection,
  ConfirmVoteInput,
  ConfirmVoteResult,
  DeclareAdoptionInterestInput,
  DeclareAdoptionInterestResult,
  IdeaSupportObject,
  PerspectiveCountObject,
  VoteAnswersObject,
  VoteObject,
  WithdrawAdoptionInterestInput,
  WithdrawAdoptionInterestResult,
  WithdrawVoteInput,
  WithdrawVoteResult,
} from './support.object.js';
import { wordAnswerHarm, wordCastVote, wordChangeVote, wordDeclareAdoption, wordWithdrawAdoption } from './wording.js';

/** An organisation that does not exist is one nobody belongs to: the rule refuses both alike. */
const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000';

const CHANGES_SUPPORT = /^(?:votes?|adoption_interest|concern|hearing|idea|merge)\./;

export function organisationIdOf(opaque: string): string {
  return rowId('organisation', opaque) ?? NO_ORGANISATION;
}

@Resolver(() => IdeaObject)
export class SupportResolver {
  constructor(
    private readonly views: Views,
    private readonly live: LiveUpdates,
    private readonly castVoteUseCase: CastVote,
    private readonly confirmVoteUseCase: ConfirmVote,
    private readonly withdrawVoteUseCase: WithdrawVote,
    private readonly objectToMergeUseCase: ObjectToMerge,
    private readonly answerHarmUseCase: AnswerHarm,
    private readonly declareAdoption: DeclareAdoptionInterest,
    private readonly withdrawAdoption: WithdrawAdoptionInterest,
  ) {}

  @ResolveField(() => IdeaSupportObject, { description: 'Who stands behind it.' })
  support(@Parent() idea: Viewed) {
    return idea['support'];
  }

  @ResolveField(() => VoteObject, { nullable: true, description: 'Your own vote; null when you have none.' })
  viewerVote(@Parent() idea: Viewed) {
    return idea['viewerVote'];
  }

  @Subscription(() => IdeaObject, {
    nullable: true,
    description:
      'The idea, each time its public support or its stage changed. Votes under a pseudonym come along with the next change: their moment is nobody else’s.',
    async resolve(
      this: SupportResolver,
      update: LiveUpdate,
      _args: unknown,
      context: GraphqlContext,
      info: GraphQLResolveInfo,
    ) {
      // Read again under the session of this moment: it may have ended since the connection was opened.
      const viewer = (await context.viewerNow?.()) ?? context.viewer;
      return this.views.one(info, viewer, ideaView, oneIdea(update.ideaId));
    },
  })
  ideaSupportChanged(
    @Args('ideaId', { type: () => ID, description: 'The idea.' }) ideaId: string,
  ): AsyncGenerator<LiveUpdate> {
    const id = ideaIdOf(ideaId);
    return this.live.subscribe((update) => update.ideaId === id && CHANGES_SUPPORT.test(update.kind));
  }

  @Mutation(() => CastVoteResult, { description: 'Casts your vote: one a person, never on your own idea.' })
  async castVote(
    @Args('input') input: CastVoteInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.castVoteUseCase.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      perspective: input.perspective ?? null,
      answer: input.answer,
      why: input.why ?? null,
      shownAs: input.shownAs ?? null,
      organisationId: input.organisationId ? organisationIdOf(input.organisationId) : null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordCastVote);
    return this.views.payload(info, viewer, 'CastVotePayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => ConfirmVoteResult, { description: 'Stands by your vote after the text changed.' })
  async confirmVote(
    @Args('input') input: ConfirmVoteInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.confirmVoteUseCase.execute(viewer, ideaIdOf(input.ideaId));
    if (!decision.ok) return RefusalObject.from(decision, wordChangeVote);
    return this.views.payload(info, viewer, 'ConfirmVotePayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => WithdrawVoteResult, { description: 'Takes your vote back.' })
  async withdrawVote(
    @Args('input') input: WithdrawVoteInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.withdrawVoteUseCase.execute(viewer, ideaIdOf(input.ideaId));
    if (!decision.ok) return RefusalObject.from(decision, wordChangeVote);
    return this.views.payload(info, viewer, 'WithdrawVotePayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => ObjectToMergeResult, {
    description:
      'Objects to a merge as somebody who stands behind one of the ideas, and may take your vote out of the merged one.',
  })
  async objectToMerge(
    @Args('input') input: ObjectToMergeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.objectToMergeUseCase.execute(viewer, {
      mergeId: rowId('merge', input.mergeId),
      reason: input.reason ?? null,
      moveBack: input.moveBack,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordObjectToMerge);
    return this.views.payload(info, viewer, 'ObjectToMergePayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => AnswerHarmResult, {
    description: 'Answers somebody with experience who said that your idea could make things worse.',
  })
  async answerHarm(
    @Args('input') input: AnswerHarmInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.answerHarmUseCase.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      concern: rowId('concern', input.concernId) ?? NO_ORGANISATION,
      answer: input.answer,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordAnswerHarm);
    return this.views.payload(info, viewer, 'AnswerHarmPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => DeclareAdoptionInterestResult, {
    description: 'Gives your organisation’s word that it would try an idea, or use it.',
  })
  async declareAdoptionInterest(
    @Args('input') input: DeclareAdoptionInterestInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.declareAdoption.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      organisationId: organisationIdOf(input.organisationId),
      level: input.level,
      peopleServed: input.peopleServed,
      note: input.note ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordDeclareAdoption);
    return this.views.payload(info, viewer, 'DeclareAdoptionInterestPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => WithdrawAdoptionInterestResult, { description: 'Takes your organisation’s word back.' })
  async withdrawAdoptionInterest(
    @Args('input') input: WithdrawAdoptionInterestInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.withdrawAdoption.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      organisationId: organisationIdOf(input.organisationId),
    });
    if (!decision.ok) return RefusalObject.from(decision, wordWithdrawAdoption);
    return this.views.payload(info, viewer, 'WithdrawAdoptionInterestPayload', 'idea', decision.value.ideaId);
  }
}

/** Every number about people leaves through the small-number rules. */
@Resolver(() => IdeaSupportObject)
export class IdeaSupportResolver {
  @ResolveField(() => [PerspectiveCountObject])
  byPerspective(@Parent() support: Viewed) {
    return publicByPerspective(support['byPerspective'] as ToldSupport['byPerspective'] | null);
  }

  @ResolveField(() => VoteAnswersObject)
  answers(@Parent() support: Viewed) {
    const told = support['answers'] as ToldSupport['answers'] | null;
    return { wouldNotHelp: publicCount(told?.wouldNotHelp ?? 0), couldHarm: publicCount(told?.couldHarm ?? 0) };
  }

  @ResolveField(() => AdoptionInterestConnection, { description: 'Organisations that would try it, or use it.' })
  adoptionInterests(@Parent() support: Viewed, @Args() page: PageArguments) {
    return support[storedUnder('adoptionInterests', { ...page })];
  }

  @ResolveField(() => ConcernConnection, {
    description: 'What people with experience said could go wrong, where they said it in words.',
  })
  concerns(@Parent() support: Viewed, @Args() page: PageArguments) {
    return support[storedUnder('concerns', { ...page })];
  }
}
