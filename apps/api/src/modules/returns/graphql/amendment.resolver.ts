import { Args, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { AmendmentRefusal } from '@openimpact/domain';
import type { GraphQLResolveInfo } from 'graphql';

import type { SignedInViewer } from '../../../platform/auth/index.js';
import { rowId, sql } from '../../../platform/database/index.js';
import {
  NodeKinds,
  NotFoundError,
  RefusalObject,
  SignedIn,
  Views,
  type Viewed,
  type Worded,
} from '../../../platform/graphql/index.js';
import { CommonsAgreementObject } from '../../agreements/index.js';
import { wordTextFault } from '../../ideas/index.js';
import { FundingRoundObject } from '../../rounds/index.js';
import { AmendAgreement } from '../application/amend-agreement.js';
import { amendmentView } from '../application/amendment-view.js';
import { AgreementAmendmentObject, AmendAgreementInput, AmendAgreementResult } from './amendment.object.js';

/** How what was agreed changes after the money was. */
@Resolver(() => FundingRoundObject)
export class AmendmentResolver {
  constructor(
    private readonly views: Views,
    private readonly amend: AmendAgreement,
    nodes: NodeKinds,
  ) {
    nodes.register('amendment', {
      view: amendmentView,
      from: (amendment, id) => sql`agreement_amendments ${amendment} where ${amendment}.id = ${id}`,
    });
  }

  @ResolveField(() => CommonsAgreementObject, {
    nullable: true,
    description: 'What was agreed to be shared back for this money: the version that its promises come from.',
  })
  agreement(@Parent() round: Viewed) {
    return round['agreement'] ?? null;
  }

  @ResolveField(() => [AgreementAmendmentObject], {
    description: 'Changes of what was agreed, proposed or decided, newest first.',
  })
  amendments(@Parent() round: Viewed) {
    return round['amendments'];
  }

  @Mutation(() => AmendAgreementResult, {
    description:
      'Changes what was agreed after the money was: the lead organisation proposes a version it has signed, and every committed funder agrees.',
  })
  async amendAgreement(
    @Args('input') input: AmendAgreementInput,
    @SignedIn() viewer: SignedInViewer,
    @Info() info: GraphQLResolveInfo,
  ) {
    const roundId = idOf('round', input.roundId, 'That funding round');
    const decision = await this.amend.execute(viewer, {
      ...input,
      roundId,
      agreementId: idOf('agreement', input.agreementId, 'That version'),
      organisationId: idOf('organisation', input.organisationId, 'That organisation'),
      reason: input.reason ?? null,
    });
    if (!decision.ok) return RefusalObject.from(decision, wordAmendment);
    return this.views.payload(info, viewer, 'AmendAgreementPayload', 'fundingRound', roundId, 'round');
  }
}

function wordAmendment(reason: AmendmentRefusal): Worded {
  switch (reason.code) {
    case 'ROUND_NOT_SUCCEEDED':
      return { message: 'No money was agreed in this round. Change the draft instead.' };
    case 'NOT_A_PARTY':
      return { message: 'Only the lead organisation and funders whose money is agreed can change what was agreed.' };
    case 'OTHER_VERSION_NOT_SIGNED':
      return {
        message: 'The lead organisation has to sign another version of what will be shared back first.',
        path: ['input', 'agreementId'],
      };
    case 'ANOTHER_AMENDMENT_WAITS':
      return { message: 'Another change waits for answers. It has to be decided first.' };
    case 'AMENDMENT_NOT_PROPOSED':
      return { message: 'The lead organisation has to propose this change first.' };
    case 'AMENDMENT_ANSWERED_BEFORE':
      return { message: 'Your organisation has said its word already.' };
    default:
      return wordTextFault(reason);
  }
}

function idOf(kind: string, opaque: string, what: string): string {
  const id = rowId(kind, opaque);
  if (id === undefined) throw new NotFoundError(what);
  return id;
}
