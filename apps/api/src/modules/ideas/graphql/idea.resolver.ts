import { Args, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { findPersonalData, WHY_PERSONAL_DATA_MATTERS } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  BadUserInputError,
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PageArguments,
  RefusalObject,
  SignedIn,
  storedUnder,
  type Viewed,
  Views,
  said,
} from '../../../platform/graphql/index.js';
import { DiscardIdeaDraft } from '../application/discard-idea-draft.js';
import { partsOf } from '../application/excerpt.js';
import { filterIdeas, orderIdeas, similarIdeas } from '../application/find-ideas.js';
import { draftView, ideaView, visibleIdea } from '../application/idea-view.js';
import { IdeaWords } from '../application/idea-words.js';
import { LogIdea } from '../application/log-idea.js';
import { ReviseIdea } from '../application/revise-idea.js';
import { SaveIdeaDraft } from '../application/save-idea-draft.js';
import { WithdrawIdea } from '../application/withdraw-idea.js';
import {
  DiscardIdeaDraftInput,
  IdeaFilterInput,
  IdeaOrderEnum,
  LogIdeaInput,
  ReviseIdeaInput,
  SaveIdeaDraftInput,
  WithdrawIdeaInput,
} from './idea.inputs.js';
import {
  ExcerptPartObject,
  DiscardIdeaDraftResult,
  IdeaConnection,
  IdeaDraftObject,
  IdeaObject,
  IdeaRevisionConnection,
  LogIdeaResult,
  PersonalDataFoundObject,
  ReviseIdeaResult,
  SaveIdeaDraftResult,
  WithdrawIdeaResult,
} from './idea.object.js';
import { personalDataInWords, wordLogIdea, wordReviseIdea, wordSaveIdeaDraft, wordWithdrawIdea } from './wording.js';

/** The uuid of the idea an input names. @throws {NotFoundError} when it names nothing. */
export function ideaIdOf(opaque: string): string {
  const id = rowId('idea', opaque);
  if (id === undefined) throw new NotFoundError('That idea');
  return id;
}

/** Most ideas somebody is shown as "like yours" while typing. */
const MOST_SIMILAR = 20;

@Resolver(() => IdeaObject)
export class IdeaResolver {
  constructor(
    private readonly views: Views,
    private readonly words: IdeaWords,
    private readonly logIdeaUseCase: LogIdea,
    private readonly reviseIdeaUseCase: ReviseIdea,
    private readonly withdrawIdeaUseCase: WithdrawIdea,
    private readonly saveDraft: SaveIdeaDraft,
    private readonly discardDraft: DiscardIdeaDraft,
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
      (idea) => sql`ideas ${idea} where ${idea}.slug = ${slug.normalize('NFC')} and ${visibleIdea(idea)}`,
    );
  }

  @Query(() => IdeaConnection, {
    description: 'Ideas. Those that were withdrawn, merged or declined only when asked for by stage.',
  })
  async ideas(
    @Args() page: PageArguments,
    @Args('filter', { type: () => IdeaFilterInput, nullable: true, description: 'Which ones.' })
    filter: IdeaFilterInput | null,
    @Args('orderBy', { type: () => IdeaOrderEnum, defaultValue: 'TRENDING', description: 'Which first.' })
    orderBy: keyof typeof IdeaOrderEnum,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const found = await this.words.find(filter?.text);
    return this.views.page(info, viewer, ideaView, {
      from: (idea) => sql`ideas ${idea}`,
      where: filterIdeas(filter ?? {}, orderBy, found),
      order: orderIdeas(orderBy),
      args: page,
    });
  }

  @Query(() => [IdeaObject], {
    description: 'Ideas that say nearly the same, best first: shown beside what somebody is typing.',
  })
  similarIdeas(
    @Args('title', { description: 'The title so far.' }) title: string,
    @Args('need', { defaultValue: '', description: 'The need so far.' }) need: string,
    @Args('first', { type: () => Int, defaultValue: 5, description: 'At most 20.' }) first: number,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (first < 1 || first > MOST_SIMILAR)
      throw new BadUserInputError(`first must be a whole number from 1 to ${MOST_SIMILAR}.`);
    if (`${title}${need}`.trim() === '') return [];
    return this.views.many(info, viewer, ideaView, similarIdeas({ title, need, first }));
  }

  @Query(() => [PersonalDataFoundObject], {
    description:
      'What in a text may point at one person, so that its author can decide before it is public. Nothing is kept.',
  })
  personalDataIn(@Args('text', { description: 'A text of at most 20,000 characters.' }) text: string) {
    return findPersonalData(text).map((span) => ({
      ...span,
      label: said(personalDataInWords(span.kind)),
      why: said(WHY_PERSONAL_DATA_MATTERS[span.kind]),
    }));
  }

  @Query(() => [IdeaDraftObject], { description: 'Your own texts that are not logged yet, last saved first.' })
  ideaDrafts(@SignedIn() viewer: SignedInViewer, @Info() info: GraphQLResolveInfo) {
    return this.views.many(
      info,
      viewer,
      draftView,
      (draft) =>
        sql`idea_drafts ${draft} where ${draft}.person_id = ${viewer.person.id} order by ${draft}.saved_at desc, ${draft}.id`,
    );
  }

  @ResolveField(() => [ExcerptPartObject], {
    nullable: true,
    description: 'A piece of its text in which what was looked for stands; null where it stands elsewhere.',
  })
  excerpt(
    @Parent() idea: Viewed,
    @Args('text', { description: 'What was looked for, as in the filter.' }) text: string,
  ) {
    const excerpt = idea[storedUnder('excerpt', { text })] as string | null;
    return excerpt === null ? null : partsOf(excerpt);
  }

  @ResolveField(() => IdeaRevisionConnection, { description: 'Every wording, newest first.' })
  versions(@Parent() idea: Viewed, @Args() page: PageArguments) {
    return idea[storedUnder('versions', { ...page })];
  }

  @Mutation(() => LogIdeaResult, { description: 'Logs an idea: the need, whom it is for, the outcome sought.' })
  async logIdea(
    @Args('input') input: LogIdeaInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = input.organisationId
      ? (rowId('organisation', input.organisationId) ?? input.organisationId)
      : null;
    const decision = await this.logIdeaUseCase.execute(viewer, { ...input, organisationId });
    if (!decision.ok) return RefusalObject.from(decision, wordLogIdea);
    return this.views.payload(info, viewer, 'LogIdeaPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => ReviseIdeaResult, {
    description: 'Changes the text of an idea. Its address stays; earlier wordings stay readable.',
  })
  async reviseIdea(
    @Args('input') input: ReviseIdeaInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.reviseIdeaUseCase.execute(viewer, { ...input, ideaId: ideaIdOf(input.ideaId) });
    if (!decision.ok) return RefusalObject.from(decision, wordReviseIdea);
    return this.views.payload(info, viewer, 'ReviseIdeaPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => WithdrawIdeaResult, { description: 'Takes an idea back, before money is raised for it.' })
  async withdrawIdea(
    @Args('input') input: WithdrawIdeaInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.withdrawIdeaUseCase.execute(viewer, {
      ideaId: ideaIdOf(input.ideaId),
      reason: input.reason ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordWithdrawIdea);
    return this.views.payload(info, viewer, 'WithdrawIdeaPayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => SaveIdeaDraftResult, { description: 'Keeps what you typed so far in your account, unchecked.' })
  async saveIdeaDraft(@Args('input') input: SaveIdeaDraftInput, @SignedIn() viewer: SignedInViewer) {
    const { draftId, ...content } = input;
    const decision = await this.saveDraft.execute(viewer, { draftId, content });
    if (!decision.ok) return RefusalObject.from(decision, wordSaveIdeaDraft);
    return { __typename: 'SaveIdeaDraftPayload', draftId };
  }

  @Mutation(() => DiscardIdeaDraftResult, { description: 'Throws a draft of yours away.' })
  async discardIdeaDraft(@Args('input') input: DiscardIdeaDraftInput, @SignedIn() viewer: SignedInViewer) {
    await this.discardDraft.execute(viewer, input.draftId);
    return { __typename: 'DiscardIdeaDraftPayload', draftId: input.draftId };
  }
}
