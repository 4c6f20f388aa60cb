import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
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
import { wordActingReason } from '../../mandates/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { earlierGrantView } from '../application/earlier-grant-view.js';
import { ImportEarlierGrants } from '../application/import-earlier-grants.js';
import { RemoveEarlierGrants } from '../application/remove-earlier-grants.js';
import {
  EarlierGrantConnection,
  EarlierGrantSumObject,
  ImportEarlierGrantsInput,
  ImportEarlierGrantsResult,
  RemoveEarlierGrantsInput,
  RemoveEarlierGrantsResult,
} from './earlier-grant.object.js';
import { wordGrantFault, wordImportReason } from './words.js';

const SHOWN = { faults: 100, grants: 20 };

/** What earlier grants add to an organisation. */
@Resolver(() => OrganisationObject)
export class EarlierGrantResolver {
  constructor(
    private readonly views: Views,
    private readonly importing: ImportEarlierGrants,
    private readonly removing: RemoveEarlierGrants,
    nodes: NodeKinds,
  ) {
    nodes.register('earliergrant', {
      view: earlierGrantView,
      from: (grant, id) => sql`earlier_grants ${grant} where ${grant}.id = ${id}`,
    });
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'The prefix under which it publishes its grants by the 360Giving standard.',
  })
  grantsPrefix(@Parent() organisation: Viewed) {
    return organisation['grantsPrefix'] ?? null;
  }

  @ResolveField(() => [EarlierGrantSumObject], {
    description: 'What it gave elsewhere before, each currency together.',
  })
  earlierGrantSums(@Parent() organisation: Viewed) {
    return organisation['earlierGrantSums'];
  }

  @ResolveField(() => EarlierGrantConnection, { description: 'What it gave elsewhere before, newest first.' })
  earlierGrants(@Parent() organisation: Viewed, @Args() page: PageArguments) {
    return organisation[storedUnder('earlierGrants', { ...page })];
  }

  @Mutation(() => ImportEarlierGrantsResult, {
    description:
      'Shows what your organisation gave before, from the file it publishes; or says first what would be shown.',
  })
  async importEarlierGrants(
    @Args('input') input: ImportEarlierGrantsInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = idOf(input.organisationId);
    const decision = await this.importing.execute(viewer, { ...input, organisationId });
    if (!decision.ok) return RefusalObject.from(decision, wordImportReason);
    const { added, changed, unchanged, faults, grants } = decision.value;
    const payload = await this.views.payload(
      info,
      viewer,
      'ImportEarlierGrantsPayload',
      'organisation',
      organisationId,
    );
    return {
      ...payload,
      applied: input.apply,
      added,
      changed,
      unchanged,
      faultCount: faults.length,
      faults: faults.slice(0, SHOWN.faults).map((fault) => ({ ...fault, message: said(wordGrantFault(fault.code)) })),
      preview: grants.slice(0, SHOWN.grants).map(({ amount, ...grant }) => ({
        ...grant,
        amount: { minorUnits: amount.minorUnits, currency: amount.currency },
      })),
    };
  }

  @Mutation(() => RemoveEarlierGrantsResult, {
    description: 'No longer shows what your organisation gave before. The same file brings it back.',
  })
  async removeEarlierGrants(
    @Args('input') input: RemoveEarlierGrantsInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = idOf(input.organisationId);
    const decision = await this.removing.execute(viewer, organisationId);
    if (!decision.ok) return RefusalObject.from(decision, wordActingReason);
    return this.views.payload(info, viewer, 'RemoveEarlierGrantsPayload', 'organisation', organisationId);
  }
}

function idOf(opaque: string): string {
  const id = rowId('organisation', opaque);
  if (id === undefined) throw new NotFoundError('This organisation');
  return id;
}
