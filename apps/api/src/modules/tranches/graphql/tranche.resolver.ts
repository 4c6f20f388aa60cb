import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  accept,
  amountsOfTranches,
  callTranche,
  confirmReceipt,
  graceEnds,
  isCurrency,
  refuse,
  type Decision,
  type OverduePromise,
  type PaymentStatus,
  type RoundStatus,
  type TrancheShare,
} from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer, Viewer } from '../../../platform/auth/index.js';
import { rowId, sql, type Sql } from '../../../platform/database/index.js';
import {
  BadUserInputError,
  CurrentViewer,
  MoneyObject,
  NodeKinds,
  NotFoundError,
  PermissionObject,
  RefusalObject,
  SignedIn,
  Views,
  type Viewed,
} from '../../../platform/graphql/index.js';
import { mayActFor, moneyOf } from '../../mandates/index.js';
import { ViewerObject } from '../../people/index.js';
import { PledgeObject } from '../../pledges/index.js';
import { TrancheObject } from '../../rounds/index.js';
import { CallTranche } from '../application/call-tranche.js';
import { ConfirmReceipt } from '../application/confirm-receipt.js';
import { RecordPayment } from '../application/record-payment.js';
import { ReleaseRemainder } from '../application/release-remainder.js';
import { ReleaseUnpaidCall } from '../application/release-unpaid-call.js';
import { ReversePayment } from '../application/reverse-payment.js';
import { callPartView, paymentView, trancheCallView } from '../application/tranche-view.js';
import {
  CallPartObject,
  CallPartViewerCanObject,
  CallTrancheInput,
  CallTrancheResult,
  ConfirmReceiptInput,
  ConfirmReceiptResult,
  PaymentObject,
  PaymentViewerCanObject,
  RecordPaymentInput,
  RecordPaymentResult,
  ReleaseRemainderInput,
  ReleaseRemainderResult,
  RemainderReleaseObject,
  ReleaseUnpaidCallInput,
  ReleaseUnpaidCallResult,
  ReversePaymentInput,
  ReversePaymentResult,
  TrancheCallObject,
  TrancheViewerCanObject,
} from './tranche.object.js';
import { wordTrancheReason, type TrancheReason } from './words.js';

interface TrancheFacts {
  readonly position: number;
  readonly status: RoundStatus;
  readonly currency: string;
  readonly leadOrganisationId: string;
  readonly agreed: string;
  readonly stopped: boolean;
  readonly tranches: readonly TrancheShare[];
  readonly called: readonly number[];
  readonly commitments: readonly { readonly pledgeId: string; readonly agreed: string; readonly uncalled: string }[];
  readonly overdue: readonly OverduePromise[];
}

/** What payment requests add to an instalment. */
@Resolver(() => TrancheObject)
export class TrancheResolver {
  constructor(
    private readonly views: Views,
    private readonly call: CallTranche,
    private readonly pay: RecordPayment,
    private readonly receive: ConfirmReceipt,
    private readonly reverse: ReversePayment,
    private readonly release: ReleaseRemainder,
    nodes: NodeKinds,
  ) {
    nodes.register('call', {
      view: trancheCallView,
      from: (call, id) => sql`tranche_calls ${call} where ${call}.id = ${id}`,
    });
    nodes.register('callpart', {
      view: callPartView,
      from: (part, id) => sql`call_parts ${part} where ${part}.id = ${id}`,
    });
    nodes.register('payment', { view: paymentView, from: paymentById });
  }

  @ResolveField('call', () => TrancheCallObject, {
    nullable: true,
    description: 'The payment request, once it was asked for.',
  })
  callOf(@Parent() tranche: Viewed) {
    return tranche['call'] ?? null;
  }

  @ResolveField(() => MoneyObject, {
    description:
      'How much it is: of the agreed money, or of the target while the round is open. All instalments add up exactly.',
  })
  amount(@Parent() tranche: Viewed) {
    const facts = tranche['amount'] as TrancheFacts;
    const amount = amountsOfTranches(moneyOf(BigInt(facts.agreed), facts.currency), facts.tranches).get(facts.position);
    return { minorUnits: amount?.minorUnits ?? 0n, currency: facts.currency };
  }

  @ResolveField(() => TrancheViewerCanObject, { description: 'What you can do with it now, and what is missing.' })
  viewerCan(@Parent() tranche: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = tranche['viewerCan'] as TrancheFacts;
    const allowed = mayActFor(viewer, facts.leadOrganisationId);
    const decision = allowed.ok ? mayCall(facts.position, facts) : allowed;
    return { call: PermissionObject.from(decision, wordTrancheReason) };
  }

  @Mutation(() => CallTrancheResult, {
    description: 'Asks the funders of a round for an instalment, as its lead organisation.',
  })
  async callTranche(
    @Args('input') input: CallTrancheInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const roundId = idOf('round', input.roundId, 'That funding round');
    const decision = await this.call.execute(viewer, { ...input, roundId });
    if (!decision.ok) return RefusalObject.from(decision, wordTrancheReason);
    return this.views.payload(info, viewer, 'CallTranchePayload', 'fundingRound', roundId, 'round');
  }

  @Mutation(() => RecordPaymentResult, {
    description: 'Records what your organisation paid against its part of a payment request.',
  })
  async recordPayment(
    @Args('input') input: RecordPaymentInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!isCurrency(input.currency))
      throw new BadUserInputError(`${input.currency} is not a currency that can be used here.`);
    const { callPartId, ...rest } = input;
    const partId = idOf('callpart', callPartId, 'That payment request');
    const decision = await this.pay.execute(viewer, { ...rest, partId });
    return this.answer(info, viewer, 'RecordPaymentPayload', decision);
  }

  @Mutation(() => ConfirmReceiptResult, { description: 'Confirms, as the money holder, that a payment arrived.' })
  async confirmReceipt(
    @Args('input') input: ConfirmReceiptInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const paymentId = idOf('payment', input.paymentId, 'That payment');
    const decision = await this.receive.execute(viewer, { ...input, paymentId });
    return this.answer(info, viewer, 'ConfirmReceiptPayload', decision);
  }

  @Mutation(() => ReversePaymentResult, { description: 'Records that a payment came back. It is owed again.' })
  async reversePayment(
    @Args('input') input: ReversePaymentInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const paymentId = idOf('payment', input.paymentId, 'That payment');
    const decision = await this.reverse.execute(viewer, { ...input, paymentId });
    return this.answer(info, viewer, 'ReversePaymentPayload', decision);
  }

  @Mutation(() => ReleaseRemainderResult, {
    description:
      'Gives back agreed money that was not asked for: announced first, then carried out by a second person.',
  })
  async releaseRemainder(
    @Args('input') input: ReleaseRemainderInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const pledgeId = idOf('pledge', input.pledgeId, 'That pledge');
    const decision = await this.release.execute(viewer, { ...input, pledgeId });
    if (!decision.ok) return RefusalObject.from(decision, wordTrancheReason);
    return this.views.payload(info, viewer, 'ReleaseRemainderPayload', 'pledge', pledgeId);
  }

  private answer(
    info: GraphQLResolveInfo,
    viewer: Viewer,
    type: string,
    decision: Decision<{ readonly paymentId: string }, TrancheReason>,
  ) {
    if (!decision.ok) return RefusalObject.from(decision, wordTrancheReason);
    const { paymentId } = decision.value;
    return this.views.payload(info, viewer, type, 'payment', paymentId);
  }
}

@Resolver(() => PaymentObject)
export class PaymentResolver {
  @ResolveField(() => PaymentViewerCanObject)
  viewerCan(@Parent() payment: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = payment['viewerCan'] as { status: PaymentStatus; payerId: string; holderId: string };
    const asHolder = mayActFor(viewer, facts.holderId);
    const eitherSide = asHolder.ok ? asHolder : mayActFor(viewer, facts.payerId);
    const back: Decision<unknown, TrancheReason> =
      facts.status === 'REVERSED' ? refuse([{ code: 'PAYMENT_CAME_BACK' }]) : accept(null);
    return {
      confirmReceipt: PermissionObject.from(asHolder.ok ? confirmReceipt(facts.status) : asHolder, wordTrancheReason),
      reverse: PermissionObject.from(eitherSide.ok ? back : eitherSide, wordTrancheReason),
    };
  }
}

@Resolver(() => CallPartObject)
export class CallPartResolver {
  constructor(
    private readonly views: Views,
    private readonly releaseCall: ReleaseUnpaidCall,
  ) {}

  @Mutation(() => ReleaseUnpaidCallResult, {
    description:
      'Stops waiting, as the lead organisation, for what a funder was asked for and has not paid 30 days after it was due.',
  })
  async releaseUnpaidCall(
    @Args('input') { callPartId, ...input }: ReleaseUnpaidCallInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const partId = idOf('callpart', callPartId, 'That payment request');
    const decision = await this.releaseCall.execute(viewer, { ...input, partId });
    if (!decision.ok) return RefusalObject.from(decision, wordTrancheReason);
    return this.views.payload(info, viewer, 'ReleaseUnpaidCallPayload', 'part', partId, 'callpart');
  }

  @ResolveField(() => CallPartViewerCanObject)
  viewerCan(@Parent() part: Viewed, @CurrentViewer() viewer: Viewer) {
    const facts = part['viewerCan'] as {
      organisationId: string;
      leadOrganisationId: string;
      outstanding: string;
      currency: string;
      dueOn: string;
      today: string;
    };
    const allowed = mayActFor(viewer, facts.organisationId);
    const owed: Decision<unknown, TrancheReason> =
      BigInt(facts.outstanding) > 0n ? accept(null) : refuse([{ code: 'NOTHING_OUTSTANDING' }]);
    const asLead = mayActFor(viewer, facts.leadOrganisationId);
    return {
      recordPayment: PermissionObject.from(allowed.ok ? owed : allowed, wordTrancheReason),
      release: PermissionObject.from(asLead.ok ? mayStopWaiting(facts) : asLead, wordTrancheReason),
    };
  }
}

/** What releases add to a pledge. */
@Resolver(() => PledgeObject)
export class PledgeReleasesResolver {
  @ResolveField(() => [RemainderReleaseObject], {
    description: 'Agreed money that was given back, or is announced to be.',
  })
  releases(@Parent() pledge: Viewed) {
    return pledge['releases'];
  }
}

/** What waits for a viewer where money is concerned. */
@Resolver(() => ViewerObject)
export class ViewerMoneyResolver {
  @ResolveField(() => [PledgeObject], { description: 'Pledges of your organisations that wait for a second person.' })
  approvalsWaiting(@Parent() viewer: Viewed) {
    return viewer['approvalsWaiting'];
  }

  @ResolveField(() => [CallPartObject], {
    description: 'Payment requests to your organisations that are not wholly paid.',
  })
  paymentsDue(@Parent() viewer: Viewed) {
    return viewer['paymentsDue'];
  }

  @ResolveField(() => [PaymentObject], { description: 'Payments whose arrival your organisations can confirm.' })
  receiptsToConfirm(@Parent() viewer: Viewed) {
    return viewer['receiptsToConfirm'];
  }
}

function mayCall(position: number, facts: TrancheFacts): Decision<unknown, TrancheReason> {
  const money = (minor: string) => moneyOf(BigInt(minor), facts.currency);
  return callTranche(position, {
    callId: '',
    roundStatus: facts.status,
    ventureStopped: facts.stopped,
    agreed: money(facts.agreed),
    tranches: facts.tranches,
    calledPositions: facts.called,
    commitments: facts.commitments.map((commitment) => ({
      pledgeId: commitment.pledgeId,
      agreed: money(commitment.agreed),
      uncalled: money(commitment.uncalled),
    })),
    overdue: facts.overdue,
  });
}

function mayStopWaiting(facts: {
  readonly outstanding: string;
  readonly currency: string;
  readonly dueOn: string;
  readonly today: string;
}): Decision<unknown, TrancheReason> {
  const reasons: TrancheReason[] = [];
  const until = graceEnds(facts.dueOn);
  if (BigInt(facts.outstanding) === 0n) reasons.push({ code: 'NOTHING_OUTSTANDING' });
  else if (facts.today < until) reasons.push({ code: 'GRACE_NOT_OVER', until, today: facts.today });
  return reasons.length > 0 ? refuse(reasons) : accept(null);
}

function paymentById(payment: Sql, id: string): Sql {
  return sql`payments ${payment} where ${payment}.id = ${id}`;
}

function idOf(kind: string, opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}
