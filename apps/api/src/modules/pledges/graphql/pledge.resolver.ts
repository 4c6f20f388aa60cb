import { Args, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  accept,
  approvalReasons,
  closingWindowEnds,
  isCurrency,
  refuse,
  type ConditionVerdict,
  type Decision,
  Money,
  openReasons,
  type PledgeStatus,
  type Round,
  type RoundStatus,
} from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import { belongsTo, type SignedInViewer, type Viewer } from '../../../platform/auth/index.js';
import { rowId, sql, type Sql } from '../../../platform/database/index.js';
import {
  BadUserInputError,
  BigIntScalar,
  CurrentViewer,
  NodeKinds,
  NotFoundError,
  PageArguments,
  PermissionObject,
  RefusalObject,
  requirement,
  SignedIn,
  storedUnder,
  Views,
  type Viewed,
} from '../../../platform/graphql/index.js';
import {
  conditionObject,
  FundingConditionObject,
  mayActFor,
  pledgeConditionFrom,
  PledgeConditionInput,
  storedConditionObject,
  wordMoney,
  type StoredCondition,
} from '../../mandates/index.js';
import { OrganisationObject } from '../../organisations/index.js';
import { ApprovePledge } from '../application/approve-pledge.js';
import { ChangePledge } from '../application/change-pledge.js';
import { DeclinePledge } from '../application/decline-pledge.js';
import { PlacePledge } from '../application/place-pledge.js';
import { visiblePledge } from '../application/pledge-policy.js';
import { pledgeView } from '../application/pledge-view.js';
import { PreviewPledge } from '../application/preview-pledge.js';
import { WithdrawPledge } from '../application/withdraw-pledge.js';
import {
  ApprovePledgeInput,
  ApprovePledgeResult,
  ChangePledgeInput,
  ChangePledgeResult,
  DeclinePledgeInput,
  DeclinePledgeResult,
  PlacePledgeInput,
  PlacePledgeResult,
  PledgeConnection,
  PledgeObject,
  PledgePreviewObject,
  PledgeViewerCanObject,
  WithdrawPledgeInput,
  WithdrawPledgeResult,
} from './pledge.object.js';
import { wordPledgeReason, type PledgeReason } from './words.js';

interface PledgeFactsOfViewer {
  readonly organisationId: string;
  readonly status: PledgeStatus;
  readonly placedAt: string;
  readonly authors: readonly string[];
  readonly matches: boolean;
  readonly awaitsReconfirmation: boolean;
  readonly round: { readonly status: RoundStatus; readonly deadline: string; readonly now: string };
}

@Resolver(() => PledgeObject)
export class PledgeResolver {
  constructor(
    private readonly views: Views,
    private readonly place: PlacePledge,
    private readonly change: ChangePledge,
    private readonly approve: ApprovePledge,
    private readonly decline: DeclinePledge,
    private readonly withdraw: WithdrawPledge,
    private readonly preview: PreviewPledge,
    nodes: NodeKinds,
  ) {
    nodes.register('pledge', { view: pledgeView, from: byId });
  }

  @Query(() => PledgePreviewObject, {
    description:
      'What would happen if your organisation pledged this now: what is in the way, which conditions are met.',
  })
  async pledgePreview(
    @Args('roundId', { type: () => ID, description: 'To which round.' }) roundId: string,
    @Args('mandateId', { type: () => ID, description: 'Under which open offer.' }) mandateId: string,
    @Args('amount', { type: () => BigIntScalar, description: 'How much, in minor units of the round’s currency.' })
    amount: bigint,
    @SignedIn() viewer: SignedInViewer,
  ) {
    const preview = await this.preview.of(viewer, {
      roundId: idOf('round', roundId, 'That funding round'),
      mandateId: idOf('mandate', mandateId, 'That open offer'),
      amount,
    });
    return {
      requirements: preview.reasons.map((reason) => requirement(reason.code, wordPledgeReason(reason))),
      needsSecondPerson: preview.needsSecondPerson,
      counts: preview.counts,
      matched: preview.matched,
      conditions: preview.conditions.map(conditionState),
    };
  }

  @ResolveField(() => [FundingConditionObject])
  conditions(@Parent() pledge: Viewed) {
    return (pledge['conditions'] as StoredCondition[]).map(storedConditionObject);
  }

  @ResolveField(() => PledgeViewerCanObject)
  viewerCan(@Parent() pledge: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = pledge['viewerCan'] as PledgeFactsOfViewer;
    const decide = PermissionObject.from(mayDecide(facts, viewer), wordPledgeReason);
    const act = PermissionObject.from(mayChange(facts, viewer), wordPledgeReason);
    const again = PermissionObject.from(mayReconfirm(facts, viewer), wordPledgeReason);
    const isMatch: Decision<null, PledgeReason> = refuse([{ code: 'PLEDGE_IS_A_MATCH' }]);
    const own = facts.matches ? PermissionObject.from(isMatch, wordPledgeReason) : act;
    return { change: own, withdraw: act, reconfirm: again, approve: decide, decline: decide };
  }

  @Mutation(() => PlacePledgeResult, {
    description: 'Pledges to an open round under one of your organisation’s open offers.',
  })
  async placePledge(
    @Args('input') input: PlacePledgeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const currency = knownCurrency(input.currency);
    const decision = await this.place.execute(viewer, {
      roundId: idOf('round', input.roundId, 'That funding round'),
      mandateId: idOf('mandate', input.mandateId, 'That open offer'),
      amount: input.amount,
      currency,
      conditions: input.conditions.map((condition) => pledgeConditionFrom(condition, currency)),
      note: input.note,
      signing: input.signing ?? null,
      idempotencyKey: input.idempotencyKey,
    });
    return this.answer(info, viewer, 'PlacePledgePayload', decision);
  }

  @Mutation(() => ChangePledgeResult, { description: 'Changes a pledge while its round is open.' })
  async changePledge(
    @Args('input') input: ChangePledgeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pledgeId = idOf('pledge', input.pledgeId, 'That pledge');
    const currency = await this.change.currencyOf(viewer, pledgeId);
    const decision = await this.change.execute(viewer, {
      pledgeId,
      amount: input.amount,
      conditions: input.conditions.map((condition: PledgeConditionInput) => pledgeConditionFrom(condition, currency)),
      note: input.note,
      signing: input.signing ?? null,
      idempotencyKey: input.idempotencyKey,
    });
    return this.answer(info, viewer, 'ChangePledgePayload', decision);
  }

  @Mutation(() => ApprovePledgeResult, { description: 'Approves exactly the content you read, as the second person.' })
  async approvePledge(
    @Args('input') input: ApprovePledgeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pledgeId = idOf('pledge', input.pledgeId, 'That pledge');
    const decision = await this.approve.execute(viewer, { ...input, pledgeId });
    return this.answer(info, viewer, 'ApprovePledgePayload', decision);
  }

  @Mutation(() => DeclinePledgeResult, { description: 'Declines a pledge, as the second person.' })
  async declinePledge(
    @Args('input') input: DeclinePledgeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pledgeId = idOf('pledge', input.pledgeId, 'That pledge');
    const decision = await this.decline.execute(viewer, { ...input, pledgeId });
    return this.answer(info, viewer, 'DeclinePledgePayload', decision);
  }

  @Mutation(() => WithdrawPledgeResult, { description: 'Takes a pledge back while its round is open.' })
  async withdrawPledge(
    @Args('input') input: WithdrawPledgeInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pledgeId = idOf('pledge', input.pledgeId, 'That pledge');
    const decision = await this.withdraw.execute(viewer, { ...input, pledgeId });
    return this.answer(info, viewer, 'WithdrawPledgePayload', decision);
  }

  private answer(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    type: string,
    decision: Decision<{ readonly pledgeId: string }, PledgeReason>,
  ) {
    if (!decision.ok) return RefusalObject.from(decision, wordPledgeReason);
    const { pledgeId } = decision.value;
    return this.views.payload(info, viewer, type, 'pledge', pledgeId);
  }
}

/** What pledges add to an organisation. */
@Resolver(() => OrganisationObject)
export class OrganisationPledgesResolver {
  @ResolveField(() => PledgeConnection, {
    description: 'Its pledges, newest first: those in force, and all for its members.',
  })
  pledges(@Parent() organisation: Viewed, @Args() page: PageArguments) {
    return organisation[storedUnder('pledges', { ...page })];
  }
}

export function conditionState(verdict: ConditionVerdict) {
  return {
    condition: conditionObject(verdict.condition),
    met: verdict.met,
    current: inWords(verdict.current),
    needed: inWords(verdict.needed),
  };
}

function inWords(value: Money | number | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'number' ? value.toString() : wordMoney(value);
}

function mayDecide(facts: PledgeFactsOfViewer, viewer: Viewer): Decision<null, PledgeReason> {
  if (facts.status !== 'AWAITING_APPROVAL') {
    return refuse([{ code: 'PLEDGE_NOT_AWAITING_APPROVAL', status: facts.status }]);
  }
  const isApprover = belongsTo(viewer, facts.organisationId, 'APPROVER');
  const approval = { personId: viewer.person?.id ?? '', isApprover, contentHash: '' };
  const reasons: PledgeReason[] = [...approvalReasons(approval, { authors: facts.authors, hash: '' })];
  const { status } = facts.round;
  const deadline = new Date(facts.round.deadline);
  const now = new Date(facts.round.now);
  if (status !== 'OPEN' && status !== 'CLOSING') reasons.push({ code: 'ROUND_NOT_OPEN', status });
  else if (now >= closingWindowEnds(deadline)) reasons.push({ code: 'DEADLINE_PASSED', deadline, now });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

function mayChange(facts: PledgeFactsOfViewer, viewer: Viewer): Decision<null, PledgeReason> {
  const allowed = mayActFor(viewer, facts.organisationId);
  if (!allowed.ok) return allowed;
  const reasons: PledgeReason[] = [];
  if (facts.status !== 'PLEDGED' && facts.status !== 'AWAITING_APPROVAL') {
    reasons.push({ code: 'PLEDGE_CANNOT_CHANGE', status: facts.status });
  }
  const round = { status: facts.round.status, deadline: new Date(facts.round.deadline) } as Round;
  reasons.push(...openReasons(round, new Date(facts.round.now)));
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

function mayReconfirm(facts: PledgeFactsOfViewer, viewer: Viewer): Decision<null, PledgeReason> {
  const allowed = mayChange(facts, viewer);
  if (!allowed.ok || facts.awaitsReconfirmation) return allowed;
  return refuse([{ code: 'NOTHING_TO_RECONFIRM' }]);
}

function byId(pledge: Sql, id: string, viewer: Viewer): Sql {
  return sql`pledges ${pledge} where ${pledge}.id = ${id} and ${visiblePledge(pledge, viewer)}`;
}

function idOf(kind: string, opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}

function knownCurrency(code: string) {
  if (!isCurrency(code)) throw new BadUserInputError(`${code} is not a currency that can be used here.`);
  return code;
}
