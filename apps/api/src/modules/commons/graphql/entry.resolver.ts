import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { confirmEntry, type EntryStatus, parseImpactStrategy, withdrawEntry } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import { belongsTo, type SignedInViewer, type Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PageArguments,
  PermissionObject,
  RefusalObject,
  SignedIn,
  storedUnder,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { LicenceObject, licenceInWords } from '../../agreements/index.js';
import { ComponentObject } from '../../components/index.js';
import { ideaIdOf, IdeaObject } from '../../ideas/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { ObligationObject } from '../../returns/index.js';
import { VentureObject } from '../../ventures/index.js';
import { entryView, pageOfEntries } from '../application/entry-view.js';
import { LinkEntry } from '../application/link-entry.js';
import { ReviseEntry } from '../application/revise-entry.js';
import { ShareEntry } from '../application/share-entry.js';
import { WithdrawEntry } from '../application/withdraw-entry.js';
import {
  CommonsEntryConnection,
  CommonsEntryFilter,
  CommonsEntryObject,
  ConfirmEntryInput,
  ConfirmEntryResult,
  EntryMatchObject,
  EntryViewerCanObject,
  LinkEntryInput,
  LinkEntryResult,
  ReviseEntryInput,
  ReviseEntryResult,
  ShareEntryInput,
  ShareEntryResult,
  StrategyNodeObject,
  WithdrawEntryInput,
  WithdrawEntryResult,
} from './entry.object.js';
import { wordConfirmEntry, wordLinkEntry, wordReviseEntry, wordShareEntry, wordWithdrawEntry } from './wording.js';

function idOf(kind: 'entry' | 'organisation' | 'component', opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}

function componentIdOf(opaque: string | null | undefined): string | null {
  return opaque ? idOf('component', opaque, 'This component') : null;
}

@Resolver(() => CommonsEntryObject)
export class EntryResolver {
  constructor(
    private readonly views: Views,
    private readonly shareUseCase: ShareEntry,
    private readonly reviseUseCase: ReviseEntry,
    private readonly withdrawUseCase: WithdrawEntry,
    private readonly linkUseCase: LinkEntry,
    nodes: NodeKinds,
  ) {
    nodes.register('entry', {
      view: entryView,
      from: (entry, id) => sql`commons_entries ${entry} where ${entry}.id = ${id}`,
    });
  }

  @Query(() => CommonsEntryObject, { nullable: true, description: 'One entry of the shared library by its address.' })
  commonsEntry(
    @Args('slug', { description: 'The readable part of its address.' }) slug: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(
      info,
      viewer,
      entryView,
      (entry) => sql`commons_entries ${entry} where ${entry}.slug = ${slug.toWellFormed().replaceAll('\u0000', '')}`,
    );
  }

  @Query(() => CommonsEntryConnection, { description: 'The shared library, newest first.' })
  commonsEntries(
    @Args() page: PageArguments,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
    @Args('filter', { nullable: true, description: 'Which.' }) filter?: CommonsEntryFilter,
  ) {
    return this.views.page(info, viewer, entryView, pageOfEntries(filter ?? {}, page));
  }

  @Mutation(() => ShareEntryResult, {
    description: 'Gives something to the shared library for an organisation, without any project.',
  })
  async shareEntry(
    @Args('input') input: ShareEntryInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.shareUseCase.execute(viewer, {
      ...input,
      organisationId: idOf('organisation', input.organisationId, 'This organisation'),
      ideaId: input.ideaId ? ideaIdOf(input.ideaId) : null,
      componentId: componentIdOf(input.componentId),
    });
    if (!decision.ok) return RefusalObject.from(decision, wordShareEntry);
    return this.views.payload(info, viewer, 'ShareEntryPayload', 'entry', decision.value.entryId);
  }

  @Mutation(() => ReviseEntryResult, {
    description:
      'Publishes another version at the same address. A promise it kept is opened again when it is another thing.',
  })
  async reviseEntry(
    @Args('input') input: ReviseEntryInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.reviseUseCase.execute(viewer, {
      ...input,
      entryId: idOf('entry', input.entryId, 'This entry'),
      componentId: componentIdOf(input.componentId),
    });
    if (!decision.ok) return RefusalObject.from(decision, wordReviseEntry);
    return this.views.payload(info, viewer, 'ReviseEntryPayload', 'entry', decision.value.entryId);
  }

  @Mutation(() => ConfirmEntryResult, {
    description: 'Says that an entry still holds: it counts as confirmed for a year.',
  })
  async confirmEntry(
    @Args('input') input: ConfirmEntryInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.reviseUseCase.confirm(viewer, idOf('entry', input.entryId, 'This entry'));
    if (!decision.ok) return RefusalObject.from(decision, wordConfirmEntry);
    return this.views.payload(info, viewer, 'ConfirmEntryPayload', 'entry', decision.value.entryId);
  }

  @Mutation(() => WithdrawEntryResult, {
    description:
      'Takes an entry back. Its address stays and says why; where people changed their mind, what it said is gone.',
  })
  async withdrawEntry(
    @Args('input') input: WithdrawEntryInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.withdrawUseCase.execute(viewer, {
      entryId: idOf('entry', input.entryId, 'This entry'),
      because: input.because,
      reason: input.reason,
      replacedById: input.replacedById ? idOf('entry', input.replacedById, 'What should be used instead') : null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordWithdrawEntry);
    return this.views.payload(info, viewer, 'WithdrawEntryPayload', 'entry', decision.value.entryId);
  }

  @Mutation(() => LinkEntryResult, {
    description: 'Says that an entry informs an idea, or that an idea began with it.',
  })
  async linkEntry(
    @Args('input') input: LinkEntryInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const entryId = idOf('entry', input.entryId, 'This entry');
    const decision = await this.linkUseCase.execute(viewer, { entryId, ideaId: ideaIdOf(input.ideaId) });
    if (!decision.ok) return RefusalObject.from(decision, wordLinkEntry);
    return this.views.payload(info, viewer, 'LinkEntryPayload', 'entry', entryId);
  }

  @ResolveField(() => EntryMatchObject, {
    nullable: true,
    description:
      'Why it was found by these words. Null when they stand in none of what it says, but sound like its title.',
  })
  matched(@Parent() entry: Viewed, @Args('text', { description: 'The words searched for.' }) text: string) {
    return entry[storedUnder('matched', { text })];
  }

  @ResolveField(() => [StrategyNodeObject], {
    nullable: true,
    description: 'How somebody thinks it works, as steps. Null for entries of another kind.',
  })
  strategy(@Parent() entry: Viewed) {
    const text = entry['strategy'];
    const strategy = typeof text === 'string' ? parseImpactStrategy(text) : undefined;
    if (!strategy?.ok) return null;
    const { nodes, links } = strategy.value;
    return nodes.map(({ id: key, ...node }) => ({
      key,
      ...node,
      leadsTo: links.filter(({ from }) => from === key).map(({ to }) => to),
    }));
  }

  @ResolveField(() => EntryViewerCanObject, { description: 'What you may do about it now.' })
  viewerCan(@Parent() entry: Viewed, @CurrentViewer() viewer: Viewer) {
    const { status, organisationId } = entry['viewerCan'] as { status: EntryStatus; organisationId: string };
    const actsForGiver = belongsTo(viewer, organisationId, 'ADMIN', 'MEMBER');
    const withdraw = withdrawEntry(
      { because: 'OTHER', reason: 'Asked before its words.', replacedById: null },
      { entryId: '', status, actsForGiver, isSteward: viewer.person?.steward ?? false, replacementIsThere: true },
    );
    return {
      revise: PermissionObject.from(confirmEntry({ actsForGiver, status }), wordConfirmEntry),
      withdraw: PermissionObject.from(withdraw, wordWithdrawEntry),
    };
  }

  @ResolveField(() => LicenceObject, { description: 'Its licence in plain words: what you may do, what you must do.' })
  licenceInWords(@Parent() entry: Viewed) {
    return licenceInWords(String(entry['licenceInWords']));
  }
}

const LIST = { description: 'What came back to the shared library from it, newest first.' };

function page(parent: Viewed, args: PageArguments) {
  return parent[storedUnder('commonsEntries', { ...args })];
}

@Resolver(() => IdeaObject)
export class IdeaEntriesResolver {
  @ResolveField(() => CommonsEntryConnection, LIST)
  commonsEntries(@Parent() idea: Viewed, @Args() args: PageArguments) {
    return page(idea, args);
  }

  @ResolveField(() => [CommonsEntryObject], {
    description:
      'What of the shared library it builds on, newest first, at most 50. What was taken back stays, and says so.',
  })
  informedBy(@Parent() idea: Viewed) {
    return idea['informedBy'];
  }
}

@Resolver(() => VentureObject)
export class VentureEntriesResolver {
  @ResolveField(() => CommonsEntryConnection, LIST)
  commonsEntries(@Parent() venture: Viewed, @Args() args: PageArguments) {
    return page(venture, args);
  }
}

@Resolver(() => OrganisationObject)
export class OrganisationEntriesResolver {
  @ResolveField(() => CommonsEntryConnection, { description: 'What it gave to the shared library, newest first.' })
  commonsEntries(@Parent() organisation: Viewed, @Args() args: PageArguments) {
    return page(organisation, args);
  }
}

@Resolver(() => ComponentObject)
export class ComponentEntriesResolver {
  @ResolveField(() => CommonsEntryConnection, { description: 'What was built on it and came back, newest first.' })
  commonsEntries(@Parent() component: Viewed, @Args() args: PageArguments) {
    return page(component, args);
  }
}

@Resolver(() => ObligationObject)
export class ObligationEntryResolver {
  @ResolveField(() => CommonsEntryObject, { nullable: true, description: 'What it became in the shared library.' })
  entry(@Parent() obligation: Viewed) {
    return obligation['entry'];
  }
}
