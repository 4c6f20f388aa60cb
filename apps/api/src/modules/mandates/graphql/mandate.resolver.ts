import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { accept, closeMandate, type Mandate, type MandateStatus, type ReturnConditionTerm } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql, type Sql } from '../../../platform/database/index.js';
import {
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PageArguments,
  pageSize,
  PermissionObject,
  RefusalObject,
  SignedIn,
  storedUnder,
  Views,
  type Viewed,
} from '../../../platform/graphql/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { mayActFor } from '../application/acting.js';
import { CloseMandate } from '../application/close-mandate.js';
import type { StoredCondition, StoredReturnCondition } from '../application/conditions.js';
import { mandateView, newestOffersFirst, openToday, matchingIdeaView } from '../application/mandate-view.js';
import { MatchingIdeas } from '../application/matching-ideas.js';
import { PublishMandate } from '../application/publish-mandate.js';
import { ReviseMandate } from '../application/revise-mandate.js';
import { conditionObject, FundingConditionObject, storedConditionObject } from './condition.object.js';
import {
  CloseMandateInput,
  CloseMandateResult,
  draftFrom,
  MandateConnection,
  MandateFilter,
  MandateObject,
  MandateViewerCanObject,
  MatchingIdeaObject,
  PublishMandateInput,
  PublishMandateResult,
  ReviseMandateInput,
  ReviseMandateResult,
} from './mandate.object.js';
import { wordClause } from './word-condition.js';
import { criterionVerdict } from './word-criterion.js';
import { wordMandateReason } from './words.js';

@Resolver(() => MandateObject)
export class MandateResolver {
  constructor(
    private readonly views: Views,
    private readonly publish: PublishMandate,
    private readonly revise: ReviseMandate,
    private readonly close: CloseMandate,
    private readonly matching: MatchingIdeas,
    nodes: NodeKinds,
  ) {
    nodes.register('mandate', { view: mandateView, from: byId });
  }

  @Query(() => MandateObject, { nullable: true, description: 'One open offer to fund, by its address.' })
  mandate(
    @Args('slug', { description: 'The readable part of its address.' }) slug: string,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.one(
      info,
      viewer,
      mandateView,
      (mandate) => sql`mandates ${mandate} where ${mandate}.slug = ${slug}`,
    );
  }

  @Query(() => MandateConnection, { description: 'Open offers to fund, newest first: never by amount.' })
  mandates(
    @Args() page: PageArguments,
    @Args('filter', { type: () => MandateFilter, nullable: true, description: 'Which ones.' })
    filter: MandateFilter | null,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.views.page(info, viewer, mandateView, {
      from: (mandate) => sql`mandates ${mandate}`,
      where: (mandate) => conditionsOf(mandate, filter ?? {}),
      order: newestOffersFirst,
      args: page,
    });
  }

  @Query(() => [MatchingIdeaObject], {
    description: 'Ideas on their way to money that fit an open offer, the best fitting first.',
  })
  async matchingIdeas(
    @Args('mandateId', { type: () => ID, description: 'Which open offer.' }) mandateId: string,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'How many, from 1 to 100.' }) first: number,
    @CurrentViewer() viewer: Viewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const id = rowId('mandate', mandateId);
    const matches = id === undefined ? null : await this.matching.find(id, pageSize(first));
    if (matches === null) throw new NotFoundError('That open offer');
    const ids = matches.map(({ ideaId }) => ideaId);
    const rows = await this.views.many(
      info,
      viewer,
      matchingIdeaView,
      (match) => sql`unnest(${ids}::uuid[]) with ordinality as ${match} (idea_id, place) order by ${match}.place`,
    );
    return matches.map(({ criteria }, at) => ({ ...rows[at], criteria: criteria.map(criterionVerdict) }));
  }

  @ResolveField(() => [FundingConditionObject])
  returnConditions(@Parent() mandate: Viewed) {
    return (mandate['returnConditions'] as StoredReturnCondition[]).map(storedConditionObject);
  }

  @ResolveField(() => [FundingConditionObject])
  pledgeConditions(@Parent() mandate: Viewed) {
    return (mandate['pledgeConditions'] as StoredCondition[]).map(storedConditionObject);
  }

  @ResolveField(() => String)
  clause(@Parent() mandate: Viewed) {
    const { title, conditions } = mandate['clause'] as { title: string; conditions: ReturnConditionTerm[] };
    return wordClause(
      title,
      conditions.map((condition) => conditionObject(condition).sentence),
    );
  }

  @ResolveField(() => MandateViewerCanObject)
  viewerCan(@Parent() mandate: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = mandate['viewerCan'] as { organisationId: string; status: MandateStatus };
    const allowed = mayActFor(viewer, facts.organisationId);
    const open = closeMandate({ status: facts.status } as Mandate);
    const both = allowed.ok ? (open.ok ? accept(null) : open) : allowed;
    const permission = PermissionObject.from(both, wordMandateReason);
    return { revise: permission, close: permission };
  }

  @Mutation(() => PublishMandateResult, {
    description: 'Publishes an open offer to fund for one of your organisations.',
  })
  async publishMandate(
    @Args('input') input: PublishMandateInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const organisationId = rowId('organisation', input.organisationId);
    if (organisationId === undefined) throw new NotFoundError('That organisation');
    const decision = await this.publish.execute(viewer, { organisationId, draft: draftFrom(input) });
    return decision.ok
      ? this.views.payload(info, viewer, 'PublishMandatePayload', 'mandate', decision.value.mandateId)
      : RefusalObject.from(decision, wordMandateReason);
  }

  @Mutation(() => ReviseMandateResult, { description: 'Publishes another version. What was pledged stays as it was.' })
  async reviseMandate(
    @Args('input') input: ReviseMandateInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const mandateId = mandateIdOf(input);
    const decision = await this.revise.execute(viewer, { mandateId, draft: draftFrom(input) });
    return decision.ok
      ? this.views.payload(info, viewer, 'ReviseMandatePayload', 'mandate', mandateId)
      : RefusalObject.from(decision, wordMandateReason);
  }

  @Mutation(() => CloseMandateResult, { description: 'Closes an open offer to new pledges. What was pledged stays.' })
  async closeMandate(
    @Args('input') input: CloseMandateInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const mandateId = mandateIdOf(input);
    const decision = await this.close.execute(viewer, { mandateId });
    return decision.ok
      ? this.views.payload(info, viewer, 'CloseMandatePayload', 'mandate', mandateId)
      : RefusalObject.from(decision, wordMandateReason);
  }
}

/** What open offers add to an organisation. */
@Resolver(() => OrganisationObject)
export class OrganisationMandatesResolver {
  @ResolveField(() => MandateConnection, {
    description: 'Its open offers to fund that can be pledged under, newest first.',
  })
  mandates(@Parent() organisation: Viewed, @Args() page: PageArguments) {
    return organisation[storedUnder('mandates', { ...page })];
  }
}

function byId(mandate: Sql, id: string): Sql {
  return sql`mandates ${mandate} where ${mandate}.id = ${id}`;
}

function mandateIdOf(input: { readonly mandateId: string }): string {
  const id = rowId('mandate', input.mandateId);
  if (id === undefined) throw new NotFoundError('That open offer');
  return id;
}

function conditionsOf(mandate: Sql, filter: Partial<MandateFilter>): Sql[] {
  const conditions: Sql[] = [];
  if (!filter.withClosed) conditions.push(openToday(mandate));
  if (filter.organisationId != null) {
    conditions.push(sql`${mandate}.organisation_id = ${rowId('organisation', filter.organisationId) ?? null}::uuid`);
  }
  if (filter.themes?.length) conditions.push(sql`${mandate}.themes && ${filter.themes}::text[]`);
  if (filter.purpose) conditions.push(sql`${filter.purpose} = any (${mandate}.purposes)`);
  if (filter.currency) conditions.push(sql`${mandate}.currency = ${filter.currency}`);
  if (filter.place) {
    conditions.push(sql`(cardinality(${mandate}.places) = 0 or exists (
      select from unnest(${mandate}.places) as named (place) where lower(named.place) = lower(${filter.place})))`);
  }
  return conditions;
}
