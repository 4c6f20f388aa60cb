import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  RefusalObject,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { mayKeepUse, wordContestUse, wordReconfirmUse } from '../../components/index.js';
import { entryUseView } from '../application/entry-view.js';
import { UseEntry } from '../application/use-entry.js';
import {
  ContestEntryUseInput,
  ContestEntryUseResult,
  DeclareEntryUseInput,
  DeclareEntryUseResult,
  EndEntryUseInput,
  EndEntryUseResult,
  ReconfirmEntryUseInput,
  ReconfirmEntryUseResult,
} from './entry-use.object.js';
import { EntryUseObject } from './entry.object.js';
import { wordUseEntry } from './wording.js';

function idOf(kind: 'entry' | 'organisation' | 'entryUse', opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}

/** Who uses what is in the shared library: said by the organisation itself, confirmed each year, and open to doubt. */
@Resolver(() => EntryUseObject)
export class EntryUseResolver {
  constructor(
    private readonly views: Views,
    private readonly uses: UseEntry,
    nodes: NodeKinds,
  ) {
    nodes.register('entryUse', {
      view: entryUseView,
      from: (use, id) => sql`entry_uses ${use} where ${use}.id = ${id}`,
    });
  }

  @Mutation(() => DeclareEntryUseResult, { description: 'Says that an organisation of yours uses an entry.' })
  async declareEntryUse(
    @Args('input') input: DeclareEntryUseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.uses.declare(viewer, {
      ...input,
      entryId: idOf('entry', input.entryId, 'This entry'),
      organisationId: idOf('organisation', input.organisationId, 'This organisation'),
      since: input.since ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordUseEntry);
    return this.views.payload(info, viewer, 'DeclareEntryUsePayload', 'entry', decision.value.entryId);
  }

  @Mutation(() => EndEntryUseResult, { description: 'Says that an organisation of yours uses an entry no longer.' })
  async endEntryUse(
    @Args('input') input: EndEntryUseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const entryId = idOf('entry', input.entryId, 'This entry');
    await this.uses.end(viewer, entryId, idOf('organisation', input.organisationId, 'This organisation'));
    return this.views.payload(info, viewer, 'EndEntryUsePayload', 'entry', entryId);
  }

  @Mutation(() => ReconfirmEntryUseResult, {
    description: 'Says that your organisation still uses an entry, or no longer, and answers doubts about it.',
  })
  async reconfirmEntryUse(
    @Args('input') input: ReconfirmEntryUseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.uses.reconfirm(viewer, {
      useId: idOf('entryUse', input.useId, 'This use'),
      stillUsed: input.stillUsed,
      version: input.version ?? null,
      answer: input.answer ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordReconfirmUse);
    return this.views.payload(info, viewer, 'ReconfirmEntryUsePayload', 'entry', decision.value.whatId);
  }

  @Mutation(() => ContestEntryUseResult, {
    description: 'Doubts in public that an organisation uses an entry. It stands beside the use until it is answered.',
  })
  async contestEntryUse(
    @Args('input') input: ContestEntryUseInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const useId = idOf('entryUse', input.useId, 'This use');
    const decision = await this.uses.contest(viewer, { useId, reason: input.reason });
    if (!decision.ok) return RefusalObject.from(decision, wordContestUse);
    return this.views.payload(info, viewer, 'ContestEntryUsePayload', 'entry', decision.value.whatId);
  }

  @ResolveField()
  viewerCan(@Parent() use: Viewed, @CurrentViewer() viewer: Viewer) {
    return mayKeepUse(use, viewer);
  }
}
