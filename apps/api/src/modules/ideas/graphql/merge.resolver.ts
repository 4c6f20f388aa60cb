import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  decideMerge,
  type DecideMergeRefusal,
  type MergePair,
  type MergeStatus,
  objectToMerge,
  type ObjectToMergeRefusal,
  type StewardFacts,
  undoMerge,
  type UndoMergeRefusal,
} from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  PageArguments,
  PermissionObject,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { DecideMerge } from '../application/decide-merge.js';
import { mergeView } from '../application/merge-view.js';
import { ProposeMerge } from '../application/propose-merge.js';
import { UndoMerge } from '../application/undo-merge.js';
import { permitted, type Standing } from './idea-viewer-can.resolver.js';
import { IdeaObject } from './idea.object.js';
import { ideaIdOf } from './idea.resolver.js';
import { wordDecideMerge, wordObjectToMerge, wordProposeMerge, wordUndoMerge } from './decision-wording.js';
import {
  DecideMergeInput,
  DecideMergeResult,
  MergeConnection,
  MergeObject,
  MergeViewerCanObject,
  ProposeMergeInput,
  ProposeMergeResult,
  UndoMergeInput,
  UndoMergeResult,
} from './merge.object.js';

@Resolver(() => IdeaObject)
export class MergeResolver {
  constructor(
    private readonly views: Views,
    private readonly proposeMergeUseCase: ProposeMerge,
    private readonly decideMergeUseCase: DecideMerge,
    private readonly undoMergeUseCase: UndoMerge,
    nodes: NodeKinds,
  ) {
    nodes.register('merge', {
      view: mergeView,
      from: (merge, id) => sql`idea_merges ${merge} where ${merge}.id = ${id}`,
    });
  }

  @ResolveField(() => [MergeObject], {
    description:
      'Proposals that it goes together with another, and ideas that went up in it. At most 50, newest first.',
  })
  merges(@Parent() idea: Viewed) {
    return idea['merges'];
  }

  @Query(() => MergeConnection, { description: 'Proposals to merge that wait for a decision, longest waiting first.' })
  openMerges(@Args() page: PageArguments, @CurrentViewer() viewer: Viewer, @Info() info: GraphQLResolveInfo) {
    return this.views.page(info, viewer, mergeView, {
      from: (merge) => sql`idea_merges ${merge}`,
      where: (merge) => [sql`${merge}.status = 'PROPOSED'`],
      order: (merge) => ({
        direction: 'asc',
        by: [
          { expression: sql`${merge}.proposed_at`, type: 'timestamptz' },
          { expression: sql`${merge}.id`, type: 'uuid' },
        ],
      }),
      args: page,
    });
  }

  @Mutation(() => ProposeMergeResult, {
    description: 'Proposes that an idea goes up in another that says the same. Anybody may.',
  })
  async proposeMerge(
    @Args('input') input: ProposeMergeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { reason } = input;
    const decision = await this.proposeMergeUseCase.execute(viewer, {
      fromId: ideaIdOf(input.ideaId),
      intoId: ideaIdOf(input.intoId),
      reason,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordProposeMerge);
    return this.views.payload(info, viewer, 'ProposeMergePayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => DecideMergeResult, {
    description:
      'Answers a proposal to merge: as an author of either idea, or as a steward. Both authors, or one steward, decide.',
  })
  async decideMerge(
    @Args('input') input: DecideMergeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.decideMergeUseCase.execute(viewer, {
      mergeId: rowId('merge', input.mergeId),
      accept: input.accept,
      reason: input.reason ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordDecideMerge);
    return this.views.payload(info, viewer, 'DecideMergePayload', 'idea', decision.value.ideaId);
  }

  @Mutation(() => UndoMergeResult, { description: 'Makes two ideas of one again. Votes stand where they were cast.' })
  async undoMerge(
    @Args('input') input: UndoMergeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { reason } = input;
    const decision = await this.undoMergeUseCase.execute(viewer, { mergeId: rowId('merge', input.mergeId), reason });
    if (!decision.ok) return RefusalObject.from(decision, wordUndoMerge);
    return this.views.payload(info, viewer, 'UndoMergePayload', 'idea', decision.value.ideaId);
  }
}

interface MergeFacts extends MergePair {
  readonly personId: string | null;
  readonly status: MergeStatus;
  readonly proposedById: string | null;
  readonly fromAuthorAgreed: boolean;
  readonly intoAuthorAgreed: boolean;
  readonly objected: boolean;
  readonly isSupporter: boolean;
  readonly hasCarriedVote: boolean;
  readonly steward: StewardFacts;
}

const WORDS = 'said';

/** The same rules that guard the mutations, asked with an input that nothing is wrong with. */
@Resolver(() => MergeViewerCanObject)
export class MergeViewerCanResolver {
  @ResolveField(() => PermissionObject)
  decide(@Parent() can: Viewed) {
    const facts = can['decide'] as MergeFacts;
    return permitted<DecideMergeRefusal>(
      standingOf(facts),
      (personId) => decideMerge({ accept: true, reason: WORDS }, { ...facts, ...facts.steward, personId }),
      wordDecideMerge,
    );
  }

  @ResolveField(() => PermissionObject)
  undo(@Parent() can: Viewed) {
    const facts = can['undo'] as MergeFacts;
    return permitted<UndoMergeRefusal>(
      standingOf(facts),
      (personId) => undoMerge({ reason: WORDS }, { ...facts, ...facts.steward, personId }),
      wordUndoMerge,
    );
  }

  @ResolveField(() => PermissionObject)
  object(@Parent() can: Viewed) {
    return objecting(can['object'] as MergeFacts, false);
  }

  @ResolveField(() => PermissionObject)
  moveBack(@Parent() can: Viewed) {
    return objecting(can['moveBack'] as MergeFacts, true);
  }
}

function objecting(facts: MergeFacts, moveBack: boolean): PermissionObject {
  return permitted<ObjectToMergeRefusal>(
    standingOf(facts),
    () => objectToMerge({ reason: WORDS, moveBack }, { ...facts, intoStage: facts.into.stage }),
    wordObjectToMerge,
  );
}

function standingOf({ from, personId }: MergeFacts): Standing {
  return { ...from, personId, signedIn: personId !== null };
}
