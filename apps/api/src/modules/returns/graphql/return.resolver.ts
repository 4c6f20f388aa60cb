import { Args, Info, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  NodeKinds,
  NotFoundError,
  PermissionObject,
  RefusalObject,
  said,
  SignedIn,
  type Viewed,
  Views,
} from '../../../platform/graphql/index.js';
import { ViewerObject } from '../../people/index.js';
import { VentureObject } from '../../ventures/index.js';
import { obligationView, returnView } from '../application/obligation-view.js';
import { canSubmit, canVerify, canWaive, type ObligationPermissionFacts } from '../application/permissions.js';
import { RequestReturnChanges } from '../application/request-return-changes.js';
import { SubmitReturn } from '../application/submit-return.js';
import { VerifyReturn } from '../application/verify-return.js';
import { WaiveObligation } from '../application/waive-obligation.js';
import {
  RequestReturnChangesInput,
  RequestReturnChangesResult,
  SubmitReturnInput,
  SubmitReturnResult,
  VerifyReturnInput,
  VerifyReturnResult,
  WaiveObligationInput,
  WaiveObligationResult,
} from './return.inputs.js';
import { ObligationObject, ObligationViewerCanObject, ReturnObject } from './return.object.js';
import { wordRequestChanges, wordSubmit, wordSubmitReturn, wordVerifyReturn, wordWaive } from './wording.js';

function idOf(kind: 'obligation' | 'return' | 'organisation', opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}

@Resolver(() => ObligationObject)
export class ReturnResolver {
  constructor(
    private readonly views: Views,
    private readonly submitUseCase: SubmitReturn,
    private readonly verifyUseCase: VerifyReturn,
    private readonly changesUseCase: RequestReturnChanges,
    private readonly waiveUseCase: WaiveObligation,
    nodes: NodeKinds,
  ) {
    nodes.register('obligation', {
      view: obligationView,
      from: (obligation, id) => sql`obligations ${obligation} where ${obligation}.id = ${id}`,
    });
    nodes.register('return', { view: returnView, from: (row, id) => sql`returns ${row} where ${row}.id = ${id}` });
  }

  @Mutation(() => SubmitReturnResult, {
    description: 'Shares what was promised. The promise’s clock stands still until somebody has checked it.',
  })
  async submitReturn(
    @Args('input') input: SubmitReturnInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const obligationId = idOf('obligation', input.obligationId, 'This promise');
    const command = { ...input, obligationId, componentIds: input.componentIds ?? null };
    const decision = await this.submitUseCase.execute(viewer, command);
    if (!decision.ok) return RefusalObject.from(decision, wordSubmit);
    return this.views.payload(info, viewer, 'SubmitReturnPayload', 'obligation', decision.value.obligationId);
  }

  @Mutation(() => VerifyReturnResult, {
    description: 'Says that a promise is kept. What it gives appears in the shared library in the same moment.',
  })
  async verifyReturn(
    @Args('input') input: VerifyReturnInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const returnId = idOf('return', input.returnId, 'What was shared');
    const decision = await this.verifyUseCase.execute(viewer, { returnId, reason: input.reason ?? null });
    if (!decision.ok) return RefusalObject.from(decision, wordVerifyReturn);
    return this.views.payload(info, viewer, 'VerifyReturnPayload', 'obligation', decision.value.obligationId);
  }

  @Mutation(() => RequestReturnChangesResult, {
    description: 'Asks for changes to what was shared. Its date moves by the days it waited.',
  })
  async requestReturnChanges(
    @Args('input') input: RequestReturnChangesInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const returnId = idOf('return', input.returnId, 'What was shared');
    const decision = await this.changesUseCase.execute(viewer, { returnId, reason: input.reason });
    if (!decision.ok) return RefusalObject.from(decision, wordRequestChanges);
    return this.views.payload(info, viewer, 'RequestReturnChangesPayload', 'obligation', decision.value.obligationId);
  }

  @Mutation(() => WaiveObligationResult, {
    description: 'One funder’s public word on letting a promise go. With the last funder’s it is let go.',
  })
  async waiveObligation(
    @Args('input') input: WaiveObligationInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decision = await this.waiveUseCase.execute(viewer, {
      obligationId: idOf('obligation', input.obligationId, 'This promise'),
      organisationId: idOf('organisation', input.organisationId, 'This organisation'),
      answer: input.answer,
      reason: input.reason ?? null,
      release: input.release ?? null,
      idempotencyKey: input.idempotencyKey,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordWaive);
    return this.views.payload(info, viewer, 'WaiveObligationPayload', 'obligation', decision.value.obligationId);
  }

  @ResolveField(() => ObligationViewerCanObject, { description: 'What you may do about it now.' })
  viewerCan(@Parent() obligation: Viewed) {
    const facts = obligation['viewerCan'] as ObligationPermissionFacts;
    return {
      submit: PermissionObject.from(canSubmit(facts), wordSubmitReturn),
      verify: PermissionObject.from(canVerify(facts), wordVerifyReturn),
      waive: PermissionObject.from(canWaive(facts), wordWaive),
    };
  }
}

/** What returns add to ventures. */
@Resolver(() => ReturnObject)
export class ReturnWordsResolver {
  /** Kept as the licences package worded it, in English. */
  @ResolveField(() => String)
  verdictReason(@Parent() shared: Viewed) {
    return said(String(shared['verdictReason']));
  }
}

@Resolver(() => VentureObject)
export class VentureReturnsResolver {
  @ResolveField(() => [ObligationObject], { description: 'Everything promised, by date, at most 200.' })
  obligations(@Parent() venture: Viewed) {
    return venture['obligations'];
  }

  @ResolveField(() => Int, { description: 'How many promises are kept, or let go by all funders.' })
  obligationsSettled(@Parent() venture: Viewed) {
    return venture['obligationsSettled'];
  }

  @ResolveField(() => Int, { description: 'How many promises are due within 30 days, or overdue.' })
  obligationsDueSoon(@Parent() venture: Viewed) {
    return venture['obligationsDueSoon'];
  }
}

/** What returns add to somebody's desk. */
@Resolver(() => ViewerObject)
export class ViewerReturnsResolver {
  @ResolveField(() => [ObligationObject], {
    description: 'What waits to be checked by somebody of a funder, longest first, where you have no stake in it.',
  })
  returnsToCheck(@Parent() viewer: Viewed) {
    return viewer['returnsToCheck'];
  }

  @ResolveField(() => [ObligationObject], {
    description: 'Promises of your projects that are due within 30 days, overdue, or came back for changes.',
  })
  promisesDue(@Parent() viewer: Viewed) {
    return viewer['promisesDue'];
  }
}
