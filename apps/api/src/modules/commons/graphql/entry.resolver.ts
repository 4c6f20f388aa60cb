import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PageArguments,
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
import { ShareEntry } from '../application/share-entry.js';
import {
  CommonsEntryConnection,
  CommonsEntryFilter,
  CommonsEntryObject,
  ShareEntryInput,
  ShareEntryResult,
} from './entry.object.js';
import { wordShareEntry } from './wording.js';

@Resolver(() => CommonsEntryObject)
export class EntryResolver {
  constructor(
    private readonly views: Views,
    private readonly shareUseCase: ShareEntry,
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
    const organisationId = rowId('organisation', input.organisationId);
    if (organisationId === undefined) throw new NotFoundError('This organisation');
    const decision = await this.shareUseCase.execute(viewer, {
      ...input,
      organisationId,
      ideaId: input.ideaId ? ideaIdOf(input.ideaId) : null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordShareEntry);
    return this.views.payload(
      info,
      viewer,
      'ShareEntryPayload',
      'entry',
      entryView,
      (entry) => sql`commons_entries ${entry} where ${entry}.id = ${decision.value.entryId}`,
    );
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
