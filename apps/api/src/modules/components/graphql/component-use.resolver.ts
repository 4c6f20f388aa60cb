import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { contestUse, type ContestUseRefusal, reconfirmUse } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import { belongsTo, type SignedInViewer, type Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PermissionObject,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { componentUseView } from '../application/component-view.js';
import { ComponentUses } from '../application/component-uses.js';
import { ComponentObject } from './component.object.js';
import { componentIdOf } from './component.resolver.js';
import {
  ComponentUseObject,
  ComponentUseViewerCanObject,
  ContestUseInput,
  ContestUseResult,
  DeclareUseInput,
  DeclareUseResult,
  ReconfirmUseInput,
  ReconfirmUseResult,
} from './component-use.object.js';
import { wordContestUse, wordDeclareUse, wordReconfirmUse } from './use-wording.js';

function useIdOf(id: string): string {
  const row = rowId('componentUse', id);
  if (row === undefined) throw new NotFoundError('This use');
  return row;
}

@Resolver(() => ComponentUseObject)
export class ComponentUseResolver {
  constructor(
    private readonly views: Views,
    private readonly uses: ComponentUses,
    nodes: NodeKinds,
  ) {
    nodes.register('componentUse', {
      view: componentUseView,
      from: (use, id) => sql`component_uses ${use} where ${use}.id = ${id}`,
    });
  }

  @Mutation(() => DeclareUseResult, { description: 'Says that an organisation of yours uses a component.' })
  async declareUse(
    @Args('input', { description: 'The use.' }) input: DeclareUseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.uses.declare(viewer, {
      componentId: componentIdOf(input.componentId),
      organisationId: rowId('organisation', input.organisationId) ?? '',
      whatFor: input.whatFor,
      since: input.since,
      version: input.version ?? null,
      whomToAsk: input.whomToAsk ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordDeclareUse);
    return this.views.payload(info, viewer, 'DeclareUsePayload', 'component', decision.value.whatId);
  }

  @Mutation(() => ReconfirmUseResult, {
    description: 'Says that your organisation still uses a component, or no longer, and answers doubts about it.',
  })
  async reconfirmUse(
    @Args('input', { description: 'Which, and what you say.' }) input: ReconfirmUseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.uses.reconfirm(viewer, {
      useId: useIdOf(input.useId),
      stillUsed: input.stillUsed,
      version: input.version ?? null,
      answer: input.answer ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordReconfirmUse);
    return this.views.payload(info, viewer, 'ReconfirmUsePayload', 'component', decision.value.whatId);
  }

  @Mutation(() => ContestUseResult, {
    description:
      'Doubts in public that an organisation uses a component. It stands beside the use until it is answered.',
  })
  async contestUse(
    @Args('input', { description: 'Which, and why.' }) input: ContestUseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.uses.contest(viewer, { useId: useIdOf(input.useId), reason: input.reason });
    if (!decision.ok) return RefusalObject.from(decision, wordContestUse);
    return this.views.payload(info, viewer, 'ContestUsePayload', 'component', decision.value.whatId);
  }

  @ResolveField(() => ComponentUseViewerCanObject)
  viewerCan(@Parent() use: Viewed, @CurrentViewer() viewer: Viewer) {
    return mayKeepUse(use, viewer);
  }
}

@Resolver(() => ComponentObject)
export class ComponentUsesResolver {
  @ResolveField(() => [ComponentUseObject], {
    description: 'Who says that they use it, last confirmed first: up to a hundred.',
  })
  uses(@Parent() component: Viewed) {
    return component['uses'];
  }
}

/** What somebody may do about a standing use, whatever is used. */
export function mayKeepUse(use: Viewed, viewer: Viewer) {
  const facts = use['viewerCan'] as { organisationId: string; ended: boolean; doubted: boolean };
  const isTheirs = viewer.person !== null && belongsTo(viewer, facts.organisationId);
  const contest = contestUse('-', { isTheirs, ended: facts.ended, contestedAlready: facts.doubted });
  return {
    reconfirm: PermissionObject.from(
      reconfirmUse({ stillUsed: true, version: null, answer: null }, { isTheirs, ended: facts.ended, doubts: 0 }),
      wordReconfirmUse,
    ),
    contest:
      viewer.person === null
        ? PermissionObject.from<ContestUseRefusal | { readonly code: 'SIGN_IN' }>(
            { ok: false, reasons: [{ code: 'SIGN_IN' }] },
            (reason) => (reason.code === 'SIGN_IN' ? { message: 'Sign in first.' } : wordContestUse(reason)),
          )
        : PermissionObject.from(contest, wordContestUse),
  };
}
